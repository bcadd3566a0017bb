import { logspace, type Scheme, type SweepPoint, stepSizeSweep } from '@/checker/index.ts';
import { LIMITS } from '../limits.ts';
import type { Precision } from '../model.ts';
import type { ComplexDerivative } from './complex-step.ts';
import type { NoTruth, Truth } from './truth.ts';

export type CurveScheme = Scheme | 'complex-step';

export const CURVE_SCHEMES: readonly CurveScheme[] = ['forward', 'central', 'five-point', 'complex-step'];

export interface ErrorCurveOptions {
  readonly schemes?: readonly CurveScheme[];
  /** The precision in which f is evaluated; the differences are always taken in doubles. */
  readonly precision?: Precision;
  /** Default: 50 steps from 1e-14 to 1e-1, as in the notebook. */
  readonly steps?: readonly number[];
}

export type ErrorCurve =
  | {
      readonly ok: true;
      /** Errors are Euclidean norms of numeric - truth over all elements. */
      readonly series: readonly { readonly scheme: CurveScheme; readonly points: readonly SweepPoint[] }[];
      /** Norm of the true gradient, for errors relative to it. */
      readonly scale: number;
      /** Schemes that this f has no curve of, and why. */
      readonly left: readonly { readonly scheme: CurveScheme; readonly functions: readonly string[] }[];
    }
  /** Without a truth there is no error: `element` has none, for `reason`. */
  | { readonly ok: false; readonly reason: NoTruth | 'not-finite'; readonly element: string }
  /** So large an f that even a few steps would take too long. */
  | { readonly ok: false; readonly reason: 'too-large' };

/** Cost of one element and step, in evaluations of f in doubles. */
const COSTS: Readonly<Record<CurveScheme, number>> = { forward: 1, central: 2, 'five-point': 4, 'complex-step': 4 };

/** Fewer steps than these are no curve. */
const FEWEST_STEPS = 8;

/** The parts of a formula that the error curve needs. */
export interface CurveSource {
  /** Names of the elements with respect to which f is differentiated: they come first in each point. */
  readonly names: readonly string[];
  readonly loss: (values: ArrayLike<number>, precision: Precision) => number;
  readonly complexStep: ComplexDerivative;
  readonly truth: Truth;
  /** Operations of one evaluation of f. */
  readonly operations: number;
}

/**
 * The error of the numerical gradient against the 64-digit truth, by step, for each scheme: truncation falls with the
 * step, round-off grows. Needs no hand-written gradient.
 *
 * @param values the elements of the point in order, then those that are held fixed
 */
export function errorCurveOf(
  { names, loss, complexStep, truth, operations }: CurveSource,
  values: readonly number[],
  { schemes = CURVE_SCHEMES, precision = 'float64', steps = logspace(-14, -1, 50) }: ErrorCurveOptions = {},
): ErrorCurve {
  const unusable = values.findIndex((value) => !Number.isFinite(value));
  if (unusable >= 0) return { ok: false, reason: 'not-finite', element: names[unusable] ?? 'data' };
  const exact: number[] = [];
  for (const [at, element] of truth.gradient.entries()) {
    if (!element.ok) return { ok: false, reason: element.reason, element: names[at] };
    exact.push(element.double);
  }
  const work = operations * names.length * schemes.reduce((sum, scheme) => sum + COSTS[scheme], 0);
  const [elements, data] = [values.slice(0, names.length), values.slice(names.length)];
  const usable = thinned(
    steps.filter((step) => step > 0 && Number.isFinite(step)),
    Math.floor(LIMITS.curveWork / work),
  );
  if (usable.length < Math.min(steps.length, FEWEST_STEPS)) return { ok: false, reason: 'too-large' };
  const complex = complexStep(values);
  const left = complex.ok || !('functions' in complex) ? [] : complex.functions;
  const drawn = schemes.filter((scheme) => scheme !== 'complex-step' || (complex.ok && precision === 'float64'));
  return {
    ok: true,
    scale: Math.hypot(...exact),
    left: left.length > 0 && schemes.includes('complex-step') ? [{ scheme: 'complex-step', functions: left }] : [],
    series: drawn.map((scheme) => ({
      scheme,
      points:
        scheme === 'complex-step'
          ? usable.map((step) => ({ step, error: distance(complexStep(values, step), exact) }))
          : stepSizeSweep((x: number[]) => loss([...x, ...data], precision), exact, elements, {
              scheme,
              steps: usable,
            }),
    })),
  };
}

/** At most `most` of the steps, evenly spread, the first and the last among them. */
function thinned(steps: readonly number[], most: number): readonly number[] {
  if (steps.length <= most || most < 2) return steps.slice(0, most);
  return Array.from({ length: most }, (_, at) => steps[Math.round((at * (steps.length - 1)) / (most - 1))]);
}

function distance(numeric: ReturnType<ComplexDerivative>, exact: readonly number[]): number {
  return numeric.ok ? Math.hypot(...numeric.gradient.map((value, at) => value - exact[at])) : Number.NaN;
}
