/**
 * The derivative from five points x - 2h … x + 2h, with separate error bars for truncation and round-off.
 *
 * The even and odd differences of the five values give the first four Taylor terms c1 … c4 of f over one step. How
 * fast these fall bounds the fifth, which the five-point formula leaves out. FiniteDifferences.jl and GSL's
 * deriv_central choose their steps in this way too, from separate evaluations.
 */
import type { Line } from './line.ts';
import { errorOf } from './precision.ts';

export interface Stencil {
  readonly step: number;
  readonly value: number;
  /** Estimated size of the Taylor terms that the formula leaves out. */
  readonly truncation: number;
  /** Standard deviation of the error that comes from rounding and noise of f. */
  readonly roundOff: number;
  /** Mean size of the slopes of f on the two sides of x over one step. */
  readonly variation: number;
  /** Slope on the right minus slope on the left, over one step. */
  readonly gap: number;
  /** Standard deviation of the error of one value of f. */
  readonly error: number;
  /** Sizes of the first four Taylor terms over one step, as far as they stand out from the noise. */
  readonly terms: readonly [c1: number, c2: number, c3: number, c4: number];
}

/** Standard deviations of the differences, in units of that of one value. */
const SPREAD = { second: Math.sqrt(6), third: Math.sqrt(2.5), fourth: Math.sqrt(70), slope: Math.sqrt(130) / 12 };
/** A difference below this many standard deviations is taken for noise. */
const SIGNIFICANT = 3;

/** The stencil with step h on a line; null where one of the four values is not finite. */
export function stencil(line: Pick<Line, 'at' | 'value' | 'precision'>, h: number): Stencil | null {
  const f0 = line.value;
  const right = line.at(h);
  const left = line.at(-h);
  if (!Number.isFinite(right - left)) return null;
  const right2 = line.at(2 * h);
  const left2 = line.at(-2 * h);
  if (!Number.isFinite(right2 - left2)) return null;

  const error = errorOf(line.precision, f0, right2, left2);
  const near = (right - left) / 2;
  const far = (right2 - left2) / 2;
  const value = (8 * near - far) / (6 * h);
  const above = (size: number, spread: number) => Math.max(0, Math.abs(size) - SIGNIFICANT * spread * error);
  const c1 = Math.max(Math.abs(value * h), error);
  const c2 = above(right - f0 - (f0 - left), SPREAD.second) / 2;
  const c3 = above(far - 2 * near, SPREAD.third) / 6;
  const c4 = above(right2 - f0 - 4 * (right - f0) + (left2 - f0) - 4 * (left - f0), SPREAD.fourth) / 24;
  return {
    step: h,
    value,
    truncation: fifthTerm(c1, c2, c3, c4) / h,
    roundOff: (SPREAD.slope * error) / h,
    variation: (Math.abs(right - f0) + Math.abs(f0 - left)) / (2 * h),
    gap: (right - f0 - (f0 - left)) / h,
    error,
    terms: [c1, c2, c3, c4],
  };
}

/** The variation over a longer step, as the Taylor terms of a stencil predict it. */
export function predictedVariation({ terms, step }: Stencil, longer: number): number {
  return terms.reduce((sum, term, k) => sum + term * (longer / step) ** (k + 1), 0) / longer;
}

/**
 * An estimate of 4 c5. The terms of a Taylor series fall about geometrically; the slowest fall among the four counts.
 * Where they hardly fall, the step is no shorter than the length scale of f (or f is not smooth), and the third term
 * counts too.
 */
function fifthTerm(c1: number, c2: number, c3: number, c4: number): number {
  if (c3 === 0 && c4 === 0) return 0;
  const fall = Math.max(
    Math.sqrt(c3 / c1),
    c2 > 0 ? Math.sqrt(c4 / c2) : 0,
    c2 > 0 ? c3 / c2 : 0,
    c3 > 0 ? c4 / c3 : 0,
  );
  const slow = Math.min(1, 4 * fall);
  return 4 * Math.max(Math.min(1, fall) * c4, slow * Math.min(1, fall) * c3);
}
