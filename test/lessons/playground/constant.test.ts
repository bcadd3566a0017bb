import { describe, expect, it } from 'vitest';
import { constantsField, readConstant } from '@/lessons/playground/constant.ts';

describe('the values of a point', () => {
  it.each([
    ['1.5', 1.5],
    ['1/3', 1 / 3],
    ['-2/3', -2 / 3],
    ['pi', Math.PI],
    ['−π/4', -Math.PI / 4],
    ['2pi', 2 * Math.PI],
    ['2 * π', 2 * Math.PI],
    ['3·e/2', (3 * Math.E) / 2],
    ['sqrt(2)/2', Math.sqrt(2) / 2],
    ['√2', Math.SQRT2],
    ['1e-5', 1e-5],
  ])('%s is read', (text, value) => {
    expect(readConstant(text)).toEqual({ ok: true, value });
  });

  it.each(['', 'x', '1/0', '1//3', 'pi pi', '2^3', '/3', 'Infinity', '1,5'])('%s is refused', (text) => {
    expect(readConstant(text).ok).toBe(false);
  });

  it('of a vector are apart by commas, or by blanks', () => {
    const field = constantsField(3);
    expect(field.read('[1/3, 2 pi; -1]')).toEqual({ ok: true, value: [1 / 3, 2 * Math.PI, -1] });
    expect(field.read('1 pi 3')).toEqual({ ok: true, value: [1, Math.PI, 3] });
    expect(field.read('1, 2')).toEqual({ ok: false, problem: '2 numbers found where 3 are needed.' });
  });
});
