/** The checks as assertions, for node:test or any runner that takes an AssertionError. */
import { AssertionError } from 'node:assert';
import type { Layer, Vjp } from '../checker/layers/types.ts';
import type { Checkable, Gradient, Loss, Point, Widened } from '../checker/types.ts';
import { type GradientMatcherOptions, gradientOutcome, type VjpMatcherOptions, vjpOutcome } from './outcome.ts';

export type { GradientMatcherOptions, VjpMatcherOptions } from './outcome.ts';

/**
 * Asserts that a function is the gradient of f at x.
 *
 * @param gradient takes the structure of x, returns the same structure, in units of f over units of x
 * @param f the loss: takes the structure of x, returns one number
 * @param x a number, a (nested) array, a typed array, or a record of those. Never changed.
 * @throws AssertionError with the report where it is not, and where the numbers cannot tell
 * @throws TypeError where the gradient or f was called instead of passed on
 * @throws CheckError for bad input, as `diagnoseGradient`
 * @example
 * import test from 'node:test';
 * import { assertGradient } from 'gradient-checking/node';
 * test('the gradient', () => assertGradient(gradient, f, [1.5, -2.3]));
 */
export function assertGradient<X>(
  gradient: Gradient<Widened<X>>,
  f: Loss<Widened<X>>,
  x: X & Checkable<X>,
  options?: GradientMatcherOptions,
): void {
  const { pass, message } = gradientOutcome(gradient, f as Loss<never>, x as unknown as Point, options);
  if (!pass) fail(message(), assertGradient);
}

/**
 * Asserts that a function is not the gradient of f at x: that a planted bug is found.
 *
 * The parameters are those of {@link assertGradient}.
 *
 * @throws AssertionError with the report where it is the gradient, and where the numbers cannot tell
 * @throws CheckError for bad input, as `diagnoseGradient`
 */
export function assertNotGradient<X>(
  gradient: Gradient<Widened<X>>,
  f: Loss<Widened<X>>,
  x: X & Checkable<X>,
  options?: GradientMatcherOptions,
): void {
  const { pass, message } = gradientOutcome(gradient, f as Loss<never>, x as unknown as Point, options, true);
  if (pass) fail(message(), assertNotGradient);
}

/**
 * Asserts that a function is the vector–Jacobian product of F at x.
 *
 * @param vjp takes the structure of x and a v in the structure of the outputs, returns the structure of x
 * @param F the layer: takes the structure of x, returns its outputs, in any structure of numbers
 * @param x a number, a (nested) array, a typed array, or a record of those. Never changed.
 * @throws AssertionError with the report where it is not, and where the numbers cannot tell
 * @throws TypeError where the vjp or F was called instead of passed on
 * @throws CheckError for bad input, as `diagnoseVjp`
 * @example
 * test('the backward pass', () => assertVjp(backward, forward, { W: [[1, 2]], b: [0.5] }));
 */
export function assertVjp<X, Y>(
  vjp: Vjp<NoInfer<Widened<X>>, Y>,
  F: Layer<NoInfer<Widened<X>>, Y>,
  x: X & Checkable<X>,
  options?: VjpMatcherOptions,
): void {
  const { pass, message } = vjpOutcome(vjp, F as Layer<never>, x as unknown as Point, options);
  if (!pass) fail(message(), assertVjp);
}

function fail(message: string, from: (...args: never[]) => unknown): never {
  throw new AssertionError({ message, stackStartFn: from });
}
