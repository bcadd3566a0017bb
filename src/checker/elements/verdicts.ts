/** From a slope with its bar and an analytic value to a verdict: when is a difference too large, when is a pass honest? */
import { RESOLUTION, SAFETY, WOBBLE_SAFETY } from '../defaults.ts';
import type { Slope } from '../slope/measured-slope.ts';
import type { Verdict } from '../types.ts';

/** A claimed slope this much below the rounding of a flat f is as good as none. */
export const INVISIBLE = 2 ** 20;

/** What one element's numbers are worth, before the others are known. */
export interface Judged {
  readonly slope: Slope;
  readonly analytic: number;
  readonly tolerance: number;
  readonly difference: number;
  readonly wrong: boolean;
  /** Rounding of the analytic value, with its margin. */
  readonly wobble: number;
}

/** What is claimed of the elements, and how well that is meant. */
export interface Claims {
  readonly analytic: Float64Array;
  /** Rounding of the analytic values, as it was measured. */
  readonly wobble: Float64Array;
  /** Relative error that is nobody's bug. */
  readonly floor: number;
}

/**
 * Compares the slope of element i with what is claimed of it, each with its own uncertainty. It is wrong where the two
 * differ by more than both explain (at a kink: where the claim lies outside the slopes of the two sides), and where
 * nothing finite is claimed.
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

/** What an element does to f over its own scale, where its slope stands out of the bars. */
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
  // f shows nothing, and is claimed to do nothing that it could show
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

/** The relative error that would just have been seen. */
export function detectableOf({ slope, analytic, tolerance }: Judged): number {
  const size = Math.max(Math.abs(analytic), Math.abs(slope.value), slope.variation);
  return tolerance === 0 ? 0 : size > 0 ? tolerance / size : slope.shape === 'flat' ? 0 : Number.POSITIVE_INFINITY;
}
