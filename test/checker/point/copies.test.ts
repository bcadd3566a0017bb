import { describe, expect, it } from 'vitest';
import { buildLike, workingCopy } from '@/checker/point/copies.ts';
import { layoutOf } from '@/checker/point/layout.ts';
import { sameLeaves } from '@/checker/point/same-leaves.ts';
import type { Point } from '@/checker/types.ts';

const POINTS: Readonly<Record<string, Point>> = {
  'a number': 1.5,
  'an array': [1, 2, 3],
  'a matrix': [
    [1, 2],
    [3, 4],
  ],
  'a typed array': Float32Array.of(1, 2),
  'a record': { W: [[1, 2]], b: 3, deep: { c: Float64Array.of(4, 5), d: 6 } },
};

describe.each(Object.entries(POINTS))('a working copy of %s', (_name, x) => {
  const { layout, values } = layoutOf(x);

  it('is equal to it, and is not it', () => {
    const { current } = workingCopy(x);
    expect(current()).toEqual(x);
    if (typeof x === 'object') expect(current()).not.toBe(x);
  });

  it('changes element by element through its rows, in flat order, and leaves the point alone', () => {
    const before = structuredClone(x);
    const { current, rows } = workingCopy(x);
    const moved: Float64Array[] = [];
    for (const { target } of rows)
      for (let i = 0; i < target.length; i++) {
        target[i] += 10;
        moved.push(layoutOf(current()).values);
        target[i] -= 10;
      }
    expect(moved).toEqual(Array.from(values, (_, k) => values.map((v, i) => (i === k ? v + 10 : v))));
    expect(current()).toEqual(before);
    expect(x).toEqual(before);
    expect(rows.map(({ start }) => start)[0]).toBe(0);
    expect(rows.reduce((sum, { target }) => sum + target.length, 0)).toBe(layout.size);
  });

  it('can be built from a flat list, anew each time', () => {
    const other = values.map((v) => 2 * v);
    const [first, second] = [buildLike(x, other), buildLike(x, other)];
    expect(layoutOf(first).values).toEqual(other);
    expect(sameLeaves(first, second)).toBe(true);
    if (typeof first === 'object') expect(first).not.toBe(second);
  });
});

describe('two points', () => {
  it('are the same where every number is, NaN and -0 too', () => {
    expect(sameLeaves({ a: [Number.NaN, 1] }, { a: [Number.NaN, 1] })).toBe(true);
    expect(sameLeaves([0], [-0])).toBe(false);
    expect(sameLeaves([1, 2], [1])).toBe(false);
    expect(sameLeaves({ a: 1 }, { a: 1, b: 2 })).toBe(false);
    expect(sameLeaves({ a: 1, b: 2 }, { a: 1, b: 3 })).toBe(false);
    expect(sameLeaves(Float64Array.of(1, 2), [1, 2])).toBe(true);
  });
});
