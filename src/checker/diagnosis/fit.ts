/** How well a hypothesis predicts the analytic gradient, and how much that proves. */
import type { Confidence } from '../types.ts';
import type { Evidence } from './evidence.ts';

/** How well a hypothesis holds, which has to hold for every element that it is tested on. */
export interface Fit {
  readonly fits: number;
  /** The largest remainder, as a share of the error that is explained. */
  readonly residual: number;
  /** The evidence in bits, less the bits spent on fitted parameters. */
  readonly bits: number;
  /** Elements that could have disagreed, less the parameters fitted to them. */
  readonly freedom: number;
}

/** Rounding of a double, with room for a few operations. */
const ROUNDING = 1e-14;

/** The most bits that one element counts for: anything beyond is rounding. */
const MOST_BITS = 40;

/** The numerical error of element i; never quite zero, so that weights stay finite. */
export const barOf = (evidence: Evidence, i: number): number =>
  Math.max(evidence.tolerance[i], ROUNDING * Math.abs(evidence.numeric[i]), Number.MIN_VALUE);

/**
 * Tests a prediction of the analytic gradient on some elements; undefined as soon as one of them disagrees.
 * An element that errs by |e| and is predicted to within `slack` agrees by chance about once in |e| / slack.
 */
export function explain(
  evidence: Evidence,
  indices: readonly number[],
  predict: (i: number) => number,
  slack: (i: number) => number,
  parameters = 0,
): Fit | undefined {
  let residual = 0;
  let bits = 0;
  let most = 0;
  let telling = 0;
  for (const i of indices) {
    const allowed = slack(i) + ROUNDING * Math.abs(evidence.analytic[i]);
    const remainder = Math.abs(evidence.analytic[i] - predict(i));
    if (!(remainder <= allowed)) return undefined;
    const size = Math.abs(evidence.analytic[i] - evidence.numeric[i]);
    const worth = Math.min(MOST_BITS, Math.log2(size / allowed));
    if (worth > 1) {
      bits += worth;
      most = Math.max(most, worth);
      telling++;
      residual = Math.max(residual, remainder / size);
    }
  }
  return { fits: indices.length, residual, bits: bits - parameters * most, freedom: telling - parameters };
}

/** Elements that are tested before all of them are: most hypotheses fail on these. */
export const GLANCE = 8;

/** The c for which c shape(i) comes closest to target(i), each weighted by its bar, and the standard deviation of c. */
export function fitMultiple(
  indices: readonly number[],
  target: (i: number) => number,
  shape: (i: number) => number,
  bar: (i: number) => number,
): { multiple: number; spread: number } {
  let above = 0;
  let below = 0;
  for (const i of indices) {
    const weight = shape(i) / bar(i);
    above += weight * (target(i) / bar(i));
    below += weight * weight;
  }
  return { multiple: above / below, spread: 1 / Math.sqrt(below) };
}

/**
 * The multiple of a shape that some values hold (least squares), and how far their error bars together could move it: a bar is a
 * bound, and what bounds one element may bound them all.
 */
export function shareOf(
  evidence: Evidence,
  indices: readonly number[],
  value: (i: number) => number,
  shape: (i: number) => number,
): { multiple: number; spread: number } {
  let held = 0;
  let doubt = 0;
  let square = 0;
  for (const i of indices) {
    held += value(i) * shape(i);
    doubt += Math.abs(shape(i)) * barOf(evidence, i);
    square += shape(i) ** 2;
  }
  return { multiple: held / square, spread: doubt / square };
}

/** A sum this many times below its terms shows that these cancel. */
const CANCELS = 1e-3;

/** Are the numeric slopes at right angles to a shape? `unclear` where they may be, and the bars are too wide to show it. */
export function angleTo(
  evidence: Evidence,
  indices: readonly number[],
  shape: (i: number) => number,
): 'right' | 'other' | 'unclear' {
  let total = 0;
  let bar = 0;
  let terms = 0;
  for (const i of indices) {
    const term = shape(i) * evidence.numeric[i];
    total += term;
    terms += Math.abs(term);
    bar += Math.abs(shape(i)) * barOf(evidence, i);
  }
  return Math.abs(total) > bar ? 'other' : bar < CANCELS * terms ? 'right' : 'unclear';
}

/** Whether a number has few digits, as a constant that somebody typed; one that is computed has them all. */
export function isTyped({ multiple, spread }: { multiple: number; spread: number }): boolean {
  const short = Number(multiple.toPrecision(2));
  return spread < 1e-5 * Math.abs(multiple) && Math.abs(multiple - short) <= spread + 1e-12 * Math.abs(multiple);
}

/** The fits of several stretches of elements as one fit. */
export const together = (fits: readonly Fit[]): Fit => ({
  fits: fits.reduce((sum, fit) => sum + fit.fits, 0),
  residual: Math.max(...fits.map(({ residual }) => residual)),
  bits: fits.reduce((sum, fit) => sum + fit.bits, 0),
  freedom: fits.reduce((sum, fit) => sum + fit.freedom, 0),
});

const LEVELS: readonly Confidence[] = ['low', 'medium', 'high'];

/** The lower of two confidences. */
export const atMost = (a: Confidence, b: Confidence): Confidence =>
  LEVELS[Math.min(LEVELS.indexOf(a), LEVELS.indexOf(b))];

/**
 * The confidence that a fit is worth. `high` takes three free elements and 40 bits: an error without any pattern would
 * fit with a probability of 1e-12. Undefined where the agreement proves nothing.
 */
export function confidenceOf(fit: Fit): Confidence | undefined {
  if (fit.freedom >= 3 && fit.bits >= 40) return 'high';
  if (fit.freedom >= 2 && fit.bits >= 20) return 'medium';
  return fit.freedom >= 1 && fit.bits >= 8 ? 'low' : undefined;
}
