/** From a measured slope, its error bar and an analytic value to a verdict. */
import { RESOLUTION, SAFETY, WOBBLE_SAFETY } from '../defaults.ts';
import type { Slope } from '../slope/measured-slope.ts';
import type { Verdict } from '../types.ts';

/** Where f is flat, an analytic slope that would move f by less than this share of its rounding counts as 0. */
export const INVISIBLE = 2 ** 20;

/** A slope beside its analytic value, before the other elements are known. */
export interface Judged {
  readonly slope: Slope;
  readonly analytic: number;
  readonly tolerance: number;
  readonly difference: number;
  readonly wrong: boolean;
  /** Rounding of the analytic value, times its safety factor. */
  readonly wobble: number;
}

/** The analytic gradient, and how exact it is. */
export interface Claims {
  readonly analytic: Float64Array;
  /** Rounding of each analytic value, as measured. */
  readonly wobble: Float64Array;
  /** A relative error up to this is never called a bug. */
  readonly floor: number;
}

/**
 * Compares the slope of element i with its analytic value. It is wrong where the two differ by more than their
 * uncertainties explain (at a kink: where the analytic value lies outside the slopes of the two sides), and where the
 * analytic value is not finite.
 */
export function judge(slope: Slope, i: number, claims: Claims | undefined): Judged {
  const analytic = claims?.analytic[i] ?? Number.NaN;
  const wobble = WOBBLE_SAFETY * (claims?.wobble[i] ?? 0);
  const size = Math.max(Math.abs(analytic), Math.abs(slope.value)) || 0;
  const tolerance = SAFETY * slope.errorBar + wobble + (claims?.floor ?? 0) * size;
  const difference = outsideOf(slope, analytic);
  const wrong = !Number.isFinite(analytic) || (difference > tolerance && definite(slope));
  return { slope, analytic, tolerance, difference, wrong, wobble };
}

const definite = ({ shape }: Slope): boolean => shape !== 'unsettled' && shape !== 'outside' && shape !== 'jump';

/** |analytic - numeric|; at a kink, the distance from the interval between the two slopes. */
function outsideOf({ slopes, value }: Slope, analytic: number): number {
  if (!slopes) return Math.abs(analytic - value);
  const [low, high] = [Math.min(slopes.left, slopes.right), Math.max(slopes.left, slopes.right)];
  return Math.max(0, low - analytic, analytic - high);
}

/** How far f moves when the element moves by its scale; 0 where its slope does not stand out of its tolerance. */
export const influenceOf = ({ slope, tolerance }: Judged, scale: number): number =>
  Math.abs(slope.value) > tolerance ? Math.abs(slope.value) * scale : 0;

/**
 * The verdict on an element.
 *
 * @param total the influence of all elements together
 */
export function verdictOf(judged: Judged, scale: number, total: number, noisy: boolean): Verdict {
  if (judged.wrong) return 'fail';
  const { slope, analytic, tolerance } = judged;
  if (noisy || slope.shape === 'kink' || !definite(slope) || !(judged.difference <= tolerance)) return 'inconclusive';
  // f does not move, and by the analytic slope it would move too little to show
  if (slope.shape === 'flat' && Math.abs(analytic) * INVISIBLE <= slope.errorBar) return 'pass';
  const size = Math.max(Math.abs(analytic), Math.abs(slope.value));
  const zero = Math.abs(analytic) <= judged.wobble;
  const enough = Math.max(
    RESOLUTION.part * size,
    Math.min(RESOLUTION.roughly * size, (RESOLUTION.share * total) / scale),
    RESOLUTION.variation * slope.variation,
    zero ? (RESOLUTION.zero * total) / scale : 0,
  );
  return tolerance <= enough ? 'pass' : 'inconclusive';
}

/** The smallest relative error of this element that would have shown. */
export function detectableOf({ slope, analytic, tolerance }: Judged): number {
  const size = Math.max(Math.abs(analytic), Math.abs(slope.value), slope.variation);
  return tolerance === 0 ? 0 : size > 0 ? tolerance / size : slope.shape === 'flat' ? 0 : Number.POSITIVE_INFINITY;
}
