/** What the figure differentiates, in either precision. */
import type { Loss, Point } from '@/checker/types.ts';
import type { StepExample } from '@/examples/example.ts';
import { reals } from '@/examples/functions/arithmetic.ts';
import { PRECISIONS, type Precision } from '../differences/precisions.ts';

/** The function, the point, and the exact gradient at that point. */
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
