/** The outcome of a test of a gradient or a vjp, for any test runner. */
import { diagnoseGradient } from '../checker/elements/diagnose-gradient.ts';
import { formatReport } from '../checker/elements/report.ts';
import { diagnoseVjp } from '../checker/layers/diagnose-vjp.ts';
import { formatLayerReport } from '../checker/layers/text.ts';
import type { Layer, LayerOptions, Vjp } from '../checker/layers/types.ts';
import type { DiagnoseOptions, Gradient, Loss, Point, Verdict } from '../checker/types.ts';

/** Whether an inconclusive verdict is accepted. */
interface Accepting {
  /** Let `inconclusive` pass too. By default it fails, with `.not` as without: nothing was shown. */
  readonly allowInconclusive?: boolean;
}

/** Options of the check of a gradient, and whether an inconclusive verdict is accepted. */
export interface GradientMatcherOptions extends DiagnoseOptions, Accepting {}

/** Options of the check of a vector–Jacobian product, and whether an inconclusive verdict is accepted. */
export interface VjpMatcherOptions extends LayerOptions, Accepting {}

/** The result of a matcher, as vitest and Jest take it; they invert `pass` for `.not`. */
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
  return outcomeOf({ ...report, text: () => formatReport(report) }, 'the gradient of f at x', options, isNot);
}

/**
 * Whether the received function is the vector–Jacobian product of F at x.
 *
 * @param isNot the test expects that it is not
 * @throws TypeError where the vjp or F was called instead of passed on
 * @throws CheckError for bad input, as `diagnoseVjp`
 */
export function vjpOutcome(
  received: unknown,
  F: (x: never) => unknown,
  x: Point,
  options: VjpMatcherOptions = {},
  isNot = false,
): Outcome {
  if (typeof received !== 'function' || typeof F !== 'function')
    throw new TypeError('toBeVjpOf compares functions: expect(vjp).toBeVjpOf(F, x), with vjp and F uncalled.');
  const report = diagnoseVjp(F as Layer<never, never>, received as Vjp<never, never>, x as never, options);
  return outcomeOf({ ...report, text: () => formatLayerReport(report) }, 'the vjp of F at x', options, isNot);
}

function outcomeOf(
  { verdict, text }: { readonly verdict: Verdict; readonly text: () => string },
  what: string,
  { allowInconclusive = false }: Accepting,
  isNot: boolean,
): Outcome {
  const open = verdict === 'inconclusive';
  return {
    pass: open ? allowInconclusive !== isNot : verdict === 'pass',
    message: () =>
      `expected a function ${isNot ? 'not ' : ''}to be ${what}${open ? ', which could not be told' : ''}\n\n${text()}`,
  };
}
