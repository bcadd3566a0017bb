import { logspace, type Scheme, type SweepPoint, stepSizeSweep } from '@/checker/index.ts';
import type { Precision } from '../model.ts';
import type { ComplexDerivative } from './complex-step.ts';
import type { NoTruth, Truth } from './truth.ts';

export type CurveScheme = Scheme | 'complex-step';

export const CURVE_SCHEMES: readonly CurveScheme[] = ['forward', 'central', 'five-point', 'complex-step'];

export interface ErrorCurveOptions {
  readonly schemes?: readonly CurveScheme[];
  /** In which f is evaluated; the differences are always taken in doubles. */
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
  | { readonly ok: false; readonly reason: NoTruth | 'not-finite'; readonly element: string };

/** What the error curve needs of a formula. */
export interface CurveSource {
  readonly names: readonly string[];
  readonly loss: (values: ArrayLike<number>, precision: Precision) => number;
  readonly complexStep: ComplexDerivative;
  readonly truth: Truth;
}

/**
 * The error of the numerical gradient against the 64-digit truth, by step, for each scheme: truncation falls with the
 * step, round-off grows. Needs no hand-written gradient.
 *
 * @param values the elements of the point in order
 */
export function errorCurveOf(
  { names, loss, complexStep, truth }: CurveSource,
  values: readonly number[],
  { schemes = CURVE_SCHEMES, precision = 'float64', steps = logspace(-14, -1, 50) }: ErrorCurveOptions = {},
): ErrorCurve {
  const unusable = values.findIndex((value) => !Number.isFinite(value));
  if (unusable >= 0) return { ok: false, reason: 'not-finite', element: names[unusable] };
  const exact: number[] = [];
  for (const [at, element] of truth.gradient.entries()) {
    if (!element.ok) return { ok: false, reason: element.reason, element: names[at] };
    exact.push(element.double);
  }
  const usable = steps.filter((step) => step > 0 && Number.isFinite(step));
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
          : stepSizeSweep((x: number[]) => loss(x, precision), exact, [...values], { scheme, steps: usable }),
    })),
  };
}

function distance(numeric: ReturnType<ComplexDerivative>, exact: readonly number[]): number {
  return numeric.ok ? Math.hypot(...numeric.gradient.map((value, at) => value - exact[at])) : Number.NaN;
}
