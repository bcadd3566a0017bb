/** The complex step beside the central difference, on one function of real numbers written as three programs. For build time. */
import { type Complex, complexes, toDouble } from '@/examples/functions/arithmetic.ts';
import { sineExponential } from '@/examples/functions/sine-exponential.ts';
import { type ComplexProgram, type Curves, STEPS } from './complex-curves.ts';

/** What each program applies to sin(x₀). At x₀ = 1.2 the sine is positive, so that none of them changes a real number. */
const WITHIN: Readonly<Record<ComplexProgram, (z: Complex) => Complex>> = {
  plain: (z) => z,
  abs: ([a, b]) => [Math.hypot(a, b), 0],
  conjugate: ([a, b]) => [a, -b],
};

const { f, x } = sineExponential;
const exact = sineExponential.gradient(x);
const arithmetic = complexes(toDouble);

const distance = (slopes: readonly number[]): number => Math.hypot(...slopes.map((slope, i) => slope - exact[i]));

/** Where h is lost beside x both values are the same, and the slope comes out as 0. */
export const centralError = (h: number): number =>
  distance(
    x.map((_, i) => {
      const at = (t: number) => f(x.map((value, k) => (k === i ? value + t : value)));
      return (at(h) - at(-h)) / (2 * h);
    }),
  );

export function complexStepError(program: ComplexProgram, h: number): number {
  const value = ([a, b]: readonly Complex[]) =>
    arithmetic.multiply(WITHIN[program](arithmetic.sin(a)), arithmetic.exp(b));
  return distance(x.map((_, i) => value(x.map((real, k): Complex => [real, k === i ? h : 0]))[1] / h));
}

export const complexCurves = (): Curves => ({
  central: STEPS.map(centralError),
  plain: STEPS.map((h) => complexStepError('plain', h)),
  abs: STEPS.map((h) => complexStepError('abs', h)),
  conjugate: STEPS.map((h) => complexStepError('conjugate', h)),
});
