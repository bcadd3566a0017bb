/** A measured slope with its error bar: what each way of measuring returns. */
import type { Line } from './line.ts';
import type { Precision } from './precision.ts';
import type { Stencil } from './stencil.ts';

/** What f looks like along the line. */
export type Shape =
  | 'smooth'
  | 'flat' // f does not change at all
  | 'kink' // at x: the two slopes differ at every step
  | 'jump' // at x
  | 'edge' // of the domain, at x: the slope of the side that is inside
  | 'unsettled' // no two steps agree
  | 'outside'; // f is not finite on either side

export interface Slope {
  readonly value: number;
  /** One standard deviation, or the size of the truncation error where that is larger. */
  readonly errorBar: number;
  readonly step: number;
  /**
   * Mean size of the slopes of f on the two sides over the longest step used. At a symmetric point the slope is 0 and
   * this is not.
   */
  readonly variation: number;
  readonly shape: Shape;
  /** Kinks or jumps were met within this distance. */
  readonly nearby?: { readonly kind: 'kink-nearby' | 'jump' | 'domain-edge'; readonly distance: number };
  /** f is flat at x, but not over this distance. */
  readonly movesWithin?: number;
  readonly slopes?: { readonly left: number; readonly right: number };
  /** Standard deviation of f's error along this line, where it was found larger than elsewhere. */
  readonly noise: number;
  /** A much shorter step has confirmed the slope up to differences of this size. */
  readonly confirmedTo?: number;
  /** f at x is no longer what it was. */
  readonly unsteady?: boolean;
  /** The evaluations ran out before it was settled. */
  readonly starved?: boolean;
}

/** A slope with a relative error bar below this is good enough. */
export const GOAL = 2 ** -28;
/** Evaluations for a stencil, and for the short step that checks it. */
export const STENCIL_COST = 4;
export const PROBE_COST = 2;

export const total = (s: Stencil): number => s.truncation + s.roundOff;

/** The slope that a stencil has found; f that rounds its argument may have been measured beside x. */
export const smooth = ({ precision: { noise }, blur }: Line, s: Stencil, extra: Partial<Slope> = {}): Slope => ({
  value: s.value,
  errorBar: total(s) + (blur === 0 ? 0 : (Math.abs(s.gap) / s.step) * blur),
  step: s.step,
  variation: s.variation,
  shape: 'smooth',
  noise,
  ...extra,
});

export const unsettled = ({ noise }: Precision, extra: Partial<Slope> = {}): Slope => ({
  value: Number.NaN,
  errorBar: Number.POSITIVE_INFINITY,
  step: 0,
  variation: 0,
  shape: 'unsettled',
  noise,
  ...extra,
});

/** Changes that fall by less than this share from step to step have no limit. */
const FALLS = 2 ** -8;

/** What slopes over ever shorter steps would still change after the last two changes; 0 where these do not fall. */
export function tailOf(last: number, before: number): number {
  const ratio = last / before;
  return ratio < 1 - FALLS ? (last * ratio) / (1 - ratio) : 0;
}
