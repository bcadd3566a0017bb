import { describe, expect, it } from 'vitest';
import { polyline } from '@/charts/marks/series.ts';

/** The places that a path of steps leads through. */
function placesOf(path: string): [number, number][] {
  const places: [number, number][] = [];
  for (const [, command, x, y] of path.matchAll(/([Ml])(-?[\d.]+),(-?[\d.]+)/g)) {
    const [fromX, fromY] = command === 'M' ? [0, 0] : (places.at(-1) ?? [0, 0]);
    places.push([fromX + Number(x), fromY + Number(y)]);
  }
  return places;
}

describe('the path of a line', () => {
  it('leads through its places, to a tenth, however many steps came before', () => {
    const places = Array.from({ length: 500 }, (_, i): [number, number] => [i * 1.37, 100 + 80 * Math.sin(i / 9)]);
    placesOf(polyline(places)).forEach(([x, y], i) => {
      expect(Math.abs(x - places[i][0])).toBeLessThanOrEqual(0.0501);
      expect(Math.abs(y - places[i][1])).toBeLessThanOrEqual(0.0501);
    });
  });

  it('is broken where there is no place', () => {
    expect(polyline([[1, 2], [3, 4], null, [5, 6]])).toBe('M1,2l2,2M5,6');
    expect(polyline([null, null])).toBe('');
  });
});
