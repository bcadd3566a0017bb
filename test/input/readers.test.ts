import { describe, expect, it } from 'vitest';
import { attempt, count, list, number, object, oneOf, optional, text } from '@/input/readers.ts';

const point = object({ x: number, tag: optional(text(3)), sides: list(oneOf(['left', 'right']), 2) });

describe('a reader', () => {
  it('takes the fields that belong to a record, cut to their bounds, and no others', () => {
    expect(attempt(point, { x: Number.NaN, tag: 'abcdef', sides: ['left', 'right', 'left'], y: 1 })).toEqual({
      x: Number.NaN,
      tag: 'abc',
      sides: ['left', 'right'],
    });
    expect(Object.keys(attempt(point, { x: 1, sides: [] }) ?? {})).toEqual(['x', 'sides']);
  });

  it.each([
    ['an array for a record', [1]],
    ['nothing', null],
    ['a text for a number', { x: '1', sides: [] }],
    ['a word of no list', { x: 1, sides: ['up'] }],
    ['a field that is inherited', Object.create({ x: 1, sides: [] })],
  ])('refuses %s', (_, value) => {
    expect(attempt(point, value)).toBeUndefined();
  });

  it.each([-1, 1.5, 2 ** 60, Number.NaN, '3'])('counts no %s', (value) => {
    expect(attempt(count, value)).toBeUndefined();
  });

  it('lets an error that is no refusal through', () => {
    const broken = () => {
      throw new TypeError('a fault of the program');
    };
    expect(() => attempt(broken, 1)).toThrow('a fault of the program');
  });
});
