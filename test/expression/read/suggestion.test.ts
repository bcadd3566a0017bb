import { describe, expect, it } from 'vitest';
import { FUNCTIONS } from '@/expression/read/functions.ts';
import { suggestion } from '@/expression/read/suggestion.ts';

describe('a name that is not known', () => {
  it.each([
    ['sinn', 'sin'],
    ['sn', 'sin'],
    ['lgo', 'log'],
    ['exq', undefined],
    ['tamh', undefined],
    ['sigmoit', 'sigmoid'],
    ['sofmax', 'softmax'],
    ['Sqrtt', 'sqrt'],
    ['var', 'variance'],
  ])('%s: one slip of the hand suggests a function, %s', (name, meant) => {
    expect(suggestion(name, FUNCTIONS.keys())).toBe(meant);
  });

  it.each(['atan2', 'acot', 'asec', 'erf', 'sinc', 'log3', 'log20', 'gamma', 'mod', 'exp2', 'x', 'foo', 'cotangent'])(
    '%s is another function, or none: nothing is suggested',
    (name) => {
      expect(suggestion(name, FUNCTIONS.keys())).toBeUndefined();
    },
  );

  it('is never taken for a variable of one letter', () => {
    expect(suggestion('z', ['x', 'y'])).toBeUndefined();
    expect(suggestion('weigth', ['weight', 'x'])).toBe('weight');
  });
});
