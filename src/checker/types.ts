/**
 * The types of the checker: what goes in and what a report is made of. A report is data; its English is in `words/` alone.
 */

export * from './point-types.ts';

/** Finite-difference schemes, of order 1, 2 and 4 in the step. */
export type Scheme = 'forward' | 'central' | 'five-point';

/** The three answers of the production check: right, wrong, or undecided (the findings say why). */
export type Verdict = 'pass' | 'fail' | 'inconclusive';

/**
 * How sure the name of a bug is. `high`: at least three elements agree that might not have, to 40 bits together, and
 * no other name fits. `medium`: fewer, or another name fits as well. `low`: hardly more than a guess, or no name at
 * all.
 */
export type Confidence = 'high' | 'medium' | 'low';

/**
 * Everything the production check can name: bugs, broken contracts, and why numbers cannot tell. One entry of the bug list
 * each; the order is the order of that page.
 */
export const FINDING_KINDS = [
  // the gradient is wrong, and this is the bug
  'missing-mean', // r = k or 1/k for a size in sight: a forgotten or doubled 1/n
  'factor-two', // r = 2 or 1/2
  'constant-factor', // r = some other constant
  'sign', // r = -1
  'log-base', // r = ln 10, ln 2 or inverse
  'degrees', // r = 180/pi or inverse
  'missing-l2', // e = -lambda w, and the extra or halved variants in evidence
  'missing-l1', // e = -lambda sign(w)
  'projected', // a . x = 0: onto the sphere, or what sums to 0
  'normalisation', // n . x = 0: f divides by a size of x, the gradient does not know
  'other-parameter', // a/n = x: the slope with respect to log x, and its like
  'returns-x', // a = x
  'zeroed-group', // analytic 0 on a group, numeric not: detached or forgotten
  'not-filled', // 0 in whole rows or columns, or at the end of a vector
  'straight-through', // f flat at x, but with jumps within its scale, and analytic not 0
  'unused-parameter', // analytic not 0, f exactly unchanged
  'transposed',
  'swapped', // same multiset, permuted: elements or groups
  'off-by-one', // a[i] = n[i + 1]
  'reversed', // block reversed: kernel not flipped
  'one-triangle', // of a symmetric argument: half and double, or 0 and double
  'conjugate', // the imaginary part has the wrong sign
  'broadcast-not-summed', // B x k whose column sums are right, or the share of one sample alone
  'accumulates', // second call = 2 x first
  'stale-cache', // the gradient at another, earlier x
  'activation-derivative', // r constant per row, different between rows
  'row-counts', // r a whole number of its own per row, or one over it
  'equal-indices', // right once terms with equal indices are added up, as was tried
  'layer-boundary', // later layers right, all earlier wrong
  'softmax-target', // error only in target columns
  'softmax-folded', // a = J n with J the derivative of a softmax, or n = J a
  'not-wrapped', // e = whole turns
  'single-element',
  'constant-offset', // e = the same constant everywhere
  'rounded', // a = n as fewer digits hold it: whole numbers, float16
  'tiny-errors', // |e| < 1e-4 |n| everywhere: an epsilon, a tolerance
  'not-symmetric', // a Hessian that differs from its transpose
  'gauss-newton', // of a Hessian, the part without the second derivatives of the residuals
  'unknown-pattern', // wrong, and no known pattern fits
  // the contract is broken
  'wrong-shape',
  'not-finite',
  'mutates-x',
  'aliases-x', // returns x itself, or a buffer that it reuses
  'not-repeatable', // two calls of the gradient at one x differ
  'ignores-cotangent', // a vjp that does not multiply by v, or takes it as all ones
  'not-linear', // a vjp that is not linear in v
  'throws',
  // why the numbers cannot tell, or what was met on the way (not a bug)
  'kink-at-x',
  'kink-nearby',
  'jump',
  'noise',
  'float32',
  'constant-loss', // f does not change with x at all
  'half-precision', // float16 or bfloat16
  'domain-edge',
  'round-off',
  'truncation',
  'budget-exhausted',
  'aborted',
] as const;

/** One of {@link FINDING_KINDS}: what a finding names. */
export type FindingKind = (typeof FINDING_KINDS)[number];

/** What a finding is about. Names are written the way a person would write them: `W1[2][0]`. */
export interface Where {
  /** Group names (a record's keys, joined by a dot where nested); empty for a point without names. */
  readonly groups: readonly string[];
  /** Flat indices of the elements, in C order over the groups; may be cut short, see `count`. */
  readonly indices: readonly number[];
  /** Names of those elements. */
  readonly elements: readonly string[];
  /** How many elements there are in all. */
  readonly count: number;
}

