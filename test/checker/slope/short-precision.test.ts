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

  it('is not taken for stairs where f bends or waves', () => {
    expect(measured(([a]) => Math.exp(20 * a)).stairs).toBe('none');
    expect(measured(([a]) => Math.sin(1000 * a)).stairs).toBe('none');
  });
});
