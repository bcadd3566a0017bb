/** How well a hypothesis about an error holds, and how much that proves, from numbers alone. */
import { describe, expect, it } from 'vitest';
import type { Evidence } from '@/checker/diagnosis/evidence.ts';
import {
  angleTo,
  atMost,
  barOf,
  confidenceOf,
  explain,
  type Fit,
  fitMultiple,
  isTyped,
  shareOf,
  together,
} from '@/checker/diagnosis/fit.ts';

const evidence = (numeric: number[], analytic: number[], tolerance: number[]) =>
  ({
    numeric: Float64Array.from(numeric),
    analytic: Float64Array.from(analytic),
    tolerance: Float64Array.from(tolerance),
  }) as unknown as Evidence;
const ALL = [0, 1, 2];

describe('the bar of an element', () => {
  it('is its tolerance, at least the rounding of a double, and never 0', () => {
    const e = evidence([1, 1e6, 0], [0, 0, 0], [1e-3, 0, 0]);
    expect(barOf(e, 0)).toBe(1e-3);
    expect(barOf(e, 1)).toBeCloseTo(1e-8, 12);
    expect(barOf(e, 2)).toBeGreaterThan(0);
  });
});

describe('a prediction of the analytic gradient', () => {
  const e = evidence([1, 2, 3], [2, 4, 3], [1e-6, 1e-6, 1e-6]);
  const twice = (i: number) => 2 * e.numeric[i];
  const slack = () => 2 ** -10;

  it('counts for as many bits as its error is larger than the slack, where there is an error', () => {
    const found = explain(e, ALL, (i) => (i === 2 ? 3 : twice(i)), slack);
    // errors of 1 and 2 predicted to within 2^-10: ten bits and eleven; none of the third, which is right
    expect(found?.bits).toBeCloseTo(21, 6);
    expect(found).toMatchObject({ fits: 3, freedom: 2, residual: 0 });
  });

  it('pays for each parameter with the bits of one element', () => {
    const found = explain(e, [0, 1], twice, slack, 1);
    expect(found?.bits).toBeCloseTo(10, 6);
    expect(found?.freedom).toBe(1);
  });

  it('fails as soon as one element disagrees, and says by how much it is off where none does', () => {
    expect(explain(e, ALL, twice, slack)).toBeUndefined();
    expect(explain(e, [1], () => 4 - 2 ** -11, slack)?.residual).toBeCloseTo(2 ** -12, 15);
    expect(explain(e, [1], () => 4 + 2 ** -9, slack)).toBeUndefined();
  });

  it('counts for forty bits at most in one element', () => {
    expect(explain(e, [0], twice, () => 0)?.bits).toBe(40);
  });
});

describe('the multiple of a shape', () => {
  it('weighs each element by its bar, and is as uncertain as they leave it', () => {
    const target = [2, 4, 9];
    const bars = [0.1, 0.1, 1e6];
    const shape = [1, 2, 3];
    const { multiple, spread } = fitMultiple(
      ALL,
      (i) => target[i],
      (i) => shape[i],
      (i) => bars[i],
    );
    expect(multiple).toBeCloseTo(2, 9);
    expect(spread).toBeCloseTo(0.1 / Math.sqrt(5), 9);
  });

  it('that values hold is their share along it, and may err by what all bars together allow', () => {
    const e = evidence([0, 0, 0], [0, 0, 0], [0.1, 0.2, 0.3]);
    const shape = [1, -2, 2];
    const { multiple, spread } = shareOf(
      e,
      ALL,
      (i) => [4, -5, 7][i],
      (i) => shape[i],
    );
    expect(multiple).toBeCloseTo((4 + 10 + 14) / 9, 12);
    expect(spread).toBeCloseTo((0.1 + 0.4 + 0.6) / 9, 12);
  });
});

describe('slopes and a shape', () => {
  const angle = (numeric: number[], bar: number) =>
    angleTo(evidence(numeric, [0, 0, 0], [bar, bar, bar]), ALL, (i) => [1, 1, -1][i]);

  it('are at right angles where their products cancel far below their size', () => {
    expect(angle([1, 2, 3], 1e-4)).toBe('right');
    expect(angle([1, 2, 3.01], 1e-4)).toBe('other');
    expect(angle([-1, -2, -3.01], 1e-4)).toBe('other');
  });

  it('may be, where the bars are too wide to tell', () => {
    expect(angle([1, 2, 3], 0.01)).toBe('unclear');
  });
});

it('a number that somebody typed has two digits, and is known well', () => {
  expect(isTyped({ multiple: 0.05, spread: 1e-9 })).toBe(true);
  expect(isTyped({ multiple: 0.05 * (1 + 1e-13), spread: 0 })).toBe(true);
  expect(isTyped({ multiple: 0.05 + 5e-10, spread: 1e-9 })).toBe(true);
  expect(isTyped({ multiple: 0.0513, spread: 1e-9 })).toBe(false);
  expect(isTyped({ multiple: -0.05, spread: 1e-3 })).toBe(false);
});

describe('confidence', () => {
  const fitOf = (freedom: number, bits: number): Fit => ({ fits: freedom, residual: 0, bits, freedom });

  it('takes elements that could have disagreed, and bits that say that they did not by chance', () => {
    expect([confidenceOf(fitOf(3, 40)), confidenceOf(fitOf(2, 99)), confidenceOf(fitOf(9, 39))]).toEqual([
      'high',
      'medium',
      'medium',
    ]);
    expect([confidenceOf(fitOf(2, 20)), confidenceOf(fitOf(1, 99)), confidenceOf(fitOf(9, 19))]).toEqual([
      'medium',
      'low',
      'low',
    ]);
    expect([confidenceOf(fitOf(1, 8)), confidenceOf(fitOf(0, 99)), confidenceOf(fitOf(9, 7))]).toEqual([
      'low',
      undefined,
      undefined,
    ]);
  });

  it('of two is the lower', () => {
    expect([atMost('high', 'medium'), atMost('low', 'high'), atMost('high', 'high')]).toEqual([
      'medium',
      'low',
      'high',
    ]);
  });

  it('in several stretches is that of all their elements', () => {
    const one = { ...fitOf(2, 25), residual: 1e-3 };
    const both = together([one, { ...fitOf(1, 20), residual: 1e-2 }]);
    expect(both).toEqual({ fits: 3, residual: 1e-2, bits: 45, freedom: 3 });
    expect(confidenceOf(both)).toBe('high');
  });
});
