/** Functions rounded in every way that is met, and what is found of their precision. */
import { describe, expect, it } from 'vitest';
import { measurePrecision } from '@/checker/slope/measure-precision.ts';
import { aroundOf, roundTo } from './around.ts';

const exact = ([a, b]: Float64Array) => Math.exp(a) * Math.cos(b) + a * b;
const X = [0.75, 1.25];

function measured(f: (x: Float64Array) => number, x = X) {
  let evaluations = 0;
  const around = aroundOf((at) => {
    evaluations++;
    return f(at);
  }, x);
  return { ...measurePrecision(around, f(around.values)), evaluations };
}

describe('stairs', () => {
  const GRIDS = [9, 12, 15, 18, 21, 25, 28, 32, 36, 40].map((k) => 2 ** -k / 1.1);

  it.each(GRIDS)('of height %d are certain, and as high as they are; on a tread f is exact', (grid) => {
    const { stairs, noise, height, quiet, evaluations } = measured((x) => Math.round(exact(x) / grid) * grid);
    expect(stairs).toBe('certain');
    // rounding to a grid has a standard deviation of 0.29 of it; from six values this is known within a factor of two
    expect(height / grid).toBeGreaterThan(0.15);
    expect(height / grid).toBeLessThan(0.55);
    expect(noise).toBe(height);
    expect(quiet).toBeLessThan(2e-16);
    expect(evaluations).toBeLessThanOrEqual(68);
  });

  it('so low that the closest values cross many of them are noise', () => {
    const grid = 2 ** -44 / 1.1;
    const { stairs, noise, evaluations } = measured((x) => Math.round(exact(x) / grid) * grid);
    expect(stairs).toBe('none');
    expect(noise / grid).toBeGreaterThan(0.15);
    expect(noise / grid).toBeLessThan(0.55);
    expect(evaluations).toBeLessThanOrEqual(24);
  });

  it('are what is left of the digits where a large number was added and taken away again', () => {
    const { stairs, height } = measured((x) => exact(x) + 1e6 - 1e6);
    expect(stairs).toBe('certain');
    expect(height / 2 ** -33).toBeGreaterThan(0.15);
    expect(height / 2 ** -33).toBeLessThan(0.55);
  });

  it.each([24, 11])('are what an argument of %d bits makes of an f in double precision', (bits) => {
    const { stairs, height, grid } = measured(([a, b]) => exact(Float64Array.of(roundTo(bits, a), roundTo(bits, b))));
    expect([stairs, grid.name]).toEqual(['certain', 'float64']);
    expect(height * 2 ** bits).toBeGreaterThan(0.3);
    expect(height * 2 ** bits).toBeLessThan(3);
  });
});

describe('a short format', () => {
  const NAMES: Record<number, string> = { 8: 'bfloat16', 11: 'float16', 24: 'float32', 53: 'float64' };
  const rounding = (values: number, argument: number) => (x: Float64Array) =>
    roundTo(values, exact(x.map((v) => roundTo(argument, v))));
  /** Standard deviation of rounding a number between 1 and 2 to so many bits. */
  const deviation = (bits: number) => 2 ** (1 - bits) / Math.sqrt(12);

  it.each([8, 11, 24])('of the values, %d bits, is seen, and moves x on the same numbers', (bits) => {
    for (const argument of [bits, 53]) {
      const { format, grid, noise, stairs } = measured(rounding(bits, argument));
      expect([format.name, grid.name, stairs]).toEqual([NAMES[bits], NAMES[bits], 'none']);
      expect(noise / deviation(bits)).toBeGreaterThan(0.9);
      expect(noise / deviation(bits)).toBeLessThan(3);
    }
  });

  it.each([
    [11, 8],
    [24, 8],
    [24, 11],
  ])('of the argument is seen where it is shorter than that of the values (%d bits, and %d)', (values, argument) => {
    const { format, grid, noise } = measured(rounding(values, argument));
    expect([format.name, grid.name]).toEqual([NAMES[values], NAMES[argument]]);
    expect(noise / deviation(argument)).toBeGreaterThan(1);
    expect(noise / deviation(argument)).toBeLessThan(5);
    // an x between the numbers of that format shows nothing of it
    expect(measured(rounding(values, argument), [0.7513, 1.2617]).grid.name).toBe(NAMES[values]);
  });

  it('is none where f is as smooth as doubles are, in few evaluations', () => {
    const { format, stairs, noise, evaluations } = measured(exact);
    expect([format.name, stairs]).toEqual(['float64', 'none']);
    expect(noise).toBeLessThan(1e-15);
    expect(evaluations).toBeLessThanOrEqual(30);
  });
});

describe('no stairs', () => {
  it.each([1e2, 1e4, 1e6])('are waves of f, %d to a unit of x', (frequency) => {
    const { stairs, noise, evaluations } = measured((x) => exact(x) + 1e-4 * Math.sin(frequency * x[0]));
    expect(stairs).toBe('none');
    expect(noise).toBeLessThan(1e-14);
    expect(evaluations).toBeLessThanOrEqual(42);
  });

  it('are a steep f, or a pole', () => {
    expect(measured(([a]) => Math.exp(50 * a)).stairs).toBe('none');
    expect(measured(([a]) => 1 / (a - 0.7499))).toMatchObject({ stairs: 'none', height: 0 });
  });
});
