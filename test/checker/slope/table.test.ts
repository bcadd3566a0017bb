import { describe, expect, it } from 'vitest';
import { TABLE_SIZE } from '@/checker/slope/noise.ts';
import { FLOAT32, FLOAT64 } from '@/checker/slope/precision.ts';
import { distinct, meanSlope, ownDirection, roughness, tableAlong } from '@/checker/slope/table.ts';
import { aroundOf } from './around.ts';

const ONE = Float64Array.of(1);

describe('a table', () => {
  it.each([2 ** -10, -(2 ** -10)])('lies on one side of x, about evenly spaced by %d, and leaves x out', (spacing) => {
    const table = tableAlong(
      aroundOf(([x]) => x, [1]),
      ONE,
      spacing,
      FLOAT64,
    );
    expect(table?.points).toHaveLength(TABLE_SIZE);
    table?.points.forEach((t, k) => {
      expect(Math.abs(t / spacing - (k + 1))).toBeLessThanOrEqual(3 / 8);
    });
    expect(table?.values).toEqual(table?.points.map((t) => 1 + t));
  });

  it('is not spaced evenly, for rounding repeats over even spacings', () => {
    const points =
      tableAlong(
        aroundOf(() => 0, [1]),
        ONE,
        2 ** -10,
        FLOAT64,
      )?.points ?? [];
    expect(new Set(points.slice(1).map((t, k) => t - points[k])).size).toBeGreaterThan(1);
  });

  it('has only numbers of its format as points', () => {
    const seen: number[] = [];
    const around = aroundOf(([x]) => seen.push(x), [Math.fround(0.7)]);
    tableAlong(around, ONE, 1e-3, FLOAT32);
    expect(seen).toHaveLength(TABLE_SIZE);
    expect(seen.map(Math.fround)).toEqual(seen);
  });

  it('is none outside the domain, or where fewer evaluations than for two are left', () => {
    expect(
      tableAlong(
        aroundOf(([x]) => Math.sqrt(1 - x), [1]),
        ONE,
        2 ** -10,
        FLOAT64,
      ),
    ).toBeUndefined();
    expect(
      tableAlong(
        aroundOf(([x]) => x, [1], 2 * TABLE_SIZE - 1),
        ONE,
        2 ** -10,
        FLOAT64,
      ),
    ).toBeUndefined();
    expect(
      tableAlong(
        aroundOf(([x]) => x, [1], 2 * TABLE_SIZE),
        ONE,
        2 ** -10,
        FLOAT64,
      ),
    ).toBeDefined();
  });
});

describe('what a table shows', () => {
  const tableOf = (f: (t: number) => number) => {
    const points = [1, 2, 3.25, 3.75, 5, 6.5];
    return { spacing: 1, points, values: points.map(f) };
  };

  it('is no roughness for a cubic, and that of its scatter for noise', () => {
    expect(roughness(tableOf((t) => t ** 3 - 4 * t + 2))).toBeLessThan(1e-11);
    expect(roughness(tableOf((t) => (t > 3.5 && t < 4 ? 1 : 0)))).toBeGreaterThan(0.1);
  });

  it('is the mean slope over all its points', () => {
    expect(meanSlope(tableOf((t) => 7 - 3 * t))).toBeCloseTo(-3, 12);
  });

  it('is how many values are different', () => {
    expect(distinct(tableOf(Math.floor))).toBe(5); // 1, 2, 3, 3, 5, 6
  });
});

it('a direction by the own size of each element is shorter where neighbours are larger, and the same at 0', () => {
  const values = Float64Array.of(0.5, 8, 0);
  const scales = Float64Array.of(2, 2, 2);
  expect([...ownDirection({ values, scales }, Float64Array.of(4, -4, 4))]).toEqual([1, -4, 4]);
});
