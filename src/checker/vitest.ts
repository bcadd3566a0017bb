/**
 * A matcher for vitest: `expect(gradient).toBeGradientOf(f, x)`. Import this file once, in a test or a setup file; it registers
 * itself. A failure prints the report: verdict, worst elements, the name of the bug, what to do next.
 *
 * @example
 * import '@/checker/vitest.ts';
 * it('is the gradient', () => expect(gradient).toBeGradientOf(f, [1.5, -2.3]));
 */
import { expect } from 'vitest';
import { diagnoseGradient } from './elements/diagnose-gradient.ts';
import { formatReport } from './elements/report.ts';
import type { DiagnoseOptions, Gradient, Loss, Point } from './types.ts';

/** Options of the check, and whether an inconclusive verdict is accepted. */
export interface GradientMatcherOptions extends DiagnoseOptions {
  /** Let `inconclusive` pass too. By default it fails: nothing was shown to be right. */
  readonly allowInconclusive?: boolean;
}

interface GradientMatchers<R = unknown> {
  /**
   * The received function is the gradient of f at x, as far as the numbers can tell.
   *
   * @param f the loss; it receives the structure of x and returns one number
   * @param x the point: a number, a (nested) array, a typed array, or a record of those
   */
  toBeGradientOf(f: (x: never) => number, x: Point, options?: GradientMatcherOptions): R;
}

declare module 'vitest' {
  interface Matchers<R extends void | Promise<void> = void | Promise<void>, T = unknown> extends GradientMatchers<R> {}
}

expect.extend({
  toBeGradientOf(received: unknown, f: (x: never) => number, x: Point, options: GradientMatcherOptions = {}) {
    if (typeof received !== 'function' || typeof f !== 'function') {
      throw new TypeError(
        'toBeGradientOf compares functions: expect(gradient).toBeGradientOf(f, x), with gradient and f uncalled.',
      );
    }
    const report = diagnoseGradient(f as Loss<never>, received as Gradient<never>, x as never, options);
    const accepted = options.allowInconclusive ? ['pass', 'inconclusive'] : ['pass'];
    return {
      pass: accepted.includes(report.verdict),
      message: () =>
        `expected a function ${this.isNot ? 'not ' : ''}to be the gradient of f at x\n\n${formatReport(report)}`,
    };
  },
});
