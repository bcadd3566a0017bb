import { describe, expect, it } from 'vitest';
import { gradientWith, lossWith, METHODS, ORBIT, TRUTH } from '@/lessons/constraints/kepler.ts';
import { checkSolver, surfaceChecks } from '@/lessons/constraints/measured.ts';
import { bounds, change, conventions, fooled, symmetric, ways } from '@/lessons/constraints/numbers.ts';
import { slopeErrors } from '@/lessons/constraints/solver.ts';
import { SURFACES } from '@/lessons/constraints/surfaces.ts';

describe('a loss behind a solver', () => {
  it('solves Kepler’s equation, by every method to its tolerance', () => {
    for (const tolerance of [1e-4, 1e-8, 1e-12])
      for (const { id } of METHODS)
        expect(Math.abs(lossWith(id, tolerance)(ORBIT) - lossWith('newton', 1e-15)(ORBIT))).toBeLessThan(tolerance);
  });

  it('has the slope that the implicit function theorem says', () => {
    // Richardson’s extrapolation of two central differences of the exact loss
    const f = (e: number) => lossWith('newton', 1e-15)({ ...ORBIT, e });
    const slope = (h: number) => (f(ORBIT.e + h) - f(ORBIT.e - h)) / (2 * h);
    expect((4 * slope(5e-4) - slope(1e-3)) / 3).toBeCloseTo(TRUTH.e, 9);
  });

  it('shows stairs under bisection, one level under a fixed-point iteration, and little under Newton', () => {
    const at = (method: (typeof METHODS)[number]['id'], step: number) =>
      slopeErrors(method, 1e-4).reduce((best, each) =>
        Math.abs(each[0] - step) < Math.abs(best[0] - step) ? each : best,
      )[1];
    expect(at('bisection', 1e-9)).toBeGreaterThan(0.1);
    expect(at('fixed-point', 1e-6) / at('fixed-point', 1e-4)).toBeCloseTo(1, 1);
    expect(at('newton', 1e-5)).toBeLessThan(1e-8);
  });

  it('passes by every method once the solver runs to rounding', () => {
    for (const { id } of METHODS) expect(checkSolver(id, 1e-12).verdict).toBe('pass');
    expect(ways.map(({ verdict }) => verdict)).toEqual(['pass', 'fail', 'fail']);
    expect(gradientWith('newton', 1e-12, 'constant')(ORBIT)).toEqual({ e: -1, m: -0 });
  });

  it('fools a short step on a tread of its stairs', () => expect(fooled).toEqual({ right: 'FAIL', constant: 'PASS' }));
});

describe('parameters on a surface', () => {
  const dot = (a: readonly number[], b: readonly number[]) => a.reduce((sum, each, i) => sum + each * b[i], 0);

  it.each(SURFACES.map((surface) => [surface.id, surface] as const))(
    '%s: curves start at x, in the surface',
    (_, surface) => {
      for (const { at, velocity } of surface.curves) {
        at(0).forEach((each, i) => {
          expect(each).toBeCloseTo(surface.x[i], 12);
        });
        const [after, before] = [at(1e-5), at(-1e-5)];
        velocity(0).forEach((each, i) => {
          expect((after[i] - before[i]) / 2e-5).toBeCloseTo(each, 8);
        });
        // what is in the surface is all that a curve can feel
        const g = surface.slopes([...surface.x]);
        expect(dot(surface.tangent(surface.x, g), velocity(0))).toBeCloseTo(dot(g, velocity(0)), 12);
      }
      const twice = surface.tangent(surface.x, surface.tangent(surface.x, surface.slopes([...surface.x])));
      twice.forEach((each, i) => {
        expect(each).toBeCloseTo(surface.tangent(surface.x, surface.slopes([...surface.x]))[i], 12);
      });
    },
  );

  it('have two right gradients, of which a check by elements knows one', () => {
    for (const { id } of SURFACES) {
      const verdicts = (handed: string) => {
        const { byElement, along } = surfaceChecks[`${id} ${handed}`];
        return [byElement.verdict, along.verdict];
      };
      expect([verdicts('slopes'), verdicts('tangent'), verdicts('wrong')]).toEqual([
        ['pass', 'pass'],
        ['fail', 'pass'],
        ['fail', 'fail'],
      ]);
    }
  });
});

describe('a symmetric matrix', () => {
  it('passes with the gradient that fits what the loss reads, and with no other', () => {
    expect(symmetric.rows.map(({ cells }) => cells.map(({ verdict }) => verdict === 'pass'))).toEqual([
      [true, false, false],
      [false, false, true],
      [false, false, false],
      [false, true, false],
    ]);
  });

  it('changes by what its gradient says, and not by twice that', () => {
    expect(change.plain).toBeCloseTo(change.measured, 6);
    expect(change.doubled / change.plain).toBeCloseTo(2, 12);
  });
});

it('at a bound, only the side that exists is measured, and a clipped value shows half of its slope', () => {
  expect(bounds.map(({ verdict }) => verdict)).toEqual(['pass', 'inconclusive', 'fail', 'pass']);
  expect(bounds[1].central).toBeCloseTo(0.5, 4);
});

it('a complex gradient is told by its parts: right, conjugated, halved, or without its imaginary part', () => {
  expect(conventions.map(({ re, im }) => [re, im].map((each) => Math.round(100 * each) / 100 + 0))).toEqual([
    [1, 1],
    [1, -1],
    [0.5, 0.5],
    [1, 0],
  ]);
  expect(conventions.map(({ verdict }) => verdict)).toEqual(['pass', 'fail', 'fail', 'fail']);
});
