/** The proofs that a gradient is wrong, one by one: each holds just within its bounds and not just beyond. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  differencesFollowGradient,
  exactOffset,
  exactRatio,
  grossOutliers,
  isCleanSubset,
} from '../../../src/checker/compare/beyond-doubt.ts';
import { all, sidesOf } from './kit.ts';

const right = [0.7, -1.3, 0.4, 1.9];
/** Right elements, each off by a relative error, and after them wrong ones: pairs of analytic and numeric. */
const beside = (error: number, ...wrong: (readonly [number, number])[]) =>
  [
    [...right.map((slope) => slope * (1 + error)), ...wrong.map(([analytic]) => analytic)],
    [...right, ...wrong.map(([, numeric]) => numeric)],
    wrong.map((_, i) => right.length + i),
  ] as const;

describe('a clean subset of wrong elements', () => {
  const clean = (error: number, ...wrong: (readonly [number, number])[]) => {
    const [analytic, numeric, at] = beside(error, ...wrong);
    return isCleanSubset(sidesOf(analytic, numeric), at);
  };

  it('is off by a hundredth or more, beside others that agree to two thousandths', () => {
    expect(clean(0, [1.012, 1], [0.97, 1])).toBe(true);
    expect(clean(0, [1.012, 1], [0.992, 1])).toBe(false);
    expect(clean(1.9e-3, [1.5, 1], [0.8, 1])).toBe(true);
    expect(clean(2.2e-3, [1.5, 1], [0.8, 1])).toBe(false);
  });

  it('has two right elements beside it that could have disagreed', () => {
    const of = (analytic: number[], numeric: number[], half = 0) =>
      isCleanSubset(sidesOf(analytic, numeric, { half }), [analytic.length - 1]);
    expect(of([1, 2, 5], [1, 2, 3])).toBe(true);
    expect(of([1, 5], [1, 3])).toBe(false);
    expect(of([0, 0, 1, 5], [0, 0, 1, 3])).toBe(false);
    expect(of([1, 2, 5], [1, 2, 3], 5e-3)).toBe(false);
  });

  it('is not one element that is 0 or twice the slope, as at a kink; two such are', () => {
    expect(clean(0, [0, 1])).toBe(false);
    expect(clean(0, [2, 1])).toBe(false);
    expect(clean(0, [2.0009, 1])).toBe(false);
    expect(clean(0, [2.0011, 1])).toBe(true);
    expect(clean(0, [1.5, 1])).toBe(true);
    expect(clean(0, [0, 1], [0, 2])).toBe(true);
  });

  it('is not a tenth of the elements or less where the step may cross a kink', () => {
    const long = Array.from({ length: 20 }, (_, i) => Math.sin(i + 1));
    const of = (wrong: readonly number[], step?: number) =>
      isCleanSubset(
        sidesOf(
          long.map((slope, i) => (wrong.includes(i) ? 3 * slope : slope)),
          long,
          step === undefined ? {} : { step },
        ),
        wrong,
      );
    expect([of([3, 7]), of([3, 7], 9e-4), of([3, 7], 1e-3), of([3, 7, 9], 1e-2)]).toEqual([true, true, false, true]);
  });
});

describe('gross outliers', () => {
  const of = (error: number, wrong: readonly [number, number], half: number | number[] = 0) => {
    const [analytic, numeric] = beside(0, wrong, [wrong[1], wrong[0]]);
    const off = analytic.map((slope, i) => slope + (i < right.length ? error : 0));
    return grossOutliers(sidesOf(off, numeric, { half }));
  };

  it('are a hundred times further off than the worst of the others', () => {
    expect(of(5e-4, [1.051, 1])).toEqual([4, 5]);
    expect(of(5e-4, [1.049, 1])).toBeUndefined();
  });

  it('are off by more than their digits leave open, and a hundredth', () => {
    expect(of(0, [1.3, 1], [0, 0, 0, 0, 0.28, 0.28])).toEqual([4, 5]);
    expect(of(0, [1.3, 1], [0, 0, 0, 0, 0.3, 0.3])).toBeUndefined();
  });

  it('are none where nothing is off', () => {
    expect(grossOutliers(sidesOf(right, right))).toBeUndefined();
  });
});

