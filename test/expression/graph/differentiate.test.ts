import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { smoothFormula } from '../arbitrary.ts';
import { formulaOf, symbolicOf } from '../helpers.ts';

describe('differentiating', () => {
  it('element by element keeps a factor in one piece', () => {
    expect(symbolicOf('(x^2 + x)^3')).toEqual({ x: '3*(2*x + 1)*(x^2 + x)^2' });
  });

  it('backwards gives the derivatives that 64 digits confirm', () => {
    // each of 40 elements is in every node of the second sum, so that the pass from f backwards is taken
    fc.assert(
      fc.property(smoothFormula, (text) => {
        const length = 40;
        const formula = formulaOf(`sum(softmax(w .* sum(w)) .* w) + 0*(${text})`, { w: length, x: null, y: null });
        const values = formula.row.map((_, at) => 0.3 + at / 100);
        const point = formula.unflatten(values);
        const gradient = formula.flatten({ ...point, ...formula.gradient(point) });
        const complex = formula.complexStep(point);
        if (!complex.ok) throw new Error(complex.reason);
        complex.gradient.forEach((exact, at) => {
          expect(Math.abs(gradient[at] - exact)).toBeLessThan(1e-11 * (1 + Math.abs(exact)));
        });
      }),
      { numRuns: 15, seed: 20_260_401 },
    );
  });

  it('leaves out what is held fixed', () => {
    const formula = formulaOf('x*y + y^2');
    const held = formulaOf('x*y + y^2', {}, ['y']);
    expect(formula.gradient({ x: 2, y: 3 })).toEqual({ x: 3, y: 8 });
    expect(held.gradient({ x: 2, y: 3 })).toEqual({ x: 3 });
    expect(held.elements.map(({ name }) => name)).toEqual(['x']);
    expect(held.row.map(({ name }) => name)).toEqual(['x', 'y']);
  });
});
