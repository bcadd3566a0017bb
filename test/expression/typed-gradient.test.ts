import { describe, expect, it } from 'vitest';
import { readGradient } from '@/expression/typed-gradient.ts';
import { formulaOf } from './helpers.ts';

const formula = formulaOf('sum(w.^2) + 2*w[0]*w[1] + b');
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
    '2*w[0] + 2*w[1]; 2*w[1] + 2*w[0]; 1',
    '2*sum(w)*[1, 1]; 1',
    'b = 1; w = [6, 6]',
    'w[1] = 6; b = 1; w[0] = 6;',
    '[6, 6, 1]',
  ])('%s', (text) => {
    expect(gradientOf(text)).toEqual({ w: [6, 6], b: 1 });
  });

  it.each([
    ['in brackets', '(6, 6, 1)'],
    ['as a column', '[6; 6; 1]'],
    ['with commas, those of a function left alone', 'max(6, 1), 6, 1'],
    ['a vector within', '([6, 6], 1)'],
    ['of the whole', '∇f = (3*[2, 2], 1)'],
    ['of the whole, as a word', 'grad = [6, 6, 1]'],
    ['by differentials', 'dw = [6, 6]; db = 1'],
    ['by derivatives', 'df/dw = [6, 6], df/db = 1'],
    ['by partial derivatives', '∂f/∂b = 1; ∂f/∂w = [6, 6]'],
    ['in LaTeX', '\\frac{\\partial f}{\\partial w} = [6, 6]; \\frac{\\partial L}{\\partial b} = 1'],
    ['by element', 'dw[1] = 6; w[0] = 6; db = 1'],
    ['as in Python', 'w_grad = [6, 6]; grad_b = 1'],
    ['by an index below', 'f_w = [6, 6]; f_b = 1'],
    ['as a function', 'lambda w, b: ([6, 6], 1)'],
    ['as a returned array', 'return np.array([6, 6, 1])'],
    ['as a record', '{w: [6, 6], b: 1}'],
    ['as a dict', '{"w": [6, 6], "b": 1}'],
    ['as a call of dict', 'dict(w=[6, 6], b=1)'],
  ])('is read %s: %s', (_, text) => {
    expect(gradientOf(text)).toEqual({ w: [6, 6], b: 1 });
  });

  it('of one variable may be that of a function: f′(x) = …, {x: …}', () => {
    for (const text of ["f'(x) = 2x", 'f′ = 2x', 'x => 2x', '{x: 2*x}']) {
      const read = readGradient(text, formulaOf('x^2'));
      expect(read.ok && read.gradient?.evaluate({ x: 3 })).toEqual({ x: 6 });
    }
  });

  it('takes a label for the variable of this name before it takes it for a differential', () => {
    const read = readGradient('dx = 1; x = 2', formulaOf('dx + 2*x'));
    expect(read.ok && read.gradient?.evaluate({ dx: 0, x: 0 })).toEqual({ dx: 1, x: 2 });
  });

  it('knows the variables of f, so that 2xy is a product of them', () => {
    const read = readGradient('2xy; x²', formulaOf('x^2*y'));
    if (!read.ok || read.gradient === undefined) throw new Error('not read');
    expect(read.gradient.evaluate({ x: 3, y: 5 })).toEqual({ x: 30, y: 9 });
    expect(read.gradient.notes.map(({ message }) => message)).toEqual(['read as `2*x*y`, at 1']);
  });

  it('may be left out', () => {
    expect(gradientOf('  ')).toBeUndefined();
  });

  it.each([
    ['2*w', 'component-count', 'the gradient has 2 of 3 components: w[0], w[1], b, at 1'],
    ['2*w; sin()', 'argument-count', '`sin` needs one argument, at 6'],
    ['2*w; 1 + q', 'unknown-variable', '`q` is not a variable of f, at 10'],
    ['w = 2*w', 'component-count', 'no component for `b`, at 1'],
    ['w = 2*w; b = 1; w[0] = 3', 'component-count', '`w[0]` is given twice, at 17'],
    ['w = 2*w; 1', 'component-count', 'either all components are named or none, at 9'],
    ['q = 1; w = w; b = 1', 'unknown-variable', 'f has no variable `q`, at 1'],
    ['b = w; w = w', 'shape', '`b` has 1 elements, this has 2, at 4'],
    ['constructor = 1; w = w', 'unknown-variable', 'f has no variable `constructor`, at 1'],
  ])('%s is refused, with its place in the whole text', (text, code, message) => {
    expect(errorOf(text)).toMatchObject({ code, message });
  });
});
