import { describe, expect, it } from 'vitest';
import { measurePrecision } from '@/checker/slope/measure-precision.ts';
import { BFLOAT16, FLOAT16, FLOAT32, FLOAT64 } from '@/checker/slope/precision.ts';
import { shortPrecision } from '@/checker/slope/short-precision.ts';
import { aroundOf, roundTo } from './around.ts';

const exact = ([a, b]: Float64Array) => Math.exp(a) * Math.cos(b) + a * b;
const X = [0.75, 1.25];

/** The precision of f near X, of which the nearest values are those at x alone. */
const shortOf = (f: (x: Float64Array) => number) => {
  const around = aroundOf(f, X);
  return shortPrecision(around, around.scales, [f(around.values)]);
};

describe('the values of f show their format', () => {
  it.each([FLOAT32, FLOAT16, BFLOAT16])('$name, with the error of its rounding', (format) => {
    const found = shortOf((x) => roundTo(format.bits, exact(x)));
    expect(found?.format).toBe(format);
    const rounding = (format.unit * Math.abs(exact(Float64Array.from(X)))) / Math.sqrt(12);
    expect(found?.noise).toBeGreaterThan(rounding / 4);
    expect(found?.noise).toBeLessThan(rounding * 64);
  });

  it('by the most bits of a few values, of which two may be unused', () => {
    const names = (bits: number) => shortOf((x) => roundTo(bits, exact(x)))?.format.name;
    expect([4, 5, 6, 7, 8].map(names)).toEqual([undefined, undefined, 'bfloat16', 'bfloat16', 'bfloat16']);
    expect([9, 10, 11].map(names)).toEqual(['float16', 'float16', 'float16']);
    expect([12, 16, 24, 25, 30].map(names)).toEqual(['float32', 'float32', 'float32', undefined, undefined]);
  });

  it.each([2 ** -10, 2 ** 10, 2 ** 30])('whatever their size (%d)', (size) => {
    for (const format of [FLOAT32, FLOAT16, BFLOAT16]) {
      const found = shortOf((x) => size * roundTo(format.bits, exact(x)));
      expect(found?.format).toBe(format);
      expect((found?.noise ?? 0) / size / format.unit).toBeGreaterThan(0.25);
      expect((found?.noise ?? 0) / size / format.unit).toBeLessThan(1);
    }
  });

  it('as none where they are what the rounding of doubles leaves of a sum that cancels', () => {
    expect(shortOf(([a, b]) => (a + b + 1) / 3 - (a + b) / 3 - 1 / 3)).toBeUndefined();
    // or may be: their last bits are below 2^-40 of x
    expect(shortOf((x) => 2 ** -30 * Math.fround(exact(x)))).toBeUndefined();
  });

  it('as float32 of waves, which are no stairs', () => {
    for (const frequency of [1, 3, 10, 100, 3000, 1e4, 1e5]) {
      const found = shortOf(([a]) => Math.fround(2 + Math.sin(frequency * a)));
      expect([found?.format, found?.stairs]).toEqual([FLOAT32, 'none']);
      expect(found?.noise).toBeLessThan(2 ** -22);
    }
  });

  it('as none where they are doubles, or do not move', () => {
    expect(shortOf(exact)).toBeUndefined();
    expect(shortOf(() => 1.5)).toBeUndefined();
  });

  it('as none where a double happens to be short: a step', () => {
    expect(shortOf((x) => (x[0] > 0.75 ? 1 : 2))).toBeUndefined();
  });
});

it('an f that rounds its argument further than its values moves on the grid of the argument', () => {
  const found = shortOf(([a, b]) => Math.fround(exact(Float64Array.of(roundTo(8, a), roundTo(8, b)))));
  expect([found?.format, found?.grid]).toEqual([FLOAT32, BFLOAT16]);
  expect(found?.stairs).toBe('certain');
  expect(found?.height).toBeGreaterThan(2 ** -9 / 8);
});

describe('the precision of f', () => {
  const measured = (f: (x: Float64Array) => number) => {
    const around = aroundOf(f, X);
    return measurePrecision(around, f(around.values));
  };

  it('is that of doubles for plain code, within a few last digits', () => {
    const { format, stairs, noise } = measured(exact);
    expect([format, stairs]).toEqual([FLOAT64, 'none']);
    expect(noise / (Number.EPSILON * Math.abs(exact(Float64Array.from(X))))).toBeGreaterThan(1 / 4);
    expect(noise / (Number.EPSILON * Math.abs(exact(Float64Array.from(X))))).toBeLessThan(16);
  });

  it('is the height of its stairs where f is rounded to a grid of its own', () => {
    const grid = 1e-7;
    const { stairs, noise } = measured((x) => Math.round(exact(x) / grid) * grid);
    expect(stairs).toBe('certain');
    expect(noise).toBeGreaterThan(grid / 8);
    expect(noise).toBeLessThan(grid * 8);
  });

  it.each([
    ['waves in float32', ([a]: Float64Array) => Math.fround(2 + Math.sin(1000 * a)), 59],
    ['float32', (x: Float64Array) => Math.fround(exact(x)), 24],
    ['eight bits', (x: Float64Array) => roundTo(8, exact(x)), 30],
    ['stairs', (x: Float64Array) => Math.round(exact(x) / 1e-7) * 1e-7, 57],
    ['jumps in float32', ([a]: Float64Array) => Math.fround(Math.floor(50 * a)), 42],
    ['an argument of float32', (x: Float64Array) => exact(x.map((v) => roundTo(24, v))), 57],
    ['an argument of eight bits', (x: Float64Array) => Math.fround(exact(x.map((v) => roundTo(8, v)))), 52],
  ])('of %s takes few evaluations, and no more than there are', (_, f, most) => {
    for (let budget = 0; budget <= 120; budget++) {
      const around = aroundOf(f, X, budget);
      measurePrecision(around, f(around.values));
      expect(around.evaluator.calls).toBeLessThanOrEqual(Math.min(budget, 1.5 * most));
    }
  });

  it('is not taken for stairs where f bends or waves', () => {
    expect(measured(([a]) => Math.exp(20 * a)).stairs).toBe('none');
    expect(measured(([a]) => Math.sin(1000 * a)).stairs).toBe('none');
  });
});
