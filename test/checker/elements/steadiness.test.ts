import { describe, expect, it } from 'vitest';
import { checkSteadiness } from '@/checker/elements/steadiness.ts';
import { Halt } from '@/checker/point/evaluator.ts';
import type { Slope } from '@/checker/slope/measured-slope.ts';
import { evenly } from '@/checker/slope/precision.ts';

const NOISE = 1e-6;
const slope: Slope = { value: 1, errorBar: 1e-4, step: 0.01, variation: 1, shape: 'smooth', noise: NOISE };
const at = (last: () => number, changed: Partial<Slope> = {}, noisy = false) =>
  checkSteadiness(
    { evaluator: { at: last }, values: Float64Array.of(1) },
    { value: 2, precision: evenly(NOISE), noisy },
    [{ ...slope, ...changed }],
  );

describe('f at x once more', () => {
  it('that is what it was leaves all as it is', () => {
    expect(at(() => 2)).toEqual({ slopes: [slope], noisy: false, noise: NOISE });
  });

  it('that has drifted by less than the noise makes f noisy, and no error bar longer', () => {
    expect(at(() => 2 + NOISE / 2)).toEqual({ slopes: [slope], noisy: true, noise: NOISE });
  });

  it('that has drifted by three times the noise makes all error bars three times as long', () => {
    const found = at(() => 2 - 3 * NOISE);
    expect(found.noisy).toBe(true);
    expect(found.noise).toBeCloseTo(3 * NOISE, 15);
    expect(found.slopes[0].errorBar).toBeCloseTo(3e-4, 12);
  });

  it('need not drift to be noisy: a slope was, or f was at first', () => {
    expect(at(() => 2, { unsteady: true }).noisy).toBe(true);
    expect(at(() => 2, {}, true).noisy).toBe(true);
  });

  it('is left out where no evaluation is left, and fails as f does', () => {
    const halt = () => {
      throw new Halt('budget-exhausted');
    };
    expect(at(halt).noisy).toBe(false);
    expect(() =>
      at(() => {
        throw new Error('gone');
      }),
    ).toThrow('gone');
  });
});
