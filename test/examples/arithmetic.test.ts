import { describe, expect, it } from 'vitest';
import {
  complexes,
  complexStepGradient,
  reals,
  seriesOf,
  toDouble,
  toSingle,
} from '@/examples/functions/arithmetic.ts';
import { stepSizeExamples } from '@/examples/index.ts';

const each = stepSizeExamples.map((e) => [e.id, e] as const);
const near = (found: readonly number[], expected: readonly number[], share: number) =>
  found.forEach((value, i) => {
    expect(Math.abs(value - expected[i])).toBeLessThanOrEqual(share * Math.abs(expected[i]) + 1e-12);
  });

describe.each(each)('one formula in several arithmetics: %s', (_, e) => {
  it('gives singles only in single precision, within a few roundings of f', () => {
    const x = e.x.map(toSingle);
    const value = e.over(reals(toSingle), x);
    expect(toSingle(value)).toBe(value);
    // Rounding x inside f moves f by its slope: the condition of the problem, not of this arithmetic.
    const slopes = e.gradient(x).reduce((sum, g, i) => sum + Math.abs(g * x[i]), 0);
    expect(Math.abs(value - e.f(x))).toBeLessThanOrEqual(4 * 2 ** -24 * (Math.abs(value) + slopes));
  });

  it('has its gradient to the last digits by the complex step, however small the step', () => {
    for (const step of [1e-14, 1e-100]) near(complexStepGradient(e.over, e.x, step), e.gradient(e.x), 1e-14);
  });
});

describe('Taylor series', () => {
  it('are those of the textbook', () => {
    const t = [0, 1, 0, 0, 0, 0];
    const a = seriesOf(6);
    near(a.exp(t), [1, 1, 1 / 2, 1 / 6, 1 / 24, 1 / 120], 1e-15);
    near(a.sin(t), [0, 1, 0, -1 / 6, 0, 1 / 120], 1e-15);
    near(a.log(a.add(a.constant(1), t)), [0, 1, -1 / 2, 1 / 3, -1 / 4, 1 / 5], 1e-15);
    near(a.sqrt(a.add(a.constant(1), t)), [1, 1 / 2, -1 / 8, 1 / 16, -5 / 128, 7 / 256], 1e-15);
  });
});

describe('complex numbers', () => {
  const c = complexes(toDouble);
  it.each([
    [3, 4],
    [-3, 4],
    [-3, -4],
    [3, -4],
    [-2, 0],
  ])('have a root on the principal branch that squares to them: %f + %f i', (a, b) => {
    const root = c.sqrt([a, b]);
    expect(root[0]).toBeGreaterThanOrEqual(0);
    near(c.multiply(root, root), [a, b], 1e-14);
  });

  it('obey Euler and invert exp by log', () => {
    near(c.exp([0, Math.PI / 3]), [0.5, Math.sqrt(3) / 2], 1e-14);
    near(c.log(c.exp([0.3, 1.1])), [0.3, 1.1], 1e-14);
  });
});
