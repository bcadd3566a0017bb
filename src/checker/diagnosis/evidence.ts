/**
 * The evidence of a diagnosis: the two gradients with their error bars, and what is known of x. The rules see nothing
 * else, so each can be tested on numbers alone.
 */
import { whereIn } from '../findings.ts';
import type { Block } from '../point/layout.ts';
import type { Mismatch } from '../point/returned-gradient.ts';
import type { Finding, FindingKind, Verdict, Where } from '../types.ts';

/** All arrays are flat, in C order over the groups, and of the length of x. */
export interface Evidence {
  readonly x: Float64Array;
  readonly analytic: Float64Array;
  readonly numeric: Float64Array;
  /** |analytic - numeric| above this cannot be explained by numerical error. */
  readonly tolerance: Float64Array;
  readonly groups: readonly Block[];
  readonly verdicts: readonly Verdict[];
  /**
   * Whether f stays exactly the same when the element moves, which is more than a slope of 0. Where this is undefined,
   * a slope of 0 counts as unchanged.
   */
  readonly unchanged?: readonly boolean[];
  /** Whether f, flat at x along the element, steps further off, within the scale of x; undefined where it was not looked at. */
  readonly steps?: readonly (boolean | undefined)[];
  /** `W1[2][0]` for a flat index. */
  readonly nameOf: (index: number) => string;
  /** Sizes that the caller named, besides the shapes: `{ batch: 16 }`. */
  readonly sizes: Readonly<Record<string, number>>;
  /** Groups whose gradient came back in another shape; their elements of `analytic` are NaN. */
  readonly mismatches?: readonly Mismatch[];
  /** Findings about the contract of the gradient. Wrong values that they explain are not diagnosed again. */
  readonly contract: readonly Finding[];
}

/** Broken contracts that make the values meaningless: each is the name of the bug already. */
const EXPLAINS_ALL: readonly FindingKind[] = ['accumulates', 'stale-cache', 'not-repeatable', 'throws'];

export const isExplained = (contract: readonly Finding[]): boolean =>
  contract.some(({ kind, role }) => role === 'bug' && EXPLAINS_ALL.includes(kind));

/** Flat indices of the wrong elements whose two values are finite. */
export const wrongElements = ({ analytic, numeric, verdicts }: Evidence): number[] =>
  verdicts.flatMap((verdict, i) => (verdict === 'fail' && Number.isFinite(analytic[i] - numeric[i]) ? [i] : []));

/** The groups, indices and names of some elements, for a finding. */
export const whereOf = ({ groups, nameOf }: Evidence, indices: readonly number[]): Where =>
  whereIn({ blocks: groups, nameOf }, indices);
