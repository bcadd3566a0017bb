/**
 * Whatever unit f and x are measured in, the same is found. The units here are powers of two, by which numbers are multiplied
 * without rounding: so all figures agree to the last bit.
 */
import { describe, expect, it } from 'vitest';
import { checkDirections, diagnoseGradient, diagnoseVjp } from '@/checker/index.ts';
import { seededRandom } from '@/checker/random.ts';
import { measurePrecision } from '@/checker/slope/measure-precision.ts';
import { aroundOf, roundTo } from './slope/around.ts';

/** Functions of two numbers at (1.1, -0.7), smooth and otherwise, with what is claimed as their gradient. */
type Claim = readonly [f: (x: readonly number[]) => number, gradient: (x: readonly number[]) => number[]];
const sine = ([a, b]: readonly number[]) => Math.sin(a) * Math.exp(b) + a * b;
const slopes = ([a, b]: readonly number[]) => [Math.cos(a) * Math.exp(b) + b, Math.sin(a) * Math.exp(b) + a];
const GRID = 2 ** -20;

const CLAIMS: Record<string, Claim> = {
  'a right gradient': [sine, slopes],
  'a wrong one': [sine, ([a, b]) => [1.5 * slopes([a, b])[0], slopes([a, b])[1]]],
  'a wrong one of steep waves': [([a, b]) => Math.sin(300 * a) + b ** 3, ([, b]) => [290, 3 * b * b]],
  'a kink at x': [(x) => sine(x) + Math.abs(x[0] - 1.1), slopes],
  'a kink beside x': [(x) => sine(x) + 0.1 * Math.abs(x[0] - 1.1001), (x) => [slopes(x)[0] - 0.1, slopes(x)[1]]],
  'a weak kink beside x, and a wrong gradient': [(x) => sine(x) + 1e-3 * Math.abs(x[0] - 1.10001), slopes],
  'a jump at x': [(x) => sine(x) + (x[0] > 1.1 ? 0.5 : 0), slopes],
  'a jump beside x': [(x) => sine(x) + (x[0] > 1.1003 ? 0.5 : 0), slopes],
  'the edge of a domain': [
    ([a, b]) => (a < 1.1 ? Number.NaN : (a - 1.1) ** 1.5 + a + b * b),
    ([a, b]) => [a < 1.1 ? Number.NaN : 1, 2 * b],
  ],
  'the edge of a domain beside x': [([a, b]) => Math.sqrt(a - 1.099) + b, ([a]) => [0.5 / Math.sqrt(a - 1.099), 1]],
  'a flat stretch': [([a, b]) => Math.max(0, a - 1.3) + b * b, ([, b]) => [0, 2 * b]],
  stairs: [(x) => Math.round(sine(x) / GRID) * GRID, slopes],
  'stairs, and a wrong gradient': [(x) => Math.round(sine(x) / GRID) * GRID, (x) => slopes(x).map((v) => 1.2 * v)],
  'wide treads': [([a, b]) => Math.floor(256 * a) / 256 + b * b, ([, b]) => [1, 2 * b]],
  float32: [(x) => Math.fround(sine(x)), (x) => slopes(x).map(Math.fround)],
  'float32, and a wrong gradient': [(x) => Math.fround(sine(x)), (x) => slopes(x).map((v) => 1.2 * v)],
  'eight bits': [(x) => roundTo(8, sine(x)), slopes],
  'a sum that cancels': [(x) => sine(x) + 2 ** 20 - 2 ** 20, slopes],
  noise: [(x) => sine(x) + 1e-9 * Math.sin(1e9 * x[0]), slopes],
  'nothing at all': [() => 1, () => [0, 0]],
};
const X = [1.1, -0.7];
const UNITS = [2 ** -12, 2 ** 9];

