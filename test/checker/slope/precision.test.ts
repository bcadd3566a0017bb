import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BFLOAT16, errorOf, evenly, FLOAT16, FLOAT32, FLOAT64, significantBits } from '@/checker/slope/precision.ts';

describe('the significant bits of a number', () => {
  it.each([
    [0, 0],
    [-0, 0],
    [1, 1],
    [-1, 1],
    [0.375, 2], // 11 in binary, over 8
    [10, 3], // 101, and a 0 that does not count
    [1 + 2 ** -52, 53],
    [2 ** 53 - 1, 53],
    [1 - 2 ** -53, 53],
    [Math.fround(1 / 3), 24],
    [Number.MIN_VALUE, 1],
    [Number.NaN, 0],
    [Number.POSITIVE_INFINITY, 0],
  ])('%d has %i', (value, bits) => {
    expect(significantBits(value)).toBe(bits);
  });

  it('are the length of an odd whole number in binary, whatever power of two it is multiplied by', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), fc.integer({ min: -500, max: 500 }), (n, k) => {
        const odd = n % 2 === 0 ? n + 1 : n;
        expect(significantBits(odd * 2 ** k)).toBe(Math.abs(odd).toString(2).length);
      }),
    );
  });

  it('of a float32 are 24 at most', () => {
    fc.assert(
      fc.property(fc.float({ noNaN: true, noDefaultInfinity: true }), (v) => {
        expect(significantBits(v)).toBeLessThanOrEqual(FLOAT32.bits);
      }),
    );
  });
});

describe('a format', () => {
  it('has the spacing of its numbers at 1 as unit', () => {
    expect(FLOAT64.unit).toBe(Number.EPSILON);
    expect(Math.fround(1 + FLOAT32.unit)).toBe(1 + FLOAT32.unit);
    expect(Math.fround(1 + FLOAT32.unit / 2)).toBe(1);
    expect([FLOAT16.unit, BFLOAT16.unit]).toEqual([2 ** -10, 2 ** -7]); // IEEE 754 binary16; 7 stored bits
  });
});

describe('the error of a value', () => {
  it('is that of rounding to the nearest number, at least: a spacing over the root of 12', () => {
    expect(errorOf({ noise: 0, unit: 2 ** -10 }, 1)).toBeCloseTo(2 ** -10 / Math.sqrt(12), 15);
    expect(errorOf({ noise: 0, unit: 2 ** -10 }, 1, -8, 2)).toBeCloseTo((8 * 2 ** -10) / Math.sqrt(12), 15);
  });

  it('is the measured noise where that is larger', () => {
    expect(errorOf({ noise: 0.5, unit: 2 ** -10 }, 1)).toBe(0.5);
    expect(errorOf({ noise: 0.5, unit: 2 ** -10 })).toBe(0.5);
  });

  it('is the same on treads and beside them where there are no stairs', () => {
    const { noise, quiet, stairs, height, unit, grid } = evenly(3, FLOAT32);
    expect([noise, quiet, stairs, height, unit, grid]).toEqual([3, 3, 'none', 0, 2 ** -23, FLOAT32]);
  });
});
