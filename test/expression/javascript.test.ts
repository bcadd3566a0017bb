import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FormulaPoint, JavaScript } from '@/expression/index.ts';
import { readGradient } from '@/expression/typed-gradient.ts';
import { smoothFormula } from './arbitrary.ts';
import { formulaOf } from './helpers.ts';

function run({ helpers, statements, results }: JavaScript, x: FormulaPoint): number[] {
  const body = [...helpers, ...statements, `return [${results.join(', ')}];`].join('\n');
  return new Function('x', body)(x);
}

describe('a formula as JavaScript', () => {
  it.each([
    ['-x^2 + 2*(x - (3 - x)) - 1/x/2', 'loss', ['-(x.x ** 2) + 2 * (x.x - (3 - x.x)) - (1 / x.x) / 2']],
    ['sum(w.^2) + 2*w[0]*w[1]', 'gradient', ['2 * x.w[0] + 2 * x.w[1]', '2 * x.w[1] + 2 * x.w[0]']],
    ['1e-300*x + pi', 'loss', ['1e-300 * x.x + Math.PI']],
  ] as const)('%s, the %s', (text, of, results) => {
    expect(formulaOf(text).javascript(of)?.results).toEqual(results);
  });

  it('names what is used more than once', () => {
    const script = formulaOf('softmax(w)[0] * softmax(w)[1]', { w: 2 }).javascript('loss');
    expect(script?.statements).toEqual(['const t1 = Math.exp(x.w[0]);', 'const t2 = Math.exp(x.w[1]);']);
    expect(script?.results).toEqual(['(t1 / (t1 + t2)) * (t2 / (t1 + t2))']);
  });

  it('computes the same doubles', () => {
    fc.assert(
      fc.property(
        smoothFormula,
        fc.array(fc.double({ min: -2, max: 2, noNaN: true }), { minLength: 5, maxLength: 5 }),
        (text, values) => {
          const formula = formulaOf(text, { w: 3, x: null, y: null });
          const point = formula.unflatten(values);
          const [loss, gradient] = [formula.javascript('loss'), formula.javascript('gradient')];
          if (loss === undefined || gradient === undefined) throw new Error('none');
          expect(run(loss, point)).toEqual([formula.loss(point)]);
          expect(run(gradient, point)).toEqual(formula.flatten(formula.gradient(point)));
        },
      ),
      { numRuns: 300, seed: 7 },
    );
  });

  it('has the functions that JavaScript lacks', () => {
    const formula = formulaOf('round(x) + sigmoid(x) + softplus(x) + max(x, y, 2)*min(x, y) + abs(x)');
    for (const x of [
      { x: -2.5, y: 1 },
      { x: 3, y: 3 },
    ]) {
      for (const of of ['loss', 'gradient'] as const) {
        const script = formula.javascript(of);
        if (script === undefined) throw new Error('none');
        const expected = of === 'loss' ? [formula.loss(x)] : formula.flatten(formula.gradient(x));
        expect(run(script, x)).toEqual(expected);
      }
    }
  });

  it('of a typed gradient likewise', () => {
    const formula = formulaOf('sum(w.^2) + b', { w: 2 });
    const read = readGradient('2*w; 1', formula);
    if (!read.ok || read.gradient === undefined) throw new Error('none');
    expect(read.gradient.javascript().results).toEqual(['2 * x.w[0]', '2 * x.w[1]', '1']);
  });
});