describe.each(Object.entries(CLAIMS))('%s', (_, [f, gradient]) => {
  const plain = diagnoseGradient(f, (x: number[]) => gradient(x), X);
  const found = plain.findings.map(({ kind, role }) => [kind, role]);

  it.each(UNITS)('is the same in another unit of f (%d)', (unit) => {
    const { verdict, elements, findings, evaluations, noise } = diagnoseGradient(
      (x: number[]) => unit * f(x),
      (x: number[]) => gradient(x).map((v) => unit * v),
      X,
    );
    expect([verdict, evaluations]).toEqual([plain.verdict, plain.evaluations]);
    expect(findings.map(({ kind, role }) => [kind, role])).toEqual(found);
    expect(noise / unit).toBe(plain.noise);
    for (const [i, { numeric, errorBar, step, relativeError }] of elements.entries())
      expect([numeric / unit, errorBar / unit, step, relativeError]).toEqual([
        plain.elements[i].numeric,
        plain.elements[i].errorBar,
        plain.elements[i].step,
        plain.elements[i].relativeError,
      ]);
  });

  it.each(UNITS)('is the same in another unit of x (%d)', (unit) => {
    const { verdict, elements, findings, evaluations } = diagnoseGradient(
      (x: number[]) => f(x.map((v) => v / unit)),
      (x: number[]) => gradient(x.map((v) => v / unit)).map((v) => v / unit),
      X.map((v) => v * unit),
    );
    expect([verdict, evaluations]).toEqual([plain.verdict, plain.evaluations]);
    expect(findings.map(({ kind, role }) => [kind, role])).toEqual(found);
    for (const [i, { numeric, errorBar, step }] of elements.entries())
      expect([numeric * unit, errorBar * unit, step / unit]).toEqual([
        plain.elements[i].numeric,
        plain.elements[i].errorBar,
        plain.elements[i].step,
      ]);
  });

  it('has a precision that goes with the unit of f, and not with that of x', () => {
    const measured = (unit: number, length: number) => {
      const around = aroundOf(
        (x) => unit * f([...x].map((v) => v / length)),
        X.map((v) => v * length),
      );
      const { noise, height, quiet, stairs, format, grid } = measurePrecision(around, unit * f(X));
      return [noise / unit, height / unit, quiet / unit, stairs, format.name, grid.name];
    };
    for (const unit of UNITS) {
      expect(measured(unit, 1)).toEqual(measured(1, 1));
      expect(measured(1, unit)).toEqual(measured(1, 1));
    }
  });
});

describe('a check along directions', () => {
  const random = seededRandom(4);
  const x = Float64Array.from({ length: 40 }, () => 0.5 + random());
  const f = (p: Float64Array) => p.reduce((sum, v) => sum + Math.sin(v), 0);
  const gradient = (p: Float64Array) => p.map((v, i) => (i === 17 ? 1.1 : 1) * Math.cos(v));
  const plain = checkDirections(f, gradient, x);

  it.each(UNITS)('is the same in another unit of f, and of x (%d)', (unit) => {
    const ofF = checkDirections(
      (p) => unit * f(p),
      (p) => gradient(p).map((v) => unit * v),
      x,
    );
    const ofX = checkDirections(
      (p) => f(p.map((v) => v / unit)),
      (p) => gradient(p.map((v) => v / unit)).map((v) => v / unit),
      x.map((v) => v * unit),
    );
    for (const report of [ofF, ofX]) {
      expect(report.wrong.map(({ name }) => name)).toEqual(['x[17]']);
      expect([report.evaluations, report.agreed, report.detectable]).toEqual([
        plain.evaluations,
        plain.agreed,
        plain.detectable,
      ]);
    }
    expect(ofF.wrong[0].numeric / unit).toBe(plain.wrong[0].numeric);
    expect(ofX.wrong[0].numeric * unit).toBe(plain.wrong[0].numeric);
  });
});

describe('a layer', () => {
  const x = [0.4, -1.1, 0.7];
  const F = ([a, b, c]: number[]) => [a * b, Math.exp(c), Math.sin(a) + b];
  const vjp = ([a, b, c]: number[], [u, v, w]: number[]) => [
    u * b + w * Math.cos(a),
    1.25 * u * a + w,
    v * Math.exp(c),
  ];
  const plain = diagnoseVjp(F, vjp, x);

  it.each(UNITS)('is the same in another unit of y, and of x (%d)', (unit) => {
    const ofY = diagnoseVjp(
      (p) => F(p).map((y) => unit * y),
      (p, v: number[]) => vjp(p, v).map((s) => unit * s),
      x,
    );
    const ofX = diagnoseVjp(
      (p) => F(p.map((v) => v / unit)),
      (p, v: number[]) =>
        vjp(
          p.map((each) => each / unit),
          v,
        ).map((s) => s / unit),
      x.map((v) => v * unit),
    );
    for (const report of [ofY, ofX]) {
      expect(report.findings.map(({ kind }) => kind)).toEqual(plain.findings.map(({ kind }) => kind));
      expect(report.evaluations).toBe(plain.evaluations);
      expect(report.entries.map(({ name, relativeError }) => [name, relativeError])).toEqual(
        plain.entries.map(({ name, relativeError }) => [name, relativeError]),
      );
    }
  });
});
