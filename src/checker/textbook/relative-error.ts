import { DEFAULT_FLOOR } from '../defaults.ts';
import { layoutOf } from '../point/layout.ts';
import { readGradientStrictly } from '../point/returned-gradient.ts';
import type { Checkable, GradientOf } from '../types.ts';

/** The Euclidean length of a flat list. */
export function norm(values: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i] * values[i];
  return Math.sqrt(sum);
}

/** ||a - b|| / (||a|| + ||b|| + floor), the norms over all elements of the flat lists. */
export function flatRelativeError(a: Float64Array, b: Float64Array, floor: number): number {
  return norm(a.map((value, i) => value - b[i])) / (norm(a) + norm(b) + floor);
}

/**
 * The relative error between two gradients: `||a - b|| / (||a|| + ||b|| + floor)`, Euclidean norms over all elements of
 * all groups. 0 for equal gradients, 1 for opposite ones; NaN where an element is NaN.
 *
 * @param a a gradient, in the structure of x
 * @param b another, of the same structure
 * @param floor keeps 0/0 away; below gradients of this size the error is understated; default 1e-8
 * @throws CheckError where the two are of different shapes
 * @example
 * relativeError([3, -4.6], [1.5, -2.3]); // 0.33333333…
 */
export function relativeError<X>(
  a: X & Checkable<X>,
  b: GradientOf<X>,
  { floor = DEFAULT_FLOOR }: { readonly floor?: number } = {},
): number {
  const { layout, values } = layoutOf(a, { any: true });
  return flatRelativeError(values, readGradientStrictly(layout, b), floor);
}