describe('differences that follow the gradient', () => {
  // of one size but for the last digit, and errors that have nothing to do with it
  const slopes = [1, -1.01, 1.02, -1.03, 1.04, -1.05, 1.06, -1.07];
  const noise = [1, 1, -1, -1, 1, 1, -1, -1];
  const follow = (factor: number, error = 0, count = slopes.length) => {
    const analytic = slopes.slice(0, count);
    const numeric = analytic.map((slope, i) => factor * slope + error * noise[i]);
    return differencesFollowGradient(sidesOf(analytic, numeric), all(analytic));
  };

  it('do so by a fifth of it or more, either way', () => {
    expect([1.21, 1.19, 0.79, 0.81].map((factor) => follow(factor))).toEqual([true, false, true, false]);
  });

  it('do so by six standard errors or more', () => {
    // of 7 degrees of freedom: 0.3 / (error / √7 / 1.035) = 6 at an error of 0.137
    expect([follow(1.3, 0.12), follow(1.3, 0.155)]).toEqual([true, false]);
  });

  it('do so in five elements at least', () => {
    expect([follow(1.5, 0, 5), follow(1.5, 0, 4)]).toEqual([true, false]);
  });

  it('prove nothing where numeric slopes repeat that analytic ones tell apart', () => {
    const numeric = slopes.map((slope) => 1.5 * slope);
    const repeated = (count: number) => numeric.map((slope, i) => (i < count ? numeric[0] : slope));
    const proved = (given: readonly number[], theirs: readonly number[]) =>
      differencesFollowGradient(sidesOf(given, theirs), all(given));
    const positive = slopes.map(Math.abs);
    expect(proved(positive, repeated(2).map(Math.abs))).toBe(true);
    expect(proved(positive, repeated(3).map(Math.abs))).toBe(false);
  });
});

describe('an exact ratio', () => {
  const ratioOf = (analytic: readonly number[], numeric: readonly number[], half = 0) =>
    exactRatio(sidesOf(analytic, numeric, { half }), all(analytic));
  const different = (ratio: number, count: number) => {
    const numeric = Array.from({ length: count }, (_, i) => 1 + i / 1e3);
    return [numeric.map((slope) => ratio * slope), numeric] as const;
  };

  it('is -1, ±2, ±1/2, or a whole number up to a hundred or its inverse', () => {
    const whole = fc.integer({ min: 3, max: 100 });
    fc.assert(
      fc.property(
        fc.oneof(
          fc.constantFrom(-1, 2, 0.5, -2, -0.5),
          whole,
          whole.map((k) => 1 / k),
        ),
        (ratio) => {
          expect(ratioOf([ratio * 0.7], [0.7])).toBeCloseTo(ratio, 12);
        },
      ),
    );
    for (const ratio of [101, 1 / 101, -3, 1.5, 1]) expect(ratioOf([ratio * 0.7], [0.7])).toBeUndefined();
  });

  it('is that of every pair, to a millionth, and of no slope of 0', () => {
    expect(ratioOf([2 * (1 + 0.9e-6)], [1])).toBe(2);
    expect(ratioOf([2 * (1 + 3e-6)], [1])).toBeUndefined();
    expect(ratioOf([2, 2.2], [1, 1.1])).toBe(2);
    expect(ratioOf([2, 2.3], [1, 1.1])).toBeUndefined();
    expect(ratioOf([0], [0])).toBeUndefined();
  });

  it('is known of one pair to a ten-thousandth; a whole number that is large, more closely', () => {
    expect([ratioOf([2], [1], 6e-5), ratioOf([2], [1], 8e-5)]).toEqual([2, undefined]);
    expect([ratioOf([10], [1], 1.5e-5), ratioOf([10], [1], 3e-5)]).toEqual([10, undefined]);
    expect([ratioOf([0.1], [1], 1.6e-6), ratioOf([0.1], [1], 3e-6)]).toEqual([0.1, undefined]);
  });

  it('is known of different pairs together by the chance that others come so near', () => {
    // each digit is open by six halves of it: 36 half² = 1e-5
    expect([ratioOf([2, 3], [1, 1.5], 5e-4), ratioOf([2, 3], [1, 1.5], 8e-4)]).toEqual([2, undefined]);
    expect(ratioOf([2, 2], [1, 1], 5e-4)).toBeUndefined();
    // no more than a twentieth each, however many there are
    expect([ratioOf(...different(2, 5), 8e-3), ratioOf(...different(2, 5), 9e-3)]).toEqual([2, undefined]);
    expect([ratioOf([1, 1.2], [10, 12], 0.0145), ratioOf([1, 1.2], [10, 12], 0.018)]).toEqual([0.1, undefined]);
  });
});

describe('an exact offset', () => {
  const offsetOf = (analytic: readonly number[], numeric: readonly number[], half = 0) =>
    exactOffset(sidesOf(analytic, numeric, { half }), all(analytic));

  it('is one whole number that is not 0, of all pairs', () => {
    expect(offsetOf([1.25, 3.5], [0.25, 2.5])).toBe(1);
    expect(offsetOf([-1.75, 0.5], [0.25, 2.5])).toBe(-2);
    expect(offsetOf([0.25, 2.5], [0.25, 2.5])).toBeUndefined();
    expect(offsetOf([1.25, 4.5], [0.25, 2.5])).toBeUndefined();
  });

  it('is exact to nine digits, which must be there', () => {
    expect([offsetOf([2 + 0.8e-9], [1]), offsetOf([2 + 1.5e-9], [1])]).toEqual([1, undefined]);
    expect([offsetOf([2], [1], 8e-9), offsetOf([2], [1], 1.1e-8)]).toEqual([1, undefined]);
  });
});
