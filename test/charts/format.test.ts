import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { columnFormat, decimalText, numberParts, numberText, rawText } from '@/charts/format.ts';

describe('a number as text', () => {
  it('has an exponent where it is small or large', () => {
    // The quadratic's relative error, as the reference figures give it.
    expect(numberParts(1.3886795155014771e-11, { digits: 3 })).toEqual({ mantissa: '1.39', exponent: '−11' });
    expect(numberText(1.3886795155014771e-11, { digits: 3 })).toBe('1.39 × 10⁻¹¹');
    expect(numberText(-6.022e23)).toBe('−6.022 × 10²³');
  });

  it('is written out where it is of everyday size, without zeros at the end', () => {
    expect(numberText(0.3333333329244177)).toBe('0.333333');
    expect(numberText(1.5)).toBe('1.5');
    expect(numberText(123456.7)).toBe('123457');
    expect(numberText(0.001)).toBe('0.001');
  });

  it('has words for what has no digits', () => {
    expect([Number.NaN, Infinity, -Infinity, 0, -0].map((value) => numberText(value))).toEqual([
      'NaN',
      '∞',
      '−∞',
      '0',
      '−0',
    ]);
  });

  it('never shows more than six significant digits', () => {
    fc.assert(
      fc.property(
        fc.double({ noNaN: true, noDefaultInfinity: true }),
        fc.integer({ min: -3, max: 30 }),
        (value, digits) => {
          const { mantissa } = numberParts(value, { digits });
          expect(mantissa.replace(/[−.]/g, '').replace(/^0+/, '').length).toBeLessThanOrEqual(6);
        },
      ),
    );
  });

  it('keeps the whole double beside it', () => {
    fc.assert(
      fc.property(fc.double(), (value) => {
        expect(Number(rawText(value))).toBe(value);
      }),
    );
  });
});

describe('a number without an exponent', () => {
  it('reads back as the same double', () => {
    expect(decimalText(1e-13)).toBe('0.0000000000001');
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        expect(decimalText(value)).not.toContain('e');
        expect(Number(decimalText(value))).toBe(value);
      }),
    );
  });
});

describe('a column of numbers', () => {
  it('has one number of decimals where its values are of one size', () => {
    const values = [3, -1.6, 0];
    expect(values.map((value) => columnFormat(values)(value).mantissa)).toEqual(['3.0', '−1.6', '0']);
  });

  it('has exponents throughout where they are not', () => {
    const values = [1, 2.5e-9];
    expect(values.map((value) => columnFormat(values)(value))).toEqual([
      { mantissa: '1.0', exponent: '0' },
      { mantissa: '2.5', exponent: '−9' },
    ]);
  });

  it('writes whole numbers without decimals', () => {
    const format = columnFormat([1, 50, 100_000]);
    expect(format(50)).toEqual({ mantissa: '50', exponent: null });
  });
});