/** One thing the check found, as data. */
export interface Finding {
  readonly kind: FindingKind;
  /** `bug`: makes the verdict fail. `doubt`: makes it inconclusive. `note`: explains, changes nothing. */
  readonly role: 'bug' | 'doubt' | 'note';
  readonly where: Where;
  /**
   * The numbers that the finding rests on, such as `{ factor: 2, size: 2, fits: 6, of: 6, residual: 1e-11 }`. Keys
   * depend on the kind.
   */
  readonly evidence: Readonly<Record<string, number | string | boolean>>;
  readonly confidence: Confidence;
}

/** What is known of one element of x. Slopes are in units of f over units of that element. */
export interface Element {
  /** Flat index, in C order over the groups. */
  readonly index: number;
  /** `W1[2][0]`; `x` for a number, `x[3]` for an array without a name. */
  readonly name: string;
  /** The group it belongs to; `x` for a point without names. */
  readonly group: string;
  /** What the gradient returned. */
  readonly analytic: number;
  /** The best numerical derivative found. NaN where none could be had. */
  readonly numeric: number;
  /** Estimated standard error bar of `numeric`: truncation plus round-off and noise. */
  readonly errorBar: number;
  /** A difference |analytic - numeric| above this cannot be explained by numerical error. */
  readonly tolerance: number;
  /** |analytic - numeric| / max(|analytic|, |numeric|); 0 where both are 0. */
  readonly relativeError: number;
  /** The step the estimate came from, in the units of x. */
  readonly step: number;
  /** One-sided slopes at x, where the element was found to sit at or near a kink. */
  readonly slopes?: { readonly left: number; readonly right: number };
  readonly verdict: Verdict;
}

/** What is known of one group of elements (a record's entry). */
export interface Group {
  readonly name: string;
  /** Empty for one number. */
  readonly shape: readonly number[];
  /** First flat index and number of elements. */
  readonly start: number;
  readonly size: number;
  /** How many elements fail, and how many are undecided. */
  readonly wrong: number;
  readonly undecided: number;
  /** ||a - n|| / (||a|| + ||n||) over the group alone; NaN where nothing could be compared: another shape, or no slopes. */
  readonly relativeError: number;
  readonly verdict: Verdict;
}

/** The report of {@link diagnoseGradient}: plain data, in English by `formatReport`. */
export interface Report {
  readonly verdict: Verdict;
  /** Most telling first: bugs, then doubts, then notes. */
  readonly findings: readonly Finding[];
  /** One for each element of x, in flat order. */
  readonly elements: readonly Element[];
  readonly groups: readonly Group[];
  /** Wrong elements, worst first (flat indices). */
  readonly ranking: readonly number[];
  /** Calls of f. */
  readonly evaluations: number;
  /** Calls of the gradient; the checks of its contract take a few. */
  readonly gradientEvaluations: number;
  /** f(x). */
  readonly value: number;
  /** What f is called in the words for the report: its own name where that says that it is a loss. Default `f`. */
  readonly lossName?: string;
  /** Measured noise of f at x (absolute, one standard deviation; at least half an ulp of f). */
  readonly noise: number;
  /** The relative error that was let pass whatever the numbers show; see `relativeFloor` of the options. */
  readonly relativeFloor: number;
  /** The smallest relative error of an element that this run would have seen; the worst and the median over the elements. */
  readonly detectable: { readonly worst: number; readonly median: number };
}

/** Options of {@link diagnoseGradient}. */
export interface DiagnoseOptions {
  /** Evaluations of f allowed in all; default 24 n + 192. The check never goes beyond. */
  readonly maxEvaluations?: number;
  /** Ends the check; the report then says `aborted`. Looked at between evaluations. */
  readonly signal?: AbortSignal;
  /** Called about a hundred times with the share of the elements settled, 0 to 1. */
  readonly onProgress?: (share: number) => void;
  /**
   * Sizes that a factor in the gradient may be recognised by, with their names: `{ batch: 16 }`. The sizes of x are known
   * already.
   */
  readonly sizes?: Readonly<Record<string, number>>;
  /**
   * A relative error up to this is never called a bug: 0 to 1, default 2^-24 (seven digits), and 2^-21 for a gradient whose
   * elements are all float32. 0 asks for all that the numbers can show.
   */
  readonly relativeFloor?: number;
  /** Seed of the random choices, a whole number; same seed, same report. */
  readonly seed?: number;
}
