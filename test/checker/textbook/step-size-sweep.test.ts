import { describe, expect, it } from 'vitest';
import { CheckError } from '@/checker/errors.ts';
import { stepSizeSweep } from '@/checker/textbook/step-size-sweep.ts';

const cube = (x: number) => x ** 3;
const slope = (x: number) => 3 * x * x;

describe('a sweep over steps', () => {
  it('has the truncation error of the scheme: h^2 for the cube by central differences', () => {
    for (const { step, error } of stepSizeSweep(cube, slope, 1, { steps: [0.5, 0.25, 0.125] }))
      expect(error).toBeCloseTo(step ** 2, 12);
  });

  it('has h^2 + 3 h by forward differences, and none by five points', () => {
    const [forward] = stepSizeSweep(cube, slope, 1, { scheme: 'forward', steps: [0.5] });
    expect(forward.error).toBeCloseTo(0.5 ** 2 + 3 * 0.5, 12);
    const [fivePoint] = stepSizeSweep(cube, slope, 1, { scheme: 'five-point', steps: [0.5] });
    expect(fivePoint.error).toBeLessThan(1e-14);
  });

  it('has the length of the error of all elements together', () => {
    const sum = ([a, b]: number[]) => a ** 3 + b ** 3;
    const [{ error }] = stepSizeSweep(sum, ([a, b]: number[]) => [3 * a * a, 3 * b * b], [1, 2], { steps: [0.5] });
    expect(error).toBeCloseTo(Math.SQRT2 * 0.25, 12);
  });

  it('refuses steps that are no list of positive numbers', () => {
    for (const steps of [1e-5, [1e-5, 0]])
      expect(() => stepSizeSweep(cube, slope, 1, { steps: steps as number[] })).toThrow(CheckError);
  });
});
