import { describe, expect, it } from 'vitest';
import type { Lengths } from '@/expression/read/shapes.ts';
import { formulaOf, symbolicOf } from './helpers.ts';

describe('f', () => {
  it.each([
    // the operations of JavaScript, in the same order, on the same doubles: equal to the last bit
    ['x^2 + 1/3', { x: 1.7 }, 1.7 ** 2 + 1 / 3],
    ['sin(x)*exp(y) + log(1+z^2)', { x: 1, y: 0.5, z: 2 }, Math.sin(1) * Math.exp(0.5) + Math.log(1 + 2 ** 2)],
    ['-x^2', { x: 3 }, -9],
    ['2^-x', { x: 3 }, 0.125],
    ['x^y^2', { x: 2, y: 3 }, 2 ** 9],
    ['0.1 + 0.2*x', { x: 1 }, 0.1 + 0.2],
    ['log(x, 2)*ln(x)', { x: 8 }, (Math.log(8) / Math.log(2)) * Math.log(8)],
    ['round(x)', { x: -2.5 }, -3],
    ['pi*x + tau - 2*pi + e', { x: 0 }, Math.E],
    ['relu(x) + sigmoid(y) + softplus(y)', { x: -1, y: 0 }, 0.5 + Math.LN2],
  ])('%s', (text, point, value) => {
    expect(formulaOf(text).loss(point)).toBe(value);
  });

  it.each([
    ['sum(w.^2) + 2*w[0]*w[1]', { w: [1, 2] }, 9],
    ['mean(w) + prod(w) + max(w) - min(w)', { w: [1, 2, 6] }, 3 + 12 + 6 - 1],
    ['norm(w) + norm(w, 1)', { w: [3, -4] }, 12],
    ['dot(w, v) + count(w)', { w: [1, 2], v: [3, 4] }, 13],
    ['variance(w) + std(w)^2', { w: [1, 2, 4] }, 14 / 3],
    ['sum([1, 2, 3] .* w)', { w: [1, 1, 2] }, 9],
    ['sum(w[1:]) - w[-1]', { w: [5, 6, 7] }, 6],
    ['sum(w[:])', { w: [5, 6, 7] }, 18],
    ['sum(exp(w) ./ 2)', { w: [0, 0] }, 1],
    ['softmax(w)[1]', { w: [1, 1] }, 0.5],
    ['sum(1 - w/2)', { w: [1, 2] }, 0.5],
    ['sum((1:3) .* w)', { w: [1, 1, 1] }, 6],
    ['hypot(a, b)', { a: 3, b: 4 }, 5],
    ['max(a, b, 2)', { a: 1, b: -1 }, 2],
  ])('%s', (text, point, value) => {
    const lengths = Object.fromEntries(
      Object.entries(point).map(([name, held]) => [name, Array.isArray(held) ? held.length : null]),
    );
    expect(formulaOf(text, lengths).loss(point)).toBeCloseTo(value, 14);
  });

  it('takes single precision after every operation where asked', () => {
    const formula = formulaOf('x^2 + 1');
    const inSingle = Math.fround(Math.fround(Math.fround(0.1) ** 2) + 1);
    expect(formula.lossOf([0.1], 'float32')).toBe(inSingle);
    expect(inSingle).not.toBe(formula.lossOf([0.1]));
  });

  it('is not a number where the point lacks an element', () => {
    expect(formulaOf('x + y').loss({ x: 1 })).toBeNaN();
    expect(formulaOf('sum(w)').loss({ w: [1, 2] })).toBeNaN();
  });
});

describe('variables', () => {
  it('come in the order of the text, and are vectors where they are indexed or a vector is wanted', () => {
    expect(formulaOf('b + sum(a*w.^2) + v[3]').variables).toEqual([
      { name: 'b', length: null },
      { name: 'a', length: null },
      { name: 'w', length: 3 },
      { name: 'v', length: 4 },
    ]);
    expect(formulaOf('mean((y - X.*w).^2)').variables.map(({ length }) => length)).toEqual([3, 3, 3]);
    expect(formulaOf('dot(w, [1, 2])').variables).toEqual([{ name: 'w', length: 2 }]);
    expect(formulaOf('sum(x, y)').variables.map(({ length }) => length)).toEqual([null, null]);
  });

  it('take the lengths that are given, over any guess', () => {
    expect(formulaOf('sum(w) + x', { w: 5 }).variables).toEqual([
      { name: 'w', length: 5 },
      { name: 'x', length: null },
    ]);
    expect(formulaOf('sum(exp(w)) + a', { a: null, w: 2 }).elements.map(({ name }) => name)).toEqual([
      'w[0]',
      'w[1]',
      'a',
    ]);
  });

  it('are laid out in a row and back', () => {
    const formula = formulaOf('sum(w) + b', { w: 2 });
    expect(formula.flatten({ w: [1, 2], b: 3 })).toEqual([1, 2, 3]);
    expect(formula.unflatten([1, 2, 3])).toEqual({ w: [1, 2], b: 3 });
  });
});

