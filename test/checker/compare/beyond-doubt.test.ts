/** When numbers without a name still prove that the gradient is wrong, and when they only come near to it. */
import { describe, expect, it } from 'vitest';
import { compareGradients } from '../../../src/checker/index.ts';

const verdict = (analytic: readonly number[], numeric: readonly number[], digits = 8, step?: number) =>
  compareGradients([...analytic], [...numeric], { digits, ...(step ? { step } : {}) }).verdict;

const generic = [0.7184214, -1.3127511, 0.2591377, 1.9044913, -0.4417286, 0.8713405];

describe('a gradient is wrong beyond doubt', () => {
  it('where one pair has a simple ratio to four digits or more', () => {
    expect(verdict([0.2], [0.4], 6)).toBe('fail');
    expect(verdict([0.2], [0.4004], 6)).toBe('inconclusive');
    expect(verdict([0.2], [0.4], 2)).toBe('inconclusive');
  });

  it('where two different pairs have one ratio to three digits, and not where one pair is seen twice', () => {
    expect(verdict([-0.1066, 0.402], [-0.533, 2.0098], 4)).toBe('fail');
    expect(verdict([-0.1066, 0.402], [-0.533, 2.0198], 4)).toBe('inconclusive');
    expect(verdict([-0.1066, -0.1066], [-0.533, -0.533], 4)).toBe('inconclusive');
  });

  it('where the sides are a whole number apart to nine digits', () => {
    expect(verdict([generic[0] + 1, generic[1] + 1], [generic[0], generic[1]], 10)).toBe('fail');
    expect(verdict([generic[0] + 1.001, generic[1] + 1.001], [generic[0], generic[1]], 10)).toBe('inconclusive');
  });

  it('where some elements are grossly wrong and all others far closer, even in short floats', () => {
    const near = generic.map((slope) => slope * (1 + 7e-5));
    expect(verdict(near.with(1, -near[1]).with(2, 3 * near[2]), generic, 6)).toBe('fail');
    const noisy = generic.map((slope, i) => slope + 0.008 * (-1) ** i);
    expect(verdict(noisy, generic, 6)).toBe('inconclusive');
  });

  it('but not where one element alone looks like a kink, nor where the step is long', () => {
    expect(verdict(generic.with(4, 0), generic)).toBe('inconclusive');
    const long = Array.from({ length: 20 }, (_, i) => Math.sin(i + 1));
    expect(verdict(long.with(3, 1.7), long, 8, 1e-2)).toBe('inconclusive');
  });

  it('where the differences follow the gradient, but not where the numeric slopes repeat', () => {
    const spread = [0.31, -0.42, 0.18, 0.55, -0.27, 0.36, -0.49, 0.22];
    const off = spread.map((slope, i) => slope * (1.6 + 0.02 * Math.sin(5 * i)));
    expect(verdict(off, spread)).toBe('fail');
    const steps = spread.map((slope) => 0.25 * Math.trunc(slope / 0.25));
    expect(verdict(spread, steps)).not.toBe('fail');
  });
});
