import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { logspace, powerOfTen } from '@/checker/textbook/logspace.ts';

describe('logspace', () => {
  it('begins and ends at the very powers of ten, and rises by one ratio', () => {
    fc.assert(
      fc.property(fc.integer({ min: -140, max: 0 }), fc.integer({ min: 1, max: 90 }), fc.nat(60), (a, length, more) => {
        const [start, stop, count] = [a / 10, (a + length) / 10, more + 2];
        const numbers = logspace(start, stop, count);
        expect([numbers.length, numbers[0], numbers[count - 1]]).toEqual([count, powerOfTen(start), powerOfTen(stop)]);
        const ratio = 10 ** ((stop - start) / (count - 1));
        for (let i = 1; i < count; i++) expect(numbers[i] / numbers[i - 1] / ratio).toBeCloseTo(1, 12);
      }),
      { numRuns: 50, seed: 1 },
    );
  });

  it('of one number is its start', () => {
    expect(logspace(-3, -1, 1)).toEqual([1e-3]);
  });
});

it('a power of ten is the nearest double', () => {
  for (let k = -290; k <= 290; k += 7) expect(powerOfTen(k)).toBe(Number(`1e${k}`));
  expect(powerOfTen(0.5)).toBe(Math.sqrt(10));
});
