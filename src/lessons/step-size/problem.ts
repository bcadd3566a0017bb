/** What the figure differentiates, in either precision, and the error that a scheme leaves at each step. */
import { norm } from '@/checker/textbook/relative-error.ts';
import { type SweepPoint, stepSizeSweep } from '@/checker/textbook/step-size-sweep.ts';
import type { Loss, Point } from '@/checker/types.ts';
import type { StepExample } from '@/examples/example.ts';
import { complexStepGradient, reals } from '@/examples/functions/arithmetic.ts';
import { PRECISIONS, type Precision } from '../differences/precisions.ts';
import type { SchemeId } from '../differences/schemes.ts';

/** What is differentiated, where, and the exact gradient at that very point. */
export interface Problem {
  readonly f: Loss;
  readonly x: Point;
  readonly values: readonly number[];
  readonly exact: readonly number[];
}

/**
 * In float32 x, x ± h and the result of every operation inside f are rounded to single precision; the difference and
 * the quotient are taken in double. The exact gradient is that at the rounded x.
 */
export function problemOf(example: StepExample, precision: Precision): Problem {
  if (precision === 'float64') {
    const exact = example.gradient(example.x);
    return { f: example.f as Loss, x: [...example.x], values: example.x, exact };
  }
  const x = Float32Array.from(example.x);
  const values = Array.from(x);
  const single = reals(PRECISIONS.float32.round);
  return {
    f: (point) => example.over(single, Array.from(point as Float32Array)),
    x,
    values,
    exact: example.gradient(values),
  };
}

/** Error of the numerical gradient at each step: the checker's sweep, and its like for the complex step. */
export function sweep(
  example: StepExample,
  scheme: SchemeId,
  precision: Precision,
  steps: readonly number[],
): SweepPoint[] {
  const { f, x, values, exact } = problemOf(example, precision);
  if (scheme !== 'complex-step') return stepSizeSweep<Point>(f, [...exact], x, { scheme, steps });
  const { round } = PRECISIONS[precision];
  return steps.map((step) => {
    const numeric = complexStepGradient(example.over, values, step, round);
    return { step, error: norm(Float64Array.from(numeric, (value, i) => value - exact[i])) };
  });
}
