/** The matchers, for the `expect` of vitest and of Jest, which take the same. */
import type { Point } from '../checker/types.ts';
import {
  type GradientMatcherOptions,
  gradientOutcome,
  type Outcome,
  type VjpMatcherOptions,
  vjpOutcome,
} from './outcome.ts';

/** What `expect(…)` offers once the matchers are registered. */
export interface GradientMatchers<R = unknown> {
  /**
   * The received function is the gradient of f at x. Fails where the numbers cannot tell, also with `.not`.
   *
   * @param f the loss; it receives the structure of x and returns one number
   * @param x the point: a number, a (nested) array, a typed array, or a record of those
   */
  toBeGradientOf(f: (x: never) => number, x: Point, options?: GradientMatcherOptions): R;

  /**
   * The received function `vjp(x, v)` is the gradient of ⟨v, F(x)⟩ at x. Fails where the numbers cannot tell, also with
   * `.not`.
   *
   * @param F the layer; it receives the structure of x and returns its outputs, any structure of numbers
   * @param x the point, as above
   */
  toBeVjpOf(F: (x: never) => unknown, x: Point, options?: VjpMatcherOptions): R;
}

export const matchers = {
  toBeGradientOf(
    this: { readonly isNot?: boolean },
    received: unknown,
    f: (x: never) => number,
    x: Point,
    options?: GradientMatcherOptions,
  ): Outcome {
    return gradientOutcome(received, f, x, options, this.isNot);
  },

  toBeVjpOf(
    this: { readonly isNot?: boolean },
    received: unknown,
    F: (x: never) => unknown,
    x: Point,
    options?: VjpMatcherOptions,
  ): Outcome {
    return vjpOutcome(received, F, x, options, this.isNot);
  },
};
