import { describe, expect, it } from 'vitest';
import { layoutOf } from '@/checker/point/layout.ts';
import type { Point } from '@/checker/types.ts';

const codeOf = (x: unknown): string => {
  try {
    layoutOf(x as Point);
    return 'none';
  } catch (error) {
    return (error as { code: string }).code;
  }
};

describe('the layout of a point', () => {
  const W = [
    [1, 2, 3],
    [4, 5, 6],
  ];
  const { layout, values } = layoutOf({ W, b: Float32Array.of(7, 8), deep: { c: 9 } });

  it('has its groups one after the other, each in C order', () => {
    expect([...values]).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(layout.size).toBe(9);
    expect(layout.blocks).toEqual([
      { name: 'W', shape: [2, 3], start: 0, size: 6, narrow: false },
      { name: 'b', shape: [2], start: 6, size: 2, narrow: true },
      { name: 'deep.c', shape: [], start: 8, size: 1, narrow: false },
    ]);
  });

  it('names every element as people write it', () => {
    const names = Array.from({ length: 9 }, (_, i) => layout.nameOf(i));
    expect(names).toEqual(['W[0][0]', 'W[0][1]', 'W[0][2]', 'W[1][0]', 'W[1][1]', 'W[1][2]', 'b[0]', 'b[1]', 'deep.c']);
    expect(layoutOf(3).layout.nameOf(0)).toBe('x');
    expect(layoutOf([1, 2]).layout.nameOf(1)).toBe('x[1]');
  });

  it('knows three axes', () => {
    const cube = layoutOf([[[1, 2]], [[3, 4]], [[5, 6]]]).layout;
    expect(cube.blocks[0].shape).toEqual([3, 1, 2]);
    expect(cube.nameOf(5)).toBe('x[2][0][1]');
  });

  it.each([
    ['an empty array', [], 'empty-point'],
    ['an empty record', {}, 'empty-point'],
    ['a string', ['1'], 'unsupported-point'],
    ['an infinity', [1, Number.POSITIVE_INFINITY], 'non-finite-point'],
    ['two entries of one name', { 'a.b': 1, a: { b: 2 } }, 'unsupported-point'],
  ])('refuses %s', (_, x, code) => {
    expect(codeOf(x)).toBe(code);
  });

  it('takes what is not finite where a gradient is read', () => {
    expect([...layoutOf([1, Number.NaN], { any: true }).values]).toEqual([1, Number.NaN]);
  });
});
