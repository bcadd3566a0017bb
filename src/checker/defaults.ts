/**
 * Default values of the options of the checks, and the thresholds of the verdicts. Constants of one method alone (the steps of
 * a ladder, the spacings of a table) stand beside that method.
 */

// The textbook check. Source: the notebook of the course.

/** The step h, in the units of x. */
export const DEFAULT_STEP = 1e-5;
/** PASS below this relative error. */
export const DEFAULT_THRESHOLD = 1e-5;
/** Added to the denominator of the relative error, so that two gradients of 0 do not give 0/0. */
export const DEFAULT_FLOOR = 1e-8;

// The production checks.

/** Seed of the random choices. */
export const DEFAULT_SEED = 20_240_607;
/** Evaluations of f for the check of n elements: an easy element takes 6, so most may be four times as hard. */
export const diagnosisBudget = (n: number): number => 24 * n + 192;
/** Evaluations of F for the check of many outputs: no more for an easy element, but some outputs are harder than others. */
export const layerBudget = (n: number): number => 36 * n + 288;
/** Directions that must agree for a pass: an error then goes unseen with probability 2^-10 at most. */
export const DEFAULT_DIRECTIONS = 10;
/** Directions that are enough where the budget ends early: an error then goes unseen with probability 2^-5 at most. */
export const FEWEST_DIRECTIONS = 5;
/** Evaluations of f for all directions and the search together. */
export const DIRECTIONS_BUDGET = 200;

// When is a difference too large?

/** A difference of more error bars than this is not chance. Bars are standard deviations, themselves from few values. */
export const SAFETY = 8;
/** The same for the rounding of the analytic gradient, which is measured from a few calls. */
export const WOBBLE_SAFETY = 4;
/**
 * A relative error up to this, seven digits, is never called a bug: a solver stopped at its tolerance, a table or a
 * constant of physics leave as much, and the analytic gradient has round-off of its own.
 */
export const RELATIVE_FLOOR = 2 ** -24;
/** The same for a gradient whose elements are all float32: four units in the last of its 24 bits. */
export const FLOAT32_FLOOR = 2 ** -21;

// When is a pass honest?

/**
 * A pass needs a tolerance so small that a wrong gradient would have shown. It must be below one of these:
 *
 * - `part`: this share of the slope itself;
 * - `variation`: this share of what f does over one step, for slopes that happen to be 0;
 * - `roughly`: this share of the slope, for an element whose weight in the whole gradient is below `share`;
 * - `zero`: where 0 is claimed, this share of the whole gradient.
 */
export const RESOLUTION = { part: 0.03, variation: 1e-3, share: 1e-3, roughly: 1, zero: 1e-6 };
