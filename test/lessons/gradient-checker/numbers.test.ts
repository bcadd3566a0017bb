import { describe, expect, it } from 'vitest';
import { byLargest, halves } from '@/lessons/gradient-checker/numbers.ts';

describe('the two relative errors', () => {
  it('divide by the sum of the sizes or by the larger one: a third or a half for a factor of two, 1 or 2 for a sign', () => {
    expect(halves.double).toBeCloseTo(1 / 3, 7);
    expect(byLargest.double).toBeCloseTo(1 / 2, 7);
    expect(halves.sign).toBeCloseTo(1, 7);
    expect(byLargest.sign).toBeCloseTo(2, 7);
  });
});
