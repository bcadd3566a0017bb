import { describe, expect, it } from 'vitest';
import { whereIn } from '@/checker/findings.ts';
import { layoutOf } from '@/checker/point/layout.ts';

const place = (x: Parameters<typeof layoutOf>[0], indices: number[]) => whereIn(layoutOf(x).layout, indices);

describe('the place of a finding', () => {
  it('names the groups that hold one of its elements, and only those', () => {
    const x = { W: [1, 2], b: [3], c: [4] };
    expect(place(x, [1, 2])).toEqual({ groups: ['W', 'b'], indices: [1, 2], elements: ['W[1]', 'b[0]'], count: 2 });
    expect(place(x, [3]).groups).toEqual(['c']);
  });

  it('names the only group of a record, but no group of a bare list', () => {
    expect(place({ W: [1, 2] }, [0]).groups).toEqual(['W']);
    expect(place([1, 2], [0])).toEqual({ groups: [], indices: [0], elements: ['x[0]'], count: 1 });
  });

  it('lists some hundred elements, and counts all', () => {
    const { indices, elements, count } = place(new Float64Array(1000), [...Array(1000).keys()]);
    expect(count).toBe(1000);
    expect([indices.length, elements.length]).toEqual([256, 256]);
  });
});
