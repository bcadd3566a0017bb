import { buildLike, workingCopy } from '../point/copies.ts';
import { requireFunction, requireStep } from '../point/guards.ts';
import { layoutOf } from '../point/layout.ts';
import { readGradientStrictly } from '../point/returned-gradient.ts';
import type { Checkable, Gradient, GradientOf, Loss, Scheme, Widened } from '../types.ts';
import { logspace } from './logspace.ts';
import { flatGradient } from './numerical-gradient.ts';
import { norm } from './relative-error.ts';

/** Options of {@link stepSizeSweep}. */
export interface SweepOptions {
  /** `'forward'`, `'central'` or `'five-point'`; default `'central'`. */
  readonly scheme?: Scheme;
  /** The steps to try; default NumPy's `logspace(-14, -1, 50)`. */
  readonly steps?: readonly number[];
}

/** One point of the error curve. */
export interface SweepPoint {
  /** In the units of x. */
  readonly step: number;
  /** Euclidean norm of numeric - exact; 0, NaN and infinities occur. */
  readonly error: number;
}

/**
 * The error of the numerical gradient as a function of the step: the notebook's curve.
 *
 * A step that is lost in rounding beside x is allowed here: it gives a difference of 0, as in NumPy.
 *
 * @param f the loss: takes the structure of x, returns one number
 * @param exact the exact gradient: a function of x, or its value at x, in the structure of x
 * @param x a number, a (nested) array, a typed array, or a record of those. Never changed.
 * @returns a point of the curve for each step, in the order of the steps
 * @throws CheckError for bad input, an exact gradient of another shape, or a step that is not positive
 * @example
 * stepSizeSweep(Math.sin, Math.cos, 1.2, { steps: [1e-8, 1e-5, 1e-2] });
 */
export function stepSizeSweep<X>(
  f: NoInfer<Loss<Widened<X>>>,
  exact: NoInfer<Gradient<Widened<X>> | GradientOf<Widened<X>>>,
  x: X & Checkable<X>,
  { scheme = 'central', steps = logspace(-14, -1, 50) }: SweepOptions = {},
): SweepPoint[] {
  requireFunction(f, 'f');
  const { layout, values } = layoutOf(x);
  if (!Array.isArray(steps)) requireStep(Number.NaN);
  for (const step of steps) requireStep(step);
  const truth = readGradientStrictly(
    layout,
    typeof exact === 'function' ? (exact as (x: X) => unknown)(buildLike(x, values)) : exact,
  );
  return steps.map((step) => {
    const numeric = flatGradient(f as Loss<X>, workingCopy(x), scheme, step);
    return { step, error: norm(numeric.map((value, i) => value - truth[i])) };
  });
}
