import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { relativeError } from '@/checker/index.ts';
import { initialState } from '@/input/url-state.ts';
import { arrowsOf, fields, type State, tipAfterKey, tipAt } from '@/lessons/gradient-checker/arrows.ts';
import { floorDrawing, passesBelow } from '@/lessons/gradient-checker/floor.ts';

const arrows = (change: Partial<State>) => arrowsOf({ ...initialState(fields), ...change });
const place = fc.double({ min: -1, max: 1, noNaN: true });

describe('two arrows', () => {
  it('read 1/3 by the sum and 1/2 by the larger where one is twice the other', () => {
    const { bySum, byLarger, passes } = arrows({ ax: 0.8, ay: 0.6, nx: 0.4, ny: 0.3 });
    expect(bySum).toBeCloseTo(1 / 3, 7);
    expect(byLarger).toBeCloseTo(1 / 2, 7);
    expect(passes).toBe(false);
  });

  it('read 1 and 2 where they are opposite, in any units that are large beside the floor', () => {
    fc.assert(
      fc.property(fc.double({ min: 1, max: 1e4, noNaN: true }), (unit) => {
        const { bySum, byLarger } = arrows({ ax: 0.4, ay: -0.2, nx: -0.4, ny: 0.2, unit });
        expect(bySum).toBeCloseTo(1, 6);
        expect(byLarger).toBeCloseTo(2, 12);
      }),
    );
  });

  it('never have a distance longer than both together, so the error by the sum is 1 at most', () => {
    fc.assert(
      fc.property(place, place, place, place, (ax, ay, nx, ny) => {
        expect(arrows({ ax, ay, nx, ny }).bySum).toBeLessThanOrEqual(1 + 1e-15);
      }),
    );
  });

  it('pass with a wrong sign where both are tiny beside the floor, and not without it', () => {
    const opposite = { ax: 0.8, ay: 0.6, nx: -0.8, ny: -0.6, unit: 1e-14 };
    expect(arrows(opposite).passes).toBe(true);
    expect(arrows({ ...opposite, floor: 1e-16 }).passes).toBe(false);
  });

  it('move on a grid, no farther than the picture reaches', () => {
    expect(tipAt([0.312, -7])).toEqual([0.3, -1]);
    expect(tipAfterKey([0.95, 0], 'ArrowRight', true)).toEqual([1, 0]);
    expect(tipAfterKey([0, 0], 'ArrowDown', false)).toEqual([0, -0.05]);
    expect(tipAfterKey([0, 0], 'Tab', false)).toBeUndefined();
  });
});

describe('the curve of the floor', () => {
  it("is the checker's error of a wrong sign, and crosses the threshold where it is said to", () => {
    for (const [size, error] of floorDrawing.series[0].points) expect(error).toBe(relativeError([size], [-size]));
    expect(relativeError([passesBelow], [-passesBelow])).toBeCloseTo(1e-5, 15);
  });
});
