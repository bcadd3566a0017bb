import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { initialState } from '@/input/url-state.ts';
import { atKinkModel } from '@/lessons/kinks/at-kink.ts';
import { measuredAtKink } from '@/lessons/kinks/at-kink-measured.ts';
import { checksOf } from '@/lessons/kinks/checks.ts';
import { expectedWithin, SMALL_FIELDS, smallModel } from '@/lessons/kinks/small.ts';
import { fields, type Tab } from '@/lessons/kinks/state.ts';

describe.each(Object.keys(SMALL_FIELDS) as Tab[])('the small figure of %s', (tab) => {
  it('says what the large one says', () => {
    const { check } = smallModel(tab, initialState(SMALL_FIELDS[tab]));
    const { textbook } = checksOf({ ...initialState(fields), tab });
    expect({ ...check, step: textbook.step }).toMatchObject(textbook);
  });
});

describe('a kink within reach', () => {
  it('bends the slope until the step is no longer than the distance, and not after', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -6, max: -1, noNaN: true }),
        fc.double({ min: -3, max: 3, noNaN: true }),
        (d, more) => {
          const [distance, h] = [10 ** d, 10 ** (d + more)];
          fc.pre(Math.abs(more) > 0.01 && h <= 1);
          const { numeric } = smallModel('kink', { distance, h }).check;
          // of the two slopes, 1 and 0, the step sees (h + d) / 2h on the right of the kink
          expect(numeric).toBeCloseTo(h <= distance ? 1 : (h + distance) / (2 * h), 6);
        },
      ),
      { numRuns: 30 },
    );
  });

  it('is to be expected for one unit of 100,000 within about 1e-5', () => {
    expect(expectedWithin(1e-5)).toBeGreaterThan(0.5);
    expect(expectedWithin(1e-5)).toBeLessThan(1);
    expect(expectedWithin(1e-6)).toBeCloseTo(expectedWithin(1e-5) / 10, 12);
  });
});

describe('at the kink itself', () => {
  it.each([
    ['relu', 0, 1],
    ['absolute', -1, 1],
  ] as const)('of %s no slope from %d to %d is a bug, and every other is', (piece, low, high) => {
    fc.assert(
      fc.property(fc.double({ min: -2, max: 2, noNaN: true }), (claim) => {
        const { production } = atKinkModel({ piece, claim }, measuredAtKink);
        const outside = Math.max(low - claim, claim - high);
        fc.pre(Math.abs(outside) > 1e-6);
        expect(production).toBe(outside > 0 ? 'fail' : 'inconclusive');
      }),
    );
  });

  it('the textbook passes the mean of the two alone', () => {
    expect(atKinkModel({ piece: 'relu', claim: 0.5 }, measuredAtKink).textbook.pass).toBe(true);
    expect(atKinkModel({ piece: 'relu', claim: 0 }, measuredAtKink).textbook.pass).toBe(false);
    expect(atKinkModel({ piece: 'absolute', claim: 0 }, measuredAtKink).textbook.pass).toBe(true);
  });
});
