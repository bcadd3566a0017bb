import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gradientCheck, numericalGradient, type Point, relativeError, type Scheme } from '../../src/checker/index.ts';

const number = fc.double({ min: -10, max: 10, noNaN: true });
const vector = (length: number) => fc.array(number, { minLength: length, maxLength: length });
const scheme = fc.constantFrom<Scheme>('forward', 'central', 'five-point');
const point: fc.Arbitrary<Point> = fc.oneof(
  number,
  fc.integer({ min: 1, max: 6 }).chain((n) => vector(n)),
  fc.integer({ min: 1, max: 4 }).chain((n) => fc.array(vector(n), { minLength: 1, maxLength: 3 })),
  fc.integer({ min: 1, max: 6 }).chain((n) => vector(n).map((v) => Float64Array.from(v))),
  fc.integer({ min: 1, max: 6 }).chain((n) => vector(n).map((v) => Float32Array.from(v))),
  fc.record({ W: fc.array(vector(2), { minLength: 1, maxLength: 3 }), b: vector(2), s: number }),
);

const flat = (x: Point): number[] => {
  if (typeof x === 'number') return [x];
  if (ArrayBuffer.isView(x)) return [...(x as Float64Array)];
  return (Array.isArray(x) ? x : Object.values(x)).flatMap((inner) => flat(inner as Point));
};
const hasFloat32 = (x: Point): boolean => x instanceof Float32Array;

/** Round-off of a difference quotient: a few units in the last place of the largest term, over h; and x + h itself is rounded. */
const roundOff = (largest: number, step: number): number => (64 * largest * 2 ** -52) / step;

describe('numericalGradient, for any point', () => {
  it('is exact up to round-off for polynomials of degree 1 (forward) and 2 (central, five-point)', () => {
    fc.assert(
      fc.property(point, vector(30), vector(30), scheme, fc.constantFrom(1e-2, 1e-3, 1e-4), (x, a, b, s, step) => {
        fc.pre(!hasFloat32(x));
        const quadratic = s === 'forward' ? 0 : 1;
        const f = (p: Point) => flat(p).reduce((sum, v, i) => sum + quadratic * a[i] * v * v + b[i] * v, 0);
        const gradient = flat(numericalGradient(f, x, { scheme: s, step }) as Point);
        const largest = flat(x).reduce((sum, v, i) => sum + Math.abs(a[i]) * (v * v + 1) + Math.abs(b[i] * v) + 10, 0);
        flat(x).forEach((v, i) => {
          expect(Math.abs(gradient[i] - (2 * quadratic * a[i] * v + b[i]))).toBeLessThanOrEqual(
            roundOff(largest, step),
          );
        });
      }),
      { numRuns: 300 },
    );
  });

  it('has the structure of x, and leaves x as it was', () => {
    fc.assert(
      fc.property(point, scheme, (x, s) => {
        const before = structuredClone(x);
        const gradient = numericalGradient((p: Point) => flat(p)[0], x, { scheme: s, step: 1e-3 });
        expect(x).toEqual(before);
        expect(flat(gradient as Point).length).toBe(flat(x).length);
        const shape = (value: Point): unknown =>
          typeof value === 'number'
            ? 0
            : ArrayBuffer.isView(value)
              ? value.constructor
              : Array.isArray(value)
                ? value.map(shape)
                : Object.entries(value).map(([k, v]) => [k, shape(v)]);
        expect(shape(gradient as Point)).toEqual(shape(x));
      }),
      { numRuns: 200 },
    );
  });

  it('is linear in f, up to round-off', () => {
    fc.assert(
      fc.property(vector(4), number, number, scheme, (x, a, b, s) => {
        const f = (p: number[]) => Math.sin(p[0]) * p[1] + p[2] ** 2;
        const g = (p: number[]) => Math.cos(p[3]) + p[0] * p[2];
        const options = { scheme: s, step: 1e-4 };
        const together = numericalGradient((p: number[]) => a * f(p) + b * g(p), x, options);
        const [df, dg] = [numericalGradient(f, x, options), numericalGradient(g, x, options)];
        together.forEach((v, i) => {
          expect(Math.abs(v - (a * df[i] + b * dg[i]))).toBeLessThanOrEqual(roundOff(3000, 1e-4));
        });
      }),
      { numRuns: 200 },
    );
  });

  it('leaves x alone and passes the error on when f throws, at whichever call', () => {
    fc.assert(
      fc.property(point, scheme, fc.nat(60), (x, s, when) => {
        const before = structuredClone(x);
        let calls = 0;
        const f = (p: Point) => {
          if (calls++ === when) throw new RangeError('out of domain');
          return flat(p)[0];
        };
        let thrown: unknown;
        try {
          numericalGradient(f, x, { scheme: s, step: 1e-3 });
        } catch (error) {
          thrown = error;
        }
        expect(x).toEqual(before);
        expect(thrown instanceof RangeError || thrown === undefined).toBe(true);
        expect(thrown === undefined).toBe(calls <= when);
      }),
      { numRuns: 200 },
    );
  });
});

describe('relativeError', () => {
  it('is symmetric, between 0 and 1, 0 for equal gradients, and does not care for a common sign', () => {
    fc.assert(
      fc.property(vector(5), vector(5), (a, b) => {
        const error = relativeError(a, b);
        expect(error).toBe(relativeError(b, a));
        expect(error).toBeGreaterThanOrEqual(0);
        expect(error).toBeLessThanOrEqual(1);
        expect(relativeError(a, a)).toBe(0);
        expect(
          relativeError(
            a.map((v) => -v),
            b.map((v) => -v),
          ),
        ).toBe(error);
      }),
    );
  });

  it('of k times a gradient and that gradient is (k - 1)/(k + 1), but for the floor', () => {
    fc.assert(
      fc.property(vector(5), fc.double({ min: 1, max: 100, noNaN: true }), (a, k) => {
        fc.pre(Math.hypot(...a) > 1);
        expect(
          relativeError(
            a.map((v) => k * v),
            a,
          ),
        ).toBeCloseTo((k - 1) / (k + 1), 7);
      }),
    );
  });
});

describe('gradientCheck', () => {
  it('hands the gradient a copy: what it does to it changes nothing', () => {
    const x = [1.5, -2.3];
    const check = gradientCheck(
      (p: number[]) => p[0] * p[1],
      (p: number[]) => {
        const g = [p[1], p[0]];
        p.fill(0);
        return g;
      },
      x,
    );
    expect([x, check.status]).toEqual([[1.5, -2.3], 'PASS']);
  });
});
