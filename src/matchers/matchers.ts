/** The matchers, for the `expect` of vitest and of Jest, which take the same. */
import type { Point } from '../checker/types.ts';
import { type GradientMatcherOptions, gradientOutcome, type Outcome } from './outcome.ts';

/** What `expect(…)` offers once the matchers are registered. */
export interface GradientMatchers<R = unknown> {
  /**
   * The received function is the gradient of f at x. Fails where the numbers cannot tell, also with `.not`.
   *
   * @param f the loss; it receives the structure of x and returns one number
   * @param x the point: a number, a (nested) array, a typed array, or a record of those
   */
  toBeGradientOf(f: (x: never) => number, x: Point, options?: GradientMatcherOptions): R;
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
};
