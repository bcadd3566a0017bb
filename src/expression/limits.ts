/** Bounds on what is read and computed. Each ends in a typed error, never in a frozen page. */
export const LIMITS = {
  /** Characters of a typed-in formula. */
  characters: 1_000,
  /** Characters of a typed-in gradient. */
  gradientCharacters: 4_000,
  /** Names, numbers and signs of it. */
  tokens: 400,
  /** Brackets inside brackets. */
  brackets: 32,
  /** Height of the syntax tree. */
  depth: 250,
  /** Length of one vector. */
  vectorLength: 100,
  /** Elements of the point in all, and so of the gradient. */
  elements: 100,
  /** Nodes of f once its vectors are written out by element. */
  nodes: 20_000,
  /** Units of work spent on the symbolic gradient (about one per node touched). */
  gradientWork: 1_000_000,
  /** Wall-clock bound of reading a formula, and of differentiating it. */
  milliseconds: 500,
  /** Wall-clock bound of the 64-digit truth. */
  truthMilliseconds: 2_000,
  /** Characters of one typeset component; a longer one is not typeset. */
  printed: 4_000,
} as const;

/** Digits of the truth, and of the second run that tells how many of them hold. */
export const TRUTH_DIGITS = 64;
export const CONTROL_DIGITS = 96;
