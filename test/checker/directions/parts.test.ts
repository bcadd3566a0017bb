import { describe, expect, it } from 'vitest';
import type { Field } from '@/checker/directions/directions.ts';
import { partsOf } from '@/checker/directions/parts.ts';
import { sinesWith } from './kit.ts';

/** The elements of each part, and whether these move by what is typical of their group. */
const parts = (field: Field) =>
  partsOf(field).map(({ span, has, lengths }) => {
    const inside = Array.from({ length: span.size }, (_, k) => span.start + k).filter(has);
    return `${inside.join()}${lengths === field.reaches ? ' by reach' : ''}`;
  });
const slopes = (...values: number[]) => sinesWith({ w: [1, 1, 1], b: [1, 1] }, (_, i) => values[i]);

describe('the parts of x that are compared by themselves', () => {
  it('are none where x is one group of elements that weigh about the same', () => {
    expect(parts(sinesWith([1, 1, 1], (_, i) => 1 + i))).toEqual([]);
  });

  it('are its groups', () => {
    expect(parts(slopes(1, 2, 3, 4, 5))).toEqual(['0,1,2', '3,4']);
  });

  it('are its elements by weight, a hundred times lighter in each part', () => {
    const field = sinesWith([1, 1, 1, 1], (_, i) => [1, 0.02, 0.005, 1e-5][i]);
    expect(parts(field)).toEqual(['0,1', '2', '3']);
    const scaled = { ...field, scales: Float64Array.of(1, 1e-3, 1, 1) };
    expect(parts(scaled)).toEqual(['0', '2', '1,3']);
  });

  it('are one part for all that is lighter than 1e-14, 0 with the rest', () => {
    const light = sinesWith([1, 1, 1, 1, 1], (_, i) => [1, 1e-15, 1e-20, 0, 1e-13][i]);
    expect(parts(light)).toEqual(['0', '4', '1,2,3']);
  });

  it('are, five times, the elements that are so small that their size tells nothing', () => {
    const field = sinesWith([1, 1, 1, 1, 1, 1, 1], () => 1);
    const small = { ...field, scales: field.scales.map((_, i) => (i < 6 ? 1e-17 : 1)) };
    expect(parts(small)).toEqual(Array(5).fill('0,1,2,3,4,5 by reach'));
    const two = { ...field, scales: field.scales.map((_, i) => (i < 2 ? 1e-17 : 1)) };
    expect(parts(two)).toEqual(Array(2).fill('0,1 by reach'));
    expect(parts({ ...field, scales: field.scales.map((_, i) => (i < 2 ? 1e-11 : 1)) })).toEqual(['2,3,4,5,6', '0,1']);
  });
});
