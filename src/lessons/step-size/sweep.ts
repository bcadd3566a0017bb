/** The error that a scheme leaves at each step, in either precision. */
import { norm } from '@/checker/textbook/relative-error.ts';
import { type SweepPoint, stepSizeSweep } from '@/checker/textbook/step-size-sweep.ts';
import type { Point } from '@/checker/types.ts';
import type { StepExample } from '@/examples/example.ts';
import { complexStepGradient } from '@/examples/functions/arithmetic.ts';
import { PRECISIONS, type Precision } from '../differences/precisions.ts';
import type { SchemeId } from '../differences/schemes.ts';
import { problemOf } from './problem.ts';

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
