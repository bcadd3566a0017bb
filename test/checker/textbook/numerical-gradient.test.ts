import { describe, expect, it } from 'vitest';
import { CheckError } from '@/checker/errors.ts';
import { gradientCheck, numericalGradient } from '@/checker/index.ts';

const f = (x: number[]) => x.reduce((sum, v) => sum + v * v, 0);
const gradient = (x: number[]) => x.map((v) => 2 * v);

describe('a list of numbers', () => {
  it.each([Number.NaN, Number.POSITIVE_INFINITY])('that holds %d has no gradient', (bad) => {
    expect(() => numericalGradient(f, [1, bad])).toThrow(CheckError);
  });

  it('has none where the step is lost beside one of its numbers', () => {
    expect(() => numericalGradient(f, [1, 1e12])).toThrow(CheckError);
    expect(() => numericalGradient(f, [1, -1e12])).toThrow(CheckError);
    expect(numericalGradient(f, [1, 1e6], { step: 1 })[1]).toBeCloseTo(2e6, 3);
  });

  it('is never changed, and comes back in its own kind', () => {
    const x = Object.freeze([1.5, -2]) as number[];
    expect(numericalGradient(f, x)).toEqual([expect.closeTo(3, 8), expect.closeTo(-4, 8)]);
  });
});

it('a check says which of its two functions is no function', () => {
  expect(() => gradientCheck('f' as never, gradient, [1])).toThrow(/^f /);
  expect(() => gradientCheck(f, [2] as never, [1])).toThrow(/^the gradient /i);
});
