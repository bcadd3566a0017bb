import { describe, expect, it } from 'vitest';
import { diagnoseGradient } from '@/checker/index.ts';
import type { Slope } from '@/checker/slope/measured-slope.ts';
import { besideStairs } from '@/checker/slope/treads.ts';
import { lineOf } from './kit.ts';

/** sin, rounded down to multiples of a height. */
const stairs = (height: number) => (x: number) => height * Math.floor(Math.sin(x) / height);

/** The slope 0 of a tread, as short steps find it. */
const ON_TREAD: Slope = {
  value: 0,
  errorBar: 1e-13,
  step: 2 ** -14,
  variation: 0,
  shape: 'flat',
  noise: 2 ** -54,
  movesWithin: 1,
};
const SLOPE = Math.cos(1);
const FIRST = 2 ** -10;

describe('on a tread', () => {
  it.each([6e-3, 3e-3, 1e-3, 3e-4])('of height %d, a slope of 0 proves nothing against the trend', (height) => {
    const slope = besideStairs(lineOf(stairs(height), 1.0003), ON_TREAD, SLOPE, FIRST);
    expect(Math.abs(slope.value - SLOPE)).not.toBeGreaterThan(8 * slope.errorBar);
    expect(slope.shape === 'jump' || slope.errorBar > height).toBe(true);
  });

  it.each([1e-2, 1e-3])('of height %d, it does against any other value', (height) => {
    for (const wrong of [-SLOPE, 2 * SLOPE, SLOPE / 2]) {
      const slope = besideStairs(lineOf(stairs(height), 1.0003), ON_TREAD, wrong, FIRST);
      expect(Math.abs(slope.value - wrong)).toBeGreaterThan(8 * slope.errorBar);
    }
  });

  it('as wide as those of an f that rounds, it does too: a few treads are no trend', () => {
    expect(besideStairs(lineOf(stairs(1 / 8), 1), ON_TREAD, 1, FIRST)).toBe(ON_TREAD);
  });

  it('that only bends away from x, it does too, after few evaluations', () => {
    const bend = (x: number) => Math.max(0, Math.abs(x - 1) - 1e-3) * Math.sign(x - 1);
    const line = lineOf(bend, 1);
    expect(besideStairs(line, ON_TREAD, 1, FIRST)).toBe(ON_TREAD);
    expect(line.offsets.length).toBeLessThan(30);
  });

  it('nothing is said where evaluations are short', () => {
    expect(besideStairs(lineOf(stairs(1e-3), 1, { budget: 3 }), ON_TREAD, SLOPE, FIRST).starved).toBe(true);
  });
});

describe('a loss with a solver in it that stops at a tolerance', () => {
  /** The root z of z^3 + z = a b, by bisection. */
  const root = (a: number, b: number, tolerance: number) => {
    let [low, high] = [-2, 3];
    while (high - low > tolerance) {
      const middle = (low + high) / 2;
      if (middle ** 3 + middle > a * b) high = middle;
      else low = middle;
    }
    return (low + high) / 2;
  };
  const gradient = ([a, b]: number[]) => {
    const slope = 1 / (3 * root(a, b, 1e-15) ** 2 + 1);
    return [slope * b, slope * a];
  };
  const points = Array.from({ length: 12 }, (_, k) => [0.7 + 0.13 * k, 1.9 - 0.11 * k]);

  it.each([1e-4, 1e-3, 2e-3])('does not fail for its right gradient, tolerance %d', (tolerance) => {
    for (const x of points)
      expect(diagnoseGradient(([a, b]) => root(a, b, tolerance), gradient, x).verdict, String(x)).not.toBe('fail');
  });

  it('fails for a wrong one', () => {
    for (const x of points)
      expect(
        diagnoseGradient(
          ([a, b]) => root(a, b, 1e-3),
          (p) => gradient(p).map((v) => -v),
          x,
        ).verdict,
      ).toBe('fail');
  });
});