describe('the symbolic gradient', () => {
  it.each([
    // textbook derivatives
    ['sum(w.^2) + 2*w[0]*w[1]', { 'w[0]': '2*w[0] + 2*w[1]', 'w[1]': '2*w[1] + 2*w[0]' }],
    ['sin(x)*exp(y)', { x: 'cos(x)*exp(y)', y: 'exp(y)*sin(x)' }],
    ['x^3/3', { x: 'x^2' }],
    ['log(x)*x', { x: 'log(x) + 1' }],
    ['1/x', { x: '-1/x^2' }],
    ['sqrt(x)', { x: '1/(2*sqrt(x))' }],
    ['exp(-x^2/2)', { x: '-x*exp(-x^2/2)' }],
    ['e^x', { x: 'e^x' }],
    ['2^x', { x: '2^x*log(2)' }],
    ['abs(x)', { x: 'sign(x)' }],
    ['max(x, y)', { x: '[x = max(x, y)]', y: '[y = max(x, y)]' }],
    ['(x+1)^2', { x: '2*(x + 1)' }],
    ['x - x', { x: '0' }],
    ['0.1*x^2', { x: '0.2*x' }],
    ['mean(w)', { 'w[0]': '1/3', 'w[1]': '1/3', 'w[2]': '1/3' }],
    ['norm(w)', { 'w[0]': 'w[0]/sqrt(w[0]^2 + w[1]^2)', 'w[1]': 'w[1]/sqrt(w[0]^2 + w[1]^2)' }, { w: 2 }],
    ['prod(w)', { 'w[0]': 'w[1]', 'w[1]': 'w[0]' }, { w: 2 }],
    ['tanh(x)', { x: '1 - tanh(x)^2' }],
    ['sigmoid(x)', { x: 'sigmoid(x)*(1 - sigmoid(x))' }],
  ] as [string, Record<string, string>, Lengths?][])('of %s', (text, components, lengths = {}) => {
    expect(symbolicOf(text, lengths)).toEqual(components);
  });

  it('can be typed in again and has the same values', () => {
    const formula = formulaOf('x^2*sin(y)/(1 + exp(-x*y)) - sqrt(x)^3');
    const point = { x: 1.25, y: 0.75 };
    const symbolic = symbolicOf(formula.text);
    for (const [name, value] of Object.entries(formula.gradient(point))) {
      expect(formulaOf(symbolic[name] ?? '').loss(point)).toBeCloseTo(value as number, 14);
    }
  });

  it('says so where it would be too large, and f goes on', () => {
    // each factor of the 900 differs, and each term of the derivative of a product holds all others
    const text = Array.from({ length: 9 }, (_, k) => `prod(w + ${k})`).join('*');
    const formula = formulaOf(text, { w: 100 });
    const symbolic = formula.symbolic();
    expect(symbolic.ok || symbolic.error.code).toBe('too-large');
    expect(formula.loss({ w: Array(100).fill(0.001) })).toBeGreaterThan(0);
    expect(formula.truth({ w: Array(100).fill(0.001) }).gradient[0].ok).toBe(false);
  });
});

describe('notes', () => {
  it('say how a product without its sign was read', () => {
    expect(formulaOf('1/2x').notes).toEqual([
      { code: 'product', message: 'read as `(1/2)*x`, at 1', position: 0, length: 4 },
    ]);
    expect(formulaOf('a/b c').notes.map(({ message }) => message)).toEqual(['read as `b*c`, at 3']);
    expect(formulaOf('3(x + 1)').notes.map(({ message }) => message)).toEqual(['read as `3*(x + 1)`, at 1']);
    // Rosenbrock's function
    expect(formulaOf('(x-1)^2 + 100(y-x^2)^2').notes).toEqual([
      { code: 'product', message: 'read as `100*(y - x^2)^2`, at 11', position: 10, length: 12 },
    ]);
    expect(formulaOf('2*x').notes).toEqual([]);
  });
});
