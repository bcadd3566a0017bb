/** What a check takes where it is not told otherwise. */

/** Seed of the random choices. */
export const DEFAULT_SEED = 20_240_607;

/** Directions that must agree for a pass. */
export const DEFAULT_DIRECTIONS = 10;

/** Evaluations of f for all directions and the search together. */
export const DIRECTIONS_BUDGET = 200;

/** Evaluations of f for the check of every element. */
export const diagnosisBudget = (n: number): number => 24 * n + 192;
