import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeAxis } from '@/charts/axes/axis.ts';
import { moveCursor, nearestStop, stopsOf, valuesAt } from '@/charts/cursor/cursor.ts';

const axis = makeAxis({ label: 'h', kind: 'log', domain: [1e-10, 1] }, [], [0, 100], 5);
const series = [
  {
    points: [
      [1e-10, 1],
      [1e-5, 2],
    ],
  },
  {
    points: [
      [1e-5, Number.NaN],
      [1, 4],
    ],
  },
] as const;

describe('the cursor over a chart', () => {
  it('stops once at each step that any series was evaluated at', () => {
    expect(stopsOf(series, axis).map(({ x }) => x)).toEqual([1e-10, 1e-5, 1]);
  });

  it('snaps to the nearest stop on the axis as drawn, not in the data', () => {
    const stops = stopsOf(series, axis);
    // Halfway in the drawing is 1e-5; halfway in the data, 0.5, is at 97 of 100.
    expect(nearestStop(stops, 52)).toBe(1);
    expect(nearestStop(stops, 90)).toBe(2);
    expect(nearestStop([], 50)).toBe(-1);
  });

  it('reads the exact value of each series there, and none where there is none', () => {
    expect(valuesAt(series, 1e-5)).toEqual([2, Number.NaN]);
    expect(valuesAt(series, 1)).toEqual([undefined, 4]);
  });

  it('enters at the near end, and stays within the data whatever is pressed', () => {
    expect(moveCursor(-1, 'ArrowRight', false, 50)).toBe(0);
    expect(moveCursor(-1, 'ArrowLeft', false, 50)).toBe(49);
    expect(moveCursor(3, 'a', false, 50)).toBeNull();
    const key = fc.constantFrom('ArrowRight', 'ArrowLeft', 'PageUp', 'PageDown', 'Home', 'End');
    fc.assert(
      fc.property(fc.integer({ min: -1, max: 49 }), key, fc.boolean(), (index, pressed, coarse) => {
        const next = moveCursor(index, pressed, coarse, 50);
        expect(next).toBeGreaterThanOrEqual(0);
        expect(next).toBeLessThan(50);
      }),
    );
  });
});
