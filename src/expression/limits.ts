/** Bounds on what is read and computed. Each ends in a typed error, never in a frozen page. */
export const LIMITS = {
  /** Characters of a typed-in formula. */
  characters: 1_000,
  /** Characters of a typed-in gradient. */
  gradientCharacters: 4_000,
  /** Names, numbers and signs of a formula. */
  tokens: 400,
  /** Brackets inside brackets. */
  brackets: 32,
  /** Height of the syntax tree. */
  depth: 250,
  /** Length of one vector. */
  vectorLength: 100,
  /** Elements of the point in all, and so of the gradient. */
  elements: 100,
  /** Nodes of f and their arguments, once its vectors are written out by element. */
  nodes: 6_000,
  /** Units of work spent on the symbolic gradient, one for each node touched: a microsecond or less. */
  gradientWork: 600_000,
  /** Wall-clock bound of reading a formula, and of differentiating it: met by a machine that is busy, or very slow. */
  milliseconds: 2_000,
  /** Wall-clock bound of the 64-digit truth. */
  truthMilliseconds: 2_000,
  /** Signs of one component of the gradient; a longer one is not written. */
  printed: 2_000,
  /** Signs that are typeset of one list of formulas; a sign becomes about a hundred bytes of a page. */
  typeset: 5_000,
  /** Operations that the error curve may take; where f is large it has fewer steps. */
  curveWork: 20_000_000,
} as const;

/** Digits of the truth, and of the second run that tells how many of them hold. */
export const TRUTH_DIGITS = 64;
export const CONTROL_DIGITS = 96;
