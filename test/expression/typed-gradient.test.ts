import { describe, expect, it } from 'vitest';
import { readGradient } from '@/expression/typed-gradient.ts';
import { formulaOf } from './helpers.ts';

const formula = formulaOf('sum(w.^2) + 2*w[1]*w[2] + b');
const point = { w: [1, 2], b: 3 };

function gradientOf(text: string) {
  const read = readGradient(text, formula);
  if (!read.ok) throw new Error(read.error.message);
  return read.gradient?.evaluate(point);
}

function errorOf(text: string) {
  const read = readGradient(text, formula);
  if (read.ok) throw new Error(`${text} was read`);
  return read.error;
}

describe('a typed gradient', () => {
  it.each([
    '2*w[1] + 2*w[2]; 2*w[2] + 2*w[1]; 1',
    '2*sum(w)*[1, 1]; 1',
    'b = 1; w = [6, 6]',
    'w[2] = 6; b = 1; w[1] = 6;',
    '[6, 6, 1]',
  ])('%s', (text) => {
    expect(gradientOf(text)).toEqual({ w: [6, 6], b: 1 });
  });

  it('may be left out', () => {
    expect(gradientOf('  ')).toBeUndefined();
  });

  it.each([
    ['2*w', 'component-count', 'the gradient has 2 of 3 components: w[1], w[2], b, at 1'],
    ['2*w; sin()', 'argument-count', '`sin` needs one argument, at 6'],
    ['2*w; 1 + q', 'unknown-variable', '`q` is not a variable of f, at 10'],
    ['w = 2*w', 'component-count', 'no component for `b`, at 1'],
    ['w = 2*w; b = 1; w[1] = 3', 'component-count', '`w[1]` is given twice, at 23'],
    ['w = 2*w; 1', 'component-count', 'either all components are named or none, at 9'],
    ['q = 1; w = w; b = 1', 'unknown-variable', 'f has no variable `q`, at 4'],
    ['b = w; w = w', 'shape', '`b` has 1 elements, this has 2, at 4'],
    ['constructor = 1; w = w', 'unknown-variable', 'f has no variable `constructor`, at 14'],
  ])('%s is refused, with its place in the whole text', (text, code, message) => {
    expect(errorOf(text)).toMatchObject({ code, message });
  });
});
