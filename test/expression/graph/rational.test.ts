import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  fromDecimal,
  negative,
  plus,
  type Rational,
  times,
  toDecimalText,
  toPower,
  whole,
} from '@/expression/graph/rational.ts';

const fraction = (numerator: number, denominator: number): Rational => ({
  numerator: BigInt(numerator),
  denominator: BigInt(denominator),
});

describe('exact fractions', () => {
  it('read decimals exactly', () => {
    expect(fromDecimal('0.1')).toEqual(fraction(1, 10));
    expect(fromDecimal('.5')).toEqual(fraction(1, 2));
    expect(fromDecimal('1.5e-3')).toEqual(fraction(3, 2000));
    expect(fromDecimal('2e3')).toEqual(whole(2000));
  });

  it('add, multiply and cancel as on paper', () => {
    const part = fc.integer({ min: -1000, max: 1000 });
    const below = fc.integer({ min: 1, max: 1000 });
    fc.assert(
      fc.property(part, below, part, below, (a, b, c, d) => {
        const [x, y] = [times(fraction(a, b), whole(1)), times(fraction(c, d), whole(1))] as [Rational, Rational];
        const sum = plus(x, y) as Rational;
        expect(sum.numerator * BigInt(b * d)).toBe(BigInt(a * d + c * b) * sum.denominator);
        expect(plus(sum, negative(y))).toEqual(x);
        expect(sum.denominator > 0n).toBe(true);
      }),
      { seed: 20_260_402 },
    );
  });

  it('are given up where they would be too long to hold', () => {
    expect(toPower(whole(9), whole(387_420_489))).toBeUndefined();
    expect(toPower(whole(2), whole(10))).toEqual(whole(1024));
    expect(toPower(whole(2), whole(-2))).toEqual(fraction(1, 4));
    expect(toPower(whole(0), whole(-1))).toBeUndefined();
    expect(times(fromDecimal('1e300'), fromDecimal('1e300'))).toBeUndefined();
  });

  it('are written as the decimals that equal them', () => {
    expect(toDecimalText(fraction(1, 8), 12)).toBe('0.125');
    expect(toDecimalText(fraction(-3, 2), 12)).toBe('-1.5');
    expect(toDecimalText(fraction(1, 3), 12)).toBeUndefined();
  });
});
