/** What a check along directions takes and returns. */
import type { Finding, Verdict } from '../types.ts';
import type { Comparison, Span } from './directions.ts';

/** One comparison of the two gradients along a random direction over a part of x. */
export interface DirectionStep extends Comparison {
  /** Whether the two agree within the tolerance. */
  readonly agrees: boolean;
  /** The whole of x, a group, or a part in a search. */
  readonly part: 'whole' | 'group' | 'search';
  /** Calls of f so far. */
  readonly evaluations: number;
}

/** An element that the search has found wrong, measured on its own. */
export interface WrongElement {
  /** Flat index, in C order over the groups. */
  readonly index: number;
  /** `W[513][20]`. */
  readonly name: string;
  /** What the gradient returned, and the slope that was found, in units of f over units of the element. */
  readonly analytic: number;
  readonly numeric: number;
  /** |analytic - numeric| above this is no numerical error. */
  readonly tolerance: number;
}

/** Options of `checkDirections`. */
export interface DirectionsOptions {
  /** Directions that must agree for a pass; default 10. */
  readonly directions?: number;
  /** Evaluations of f allowed in all; default 200. The check never goes beyond. */
  readonly maxEvaluations?: number;
  /** Ends the check; the report then says `aborted`. Looked at between evaluations. */
  readonly signal?: AbortSignal;
  /** Called after each comparison, with the part of x that was moved: enough to draw the search. */
  readonly onStep?: (step: DirectionStep) => void;
  /**
   * A relative error up to this is never called a bug: 0 to 1, default 2^-24 (seven digits), and 2^-21 for a gradient whose
   * elements are all float32. 0 asks for all that the numbers can show.
   */
  readonly relativeFloor?: number;
  /** Seed of the random directions, a whole number; same seed, same report. */
  readonly seed?: number;
}

/** What `checkDirections` found. */
export interface DirectionsReport {
  /** `pass`: enough directions agree. `fail`: elements are wrong. `inconclusive`: the findings say why, and what to do. */
  readonly verdict: Verdict;
  /** Most telling first: the wrong elements, then doubts and notes. */
  readonly findings: readonly Finding[];
  /** Wrong elements, in the order they were found; 32 at most. */
  readonly wrong: readonly WrongElement[];
  /** Parts of x that hold more wrong elements than the budget could name, in flat order, with their first and last names. */
  readonly suspects: readonly (Span & { readonly first: string; readonly last: string })[];
  /** Directions over the whole of x that were used, those that disagreed among them. */
  readonly directions: number;
  /** Directions that have agreed since the last one that did not. */
  readonly agreed: number;
  /** Largest chance that errors above the tolerance escaped all directions: they would have to cancel in each. 0 to 1. */
  readonly missProbability: number;
  /** Calls of f. */
  readonly evaluations: number;
  /** Calls of the gradient; the checks of its contract take a few. */
  readonly gradientEvaluations: number;
  /** f(x). */
  readonly value: number;
  /** Standard deviation of f's error at x, in units of f. */
  readonly noise: number;
  /** The relative error that was let pass whatever the numbers show; see `relativeFloor` of the options. */
  readonly relativeFloor: number;
  /** The smallest error that would have been seen: of a single element, as a share of a typical one, and of all together, as a share of the gradient. */
  readonly detectable: { readonly element: number; readonly total: number };
}
