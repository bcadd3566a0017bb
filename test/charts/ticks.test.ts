import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decadeExponents, linearTicks, logTicks, symlogTicks } from '@/charts/axes/ticks.ts';

const decade = fc.integer({ min: -300, max: 300 });

describe('ticks of a log axis', () => {
  it('stand at powers of ten alone, and label themselves so', () => {
    expect(logTicks(1e-3, 1e-1, 8)).toEqual([
      { value: 1e-3, label: '10^{−3}' },
      { value: 1e-2, label: '10^{−2}' },
      { value: 1e-1, label: '10^{−1}' },
    ]);
  });

  it('are fewer where there is room for fewer, and then at multiples of one step', () => {
    expect(decadeExponents(1e-14, 1e-1, 14)).toHaveLength(14);
    expect(decadeExponents(1e-14, 1e-1, 7)).toEqual([-14, -12, -10, -8, -6, -4, -2]);
    expect(decadeExponents(1e-14, 1e-1, 5)).toEqual([-12, -9, -6, -3]);
  });

  it('never outnumber the room, and stay within the axis', () => {
    fc.assert(
      fc.property(decade, decade, fc.integer({ min: 2, max: 20 }), (a, b, most) => {
        const [first, last] = [Math.min(a, b), Math.max(a, b) + 1];
        const exponents = decadeExponents(Number(`1e${first}`), Number(`1e${last}`), most);
        expect(exponents.length).toBeLessThanOrEqual(most);
        for (const exponent of exponents) {
          expect(exponent).toBeGreaterThanOrEqual(first);
          expect(exponent).toBeLessThanOrEqual(last);
        }
      }),
    );
  });

  it('are round numbers within one decade, where there may be no power of ten', () => {
    expect(logTicks(2, 7, 6).map(({ label }) => label)).toEqual(['2', '3', '4', '5', '6', '7']);
  });
});

describe('ticks of a linear axis', () => {
  it('share one number of decimals', () => {
    expect(linearTicks(0, 1, 3).map(({ label }) => label)).toEqual(['0', '0.5', '1.0']);
  });

  it('never outnumber the room', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -1e6, max: 1e6, noNaN: true }),
        fc.double({ min: 1e-3, max: 1e6, noNaN: true }),
        fc.integer({ min: 2, max: 12 }),
        (low, width, most) => {
          expect(linearTicks(low, low + width, most).length).toBeLessThanOrEqual(Math.max(most, 2));
        },
      ),
    );
  });
});

describe('ticks of a symmetric log axis', () => {
  it('have zero in the middle and powers of ten on both sides', () => {
    expect(symlogTicks(-1000, 1000, 1, 8).map(({ value }) => value)).toEqual([-1000, -100, -10, 0, 10, 100, 1000]);
  });
});
