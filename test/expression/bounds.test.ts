import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFormula } from '@/expression/formula.ts';
import { LIMITS } from '@/expression/limits.ts';
import type { Lengths } from '@/expression/read/shapes.ts';
import { readGradient } from '@/expression/typed-gradient.ts';
import { print } from '@/expression/write/print.ts';
import { TEXT } from '@/expression/write/text.ts';
import { smoothFormula } from './arbitrary.ts';
import { formulaOf, processorTime } from './helpers.ts';

/** Milliseconds of a processor. Most of the formulas below need ten. */
const MOST = 500;

const nested = (depth: number, open: string, inner = 'x', close = ')') =>
  `${open.repeat(depth)}${inner}${close.repeat(depth)}`;

/** Formulas that are short as texts, and large in one way or other once they are worked out. */
const LARGE: readonly [what: string, text: string, lengths?: Lengths][] = [
  ['squares in squares', nested(30, 'square(')],
  ['cubes in cubes', nested(30, 'cube(')],
  ['squares of products', nested(28, 'square(x*y*', 'z')],
  ['powers of sums', nested(30, '(1+', 'x', ')^2')],
  ['negative powers', nested(30, '(x+', 'x', ')^-2.5')],
  ['a tower of powers', `x${'^x'.repeat(120)}`],
  ['powers in exponents', nested(30, 'x^(x+')],
  ['roots in roots', nested(30, 'sqrt(1+')],
  ['roots of sums in x', nested(30, 'sqrt(x+')],
  ['cube roots', nested(30, 'cbrt(x*')],
  ['quotients in quotients', nested(30, '1/(1+')],
  ['sines of products', nested(30, 'sin(x*')],
  ['tanh of sums', nested(30, 'tanh(x+')],
  ['tangents', nested(30, 'tan(')],
  ['maxima in maxima', nested(30, 'max(x,1+')],
  ['absolute values', nested(30, 'abs(x-')],
  ['the maximum of 150 numbers', `max(${Array.from({ length: 150 }, (_, k) => (k % 2 ? 'x' : 'y')).join(',')})`],
  ['a sum of 199 terms', Array(199).fill('x').join('+')],
  ['the norm of 100 elements', 'norm(w)', { w: 100 }],
  ['the maximum of 100 elements', 'max(w)', { w: 100 }],
  ['log-sum-exp of 100 elements', 'log(sum(exp(w)))', { w: 100 }],
  ['the product of 100 elements', 'prod(w)', { w: 100 }],
  ['products of products', 'prod(w + prod(w + prod(w)))', { w: 100 }],
  ['five products of 100 sums', [1, 2, 3, 4, 5].map((k) => `prod(w + ${k})`).join('*'), { w: 100 }],
  ['the standard deviation of 100 elements', 'std(w)', { w: 100 }],
  ['a variance round its mean', 'variance(exp(w - mean(w)))', { w: 100 }],
  ['softmax five times', 'softmax(softmax(softmax(softmax(softmax(w)))))[0]', { w: 100 }],
  ['norms in norms', 'norm(w .* norm(w .* norm(w .* norm(w))))', { w: 100 }],
  ['sums of sums', 'sum(w + sum(w + sum(w + sum(w + sum(w.^2)))))', { w: 100 }],
  ['sums of exponentials of sums', 'sum(exp(w .* sum(exp(w .* sum(exp(w))))))', { w: 100 }],
  ['products of vectors', 'dot(w, w*dot(w, w*dot(w, w*dot(w, w))))', { w: 100 }],
  ['powers of elements', 'prod(w.^w.^w)', { w: 100 }],
  ['maxima of maxima', 'max(max(w), max(w+1), max(w+2), max(w+3))', { w: 100 }],
  ['a table of sums', 'sum([sum(w), sum(w.^2), prod(w)] .* [norm(w), max(w), mean(w)])', { w: 100 }],
  ['an index of an index', `sum(w${'[0:]'.repeat(40)})`, { w: 100 }],
  ['constants of 300 digits', `x*${Array(60).fill('1.23456789e-300').join('*')}`],
  [
    'sums of constants without a common divisor',
    'sum((w/3.1234567e300 + 1.1e-299).^3)*sum((w/7.9e299 + 1.3e-290).^3)',
    { w: 100 },
  ],
];

