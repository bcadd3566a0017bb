/**
 * Matchers for vitest: `expect(gradient).toBeGradientOf(f, x)`. Import this once, in a test or a setup file; it registers
 * itself. A failure prints the report: verdict, worst elements, the name of the bug, what to do next.
 *
 * @example
 * import 'gradient-checking/vitest';
 * it('is the gradient', () => expect(gradient).toBeGradientOf(f, [1.5, -2.3]));
 */
import { expect } from 'vitest';
import { type GradientMatchers, matchers } from './matchers.ts';

export type { GradientMatcherOptions, VjpMatcherOptions } from './outcome.ts';

declare global {
  // What `expect` returns is a Chai assertion in every version of vitest; its own types of matchers differ in each.
  namespace Chai {
    interface Assertion extends GradientMatchers<void> {}
  }
}

expect.extend(matchers);
