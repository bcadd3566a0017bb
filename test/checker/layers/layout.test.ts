import { describe, expect, it } from 'vitest';
import { CheckError } from '@/checker/errors.ts';
import { outputLayout, readerOf } from '@/checker/layers/layout.ts';

const read = (first: unknown, later: unknown) => [...readerOf(outputLayout(first).layout)(later)];

describe('what F returns beside x', () => {
  it('is read in the order of its structure', () => {
    const later = [
      [5, 6],
      [7, 8],
    ];
    expect(read([Float64Array.of(1, 2), [3, 4]], later)).toEqual([5, 6, 7, 8]);
    expect(read({ a: [1], b: Float64Array.of(2, 3) }, { a: [4], b: Float64Array.of(5, Number.NaN) })).toEqual([
      4,
      5,
      Number.NaN,
    ]);
    expect(read({ shape: [2], data: Float32Array.of(1, 2) }, { shape: [2], data: Float32Array.of(3, 4) })).toEqual([
      3, 4,
    ]);
  });

  it.each([
    ['a longer list', [1, 2], [1, 2, 3]],
    ['a deeper list', [1, 2], [[1], [2]]],
    ['a number', [1], 1],
    ['lists of another length', [[1, 2]], [[1], [2]]],
    ['another group', { a: [1] }, { a: [1], b: [2] }],
    ['a tensor of another shape', { shape: [2, 1], data: [1, 2] }, { shape: [1, 2], data: [1, 2] }],
    ['text', [1, 2], [1, 'two']],
  ])('is refused where it is %s', (_, first, later) => {
    expect(() => read(first, later)).toThrow(CheckError);
  });
});
