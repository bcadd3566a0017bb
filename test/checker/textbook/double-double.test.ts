import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { add, divide, multiply, type Pair } from '@/checker/textbook/double-double.ts';

/** A pair of whole numbers as one: exact, since a bigint has all digits. */
const exact = ([hi, lo]: Pair): bigint => BigInt(hi) + BigInt(lo);
const whole = fc.integer({ min: -(2 ** 31), max: 2 ** 31 }).map((n) => n * 2 ** 21 + 1);

describe('numbers as unevaluated sums of two doubles', () => {
  it('multiply without an error', () => {
    fc.assert(
      fc.property(whole, whole, (a, b) => {
        expect(exact(multiply([a, 0], [b, 0]))).toBe(BigInt(a) * BigInt(b));
      }),
    );
  });

  it('add without an error', () => {
    fc.assert(
      fc.property(whole, whole, (a, b) => {
        const product = multiply([a, 0], [b, 0]);
        const sum = add([a * 2 ** 40, 0], [b, 0]);
        expect(exact(sum)).toBe(BigInt(a) * 2n ** 40n + BigInt(b));
        expect(add(product, [-product[0], -product[1]])).toEqual([0, 0]);
      }),
    );
  });

  it('divide to 30 digits', () => {
    const third = divide([1, 0], [3, 0]);
    const [hi, lo] = add(multiply(third, [3, 0]), [-1, 0]);
    expect(Math.abs(hi + lo)).toBeLessThan(1e-31);
    expect(third[1]).not.toBe(0);
  });
});
