import { describe, expect, it } from 'vitest';
import { layoutOf } from '@/checker/point/layout.ts';
import { groupScales, reachesOf, scalesOf } from '@/checker/slope/scales.ts';
import type { Point } from '@/checker/types.ts';

const by = (scales: typeof scalesOf, x: Point) => {
  const { layout, values } = layoutOf(x);
  return [...scales(values, layout.blocks)];
};

describe('the scale of a group', () => {
  it('is its typical size: that of the element in the middle', () => {
    expect(by(groupScales, [1, -5, 3])).toEqual([3, 3, 3]);
    expect(by(groupScales, { W: [1, -5, 3], b: [100, 200, 300] })).toEqual([3, 3, 3, 200, 200, 200]);
  });

  it('is that of all x for a group of zeros, and 1 where all is 0', () => {
    expect(by(groupScales, { W: [4, 4, 4], b: [0, 0] })).toEqual([4, 4, 4, 4, 4]);
    expect(by(groupScales, [0, 0])).toEqual([1, 1]);
  });

  it('leaves zeros out of what is typical', () => {
    expect(by(groupScales, [0, 0, 0, 7])).toEqual([7, 7, 7, 7]);
  });

  it('is the own size of each element where sizes differ by more than 10^4', () => {
    expect(by(groupScales, [1, 1e5, 0])).toEqual([1, 1e5, 1e5]);
    expect(by(groupScales, [1, 1e3, 10])).toEqual([10, 10, 10]);
  });

  it('is read from a sample of a large group', () => {
    const scales = by(groupScales, new Float64Array(50_000).fill(-2));
    expect(new Set(scales)).toEqual(new Set([2]));
  });
});

describe('the scale of an element', () => {
  it('is its own size, or an eighth of what is typical where it is smaller', () => {
    expect(by(scalesOf, [8, 8, -8, 20, 0.5])).toEqual([8, 8, 8, 20, 1]);
  });

  it('is what is typical where it is 0', () => {
    expect(by(scalesOf, [8, 0, 8])).toEqual([8, 8, 8]);
  });

  it('is its own size alone where sizes differ by more than 10^8', () => {
    expect(by(scalesOf, [1, 1e9, 1e9])).toEqual([1, 1e9, 1e9]);
  });
});

describe('the reach of an element', () => {
  it('is what is typical of its group, whatever its own size', () => {
    expect(by(reachesOf, { W: [2, 1e-3, 2], b: [30] })).toEqual([2, 2, 2, 30]);
    expect(by(reachesOf, { W: [2, 2], b: [0] })).toEqual([2, 2, 2]);
  });

  it('leaves out what is of no size beside the others, such as cos(pi/2)', () => {
    const nothing = Math.cos(Math.PI / 2);
    expect(by(reachesOf, [nothing, nothing, nothing, 3])).toEqual([3, 3, 3, 3]);
  });

  it('is 1 where all is 0', () => {
    expect(by(reachesOf, [0, 0])).toEqual([1, 1]);
  });
});
