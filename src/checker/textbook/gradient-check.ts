import { DEFAULT_FLOOR, DEFAULT_STEP, DEFAULT_THRESHOLD } from '../defaults.ts';
import { buildLike, workingCopy } from '../point/copies.ts';
import { requireChange, requireFunction, requireStep } from '../point/guards.ts';
import { layoutOf } from '../point/layout.ts';
import { readGradientStrictly } from '../point/returned-gradient.ts';
import type { Checkable, Gradient, Loss, Point, Widened } from '../types.ts';
import { type DifferenceOptions, flatGradient } from './numerical-gradient.ts';
import { flatRelativeError } from './relative-error.ts';

/** Options of {@link gradientCheck}: those of {@link numericalGradient}, and the threshold. */
export interface GradientCheckOptions extends DifferenceOptions {
  /** PASS where the relative error is below this; default 1e-5. */
  readonly threshold?: number;
}

/** What {@link gradientCheck} says, with the two gradients in the structure of x. */
export interface GradientCheck<X = Point> {
  readonly status: 'PASS' | 'FAIL';
  /** `relativeError(analytic, numeric)`: 0 for equal gradients, 1 for opposite ones. */
  readonly relativeError: number;
  /** The hand-written gradient, as it was returned. */
  readonly analytic: X;
  /** By finite differences, as `numericalGradient` returns it. */
  readonly numeric: X;
}

/**
 * The textbook gradient check: the numerical gradient with one fixed step, one relative error over all elements,
 * one fixed threshold. The algorithm of the notebook, to the last bit; see `diagnoseGradient` for what it cannot see.
 *
 * @param f the loss: takes the structure of x, returns one number
 * @param gradient takes the structure of x, returns the same structure, in units of f over units of x
 * @param x a number, a (nested) array, a typed array, or a record of those. Never changed.
 * @returns PASS or FAIL, the relative error, and the two gradients in the structure of x
 * @throws CheckError for bad input, and where the gradient is not of the shape of x (the message says both shapes)
 * @example
 * gradientCheck(([a, b]) => (a * a + b * b) / 2, (x) => x.map((v) => 2 * v), [1.5, -2.3]);
 * // { status: 'FAIL', relativeError: 0.333…, analytic: [3, -4.6], numeric: [1.5, -2.3] }
 */
export function gradientCheck<X>(
  f: NoInfer<Loss<Widened<X>>>,
  gradient: NoInfer<Gradient<Widened<X>>>,
  x: X & Checkable<X>,
  { step = DEFAULT_STEP, threshold = DEFAULT_THRESHOLD, scheme = 'central' }: GradientCheckOptions = {},
): GradientCheck<Widened<X>> {
  requireFunction(f, 'f');
  requireFunction(gradient, 'the gradient');
  const { layout, values } = layoutOf(x);
  requireStep(step);
  const copy = workingCopy(x);
  requireChange(copy.rows, step);
  const analytic = readGradientStrictly(layout, gradient(buildLike(x, values) as Widened<X>));
  const numeric = flatGradient(f as Loss<X>, copy, scheme, step);
  const relativeError = flatRelativeError(analytic, numeric, DEFAULT_FLOOR);
  return {
    status: relativeError < threshold ? 'PASS' : 'FAIL',
    relativeError,
    analytic: buildLike(x, analytic) as Widened<X>,
    numeric: buildLike(x, numeric) as Widened<X>,
  };
}