/** Everything that is made of a formula, but for the truth in 64 digits, which has a clock of its own. */
function everyStage(text: string, lengths: Lengths | undefined): void {
  let read = readFormula(text, lengths);
  expect(
    processorTime(() => {
      read = readFormula(text, lengths);
    }),
    'reading',
  ).toBeLessThan(MOST);
  if (!read.ok) return;
  const { formula } = read;
  const point = formula.unflatten(formula.elements.map((_, at) => 0.5 + at / 200));
  const stages: Record<string, () => unknown> = {
    differentiating: () => formula.symbolic(),
    evaluating: () => [formula.loss(point), formula.gradient(point), formula.complexStep(point)],
    writing: () => [formula.javascript('loss'), formula.javascript('gradient')],
    'reading as a gradient': () => readGradient(text, formula),
  };
  for (const [name, work] of Object.entries(stages)) expect(processorTime(work), name).toBeLessThan(MOST);
  const symbolic = formula.symbolic();
  const written = symbolic.ok ? symbolic.gradient.components : [];
  for (const { text = '', tex = '' } of written) {
    expect(Math.max(text.length, tex.length)).toBeLessThanOrEqual(LIMITS.printed);
  }
}

describe('every stage of a formula ends soon', () => {
  it.each(LARGE)('%s', (_, text, lengths) => {
    // it has to be read: a refusal would be quick as well
    expect(formulaOf(text, lengths).elements.length).toBeGreaterThan(0);
    everyStage(text, lengths);
  });

  it('of formulas that nest anything in anything', () => {
    const pieces = fc.constantFrom(
      ...['square(', 'sqrt(1+', 'exp(-', 'sin(w[0]*', '(1+', '1/(2+', 'abs(', 'max(1, ', 'log(3+', 'x^('],
      ...['sum(w*', 'norm(w+', 'prod(w/', 'mean(w-', 'std(w*', 'max(w/', 'dot(w, w*', 'sum(softmax(w*'],
    );
    fc.assert(
      fc.property(fc.array(pieces, { minLength: 5, maxLength: 30 }), fc.constantFrom(3, 40, 100), (row, length) => {
        const opened = row.join('');
        everyStage(`${opened}x${')'.repeat(opened.split('(').length - opened.split(')').length)}`, { w: length });
      }),
      { numRuns: 60, seed: 20_260_201 },
    );
  });

  it('with fewer steps of the error curve where f is large, and none where it is larger', () => {
    const steps = (text: string, length: number) => {
      const formula = formulaOf(text, { w: length });
      const curve = formula.errorCurve({ w: Array.from({ length }, (_, at) => 1 + at / 500) });
      return curve.ok ? curve.series[0].points.length : curve.reason;
    };
    expect(steps('sum(w.^2)', 10)).toBe(50);
    expect(steps('sum(w + sum(w + sum(w + sum(w.^2))))', 100)).toBeLessThan(40);
    expect(steps(Array.from({ length: 8 }, (_, k) => `sum((w + ${k}).^2)`).join('+'), 100)).toBe('too-large');
  });
});

describe('what is too long to read is counted, not written', () => {
  it('to the sign', () => {
    fc.assert(
      fc.property(smoothFormula, fc.nat(80), (text, longest) => {
        const formula = formulaOf(text, { w: 3, x: null, y: null });
        const symbolic = formula.symbolic();
        if (!symbolic.ok) throw new Error(symbolic.error.message);
        const { nodes } = symbolic.gradient;
        const whole = print(nodes, TEXT, formula.elements, Number.POSITIVE_INFINITY);
        const counted = print(nodes, TEXT, formula.elements, longest);
        expect(counted.map(({ signs }) => signs)).toEqual(whole.map(({ text }) => text?.length));
        expect(counted.map(({ text }) => text)).toEqual(
          whole.map(({ text = '' }) => (text.length <= longest ? text : undefined)),
        );
      }),
      { numRuns: 200, seed: 20_260_202 },
    );
  });
});
