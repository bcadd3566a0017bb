/** What a test is told about a gradient, whichever runner asks. */
import { diagnoseGradient } from '../checker/elements/diagnose-gradient.ts';
import { formatReport } from '../checker/elements/report.ts';
import type { DiagnoseOptions, Gradient, Loss, Point, Report } from '../checker/types.ts';

/** Options of the check, and whether an inconclusive verdict is accepted. */
export interface GradientMatcherOptions extends DiagnoseOptions {
  /** Let `inconclusive` pass too. By default it fails, with `.not` as without: nothing was shown. */
  readonly allowInconclusive?: boolean;
}

/** What vitest and Jest want of a matcher: `pass` is turned round for `.not`. */
export interface Outcome {
  readonly pass: boolean;
  readonly message: () => string;
}

/**
 * Whether the received function is the gradient of f at x.
 *
 * @param isNot the test expects that it is not
 * @throws TypeError where the gradient or f was called instead of passed on
 * @throws CheckError for bad input, as `diagnoseGradient`
 */
export function gradientOutcome(
  received: unknown,
  f: (x: never) => number,
  x: Point,
  options: GradientMatcherOptions = {},
  isNot = false,
): Outcome {
  if (typeof received !== 'function' || typeof f !== 'function')
    throw new TypeError(
      'toBeGradientOf compares functions: expect(gradient).toBeGradientOf(f, x), with gradient and f uncalled.',
    );
  const report = diagnoseGradient(f as Loss<never>, received as Gradient<never>, x as never, options);
  return outcomeOf(report, 'the gradient of f at x', options, isNot);
}

function outcomeOf(
  report: Report,
  what: string,
  { allowInconclusive = false }: GradientMatcherOptions,
  isNot: boolean,
): Outcome {
  const open = report.verdict === 'inconclusive';
  return {
    pass: open ? allowInconclusive !== isNot : report.verdict === 'pass',
    message: () =>
      `expected a function ${isNot ? 'not ' : ''}to be ${what}${open ? ', which could not be told' : ''}\n\n${formatReport(report)}`,
  };
}
