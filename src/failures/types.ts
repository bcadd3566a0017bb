/** What `readFailure` gives back: plain data, for the page and for programs. */
import type { ComparedKind } from '../checker/compare/kinds.ts';
import type { Confidence, Finding } from '../checker/types.ts';
import type { Snippet } from './snippets/snippet.ts';

/** Kinds of findings about a message, besides those about two gradients. */
export const MESSAGE_KINDS = [
  'hidden', // everything in sight agrees, yet the tool says that it failed
  'threshold', // as close as such a computation comes: the tolerance is too strict
  'conjugate', // one part of the complex entries has the other sign
  'fast-mode', // only the fast check failed
  'taylor-order', // the order at which a remainder falls
  'norm-only', // one number for all elements
  'count-only', // how many differ, and nothing else
  'not-tangent', // a gradient on a manifold that leaves the tangent space
  'exercise', // the number of a known exercise
  'words-only', // a sentence of the tool that is not about numbers
] as const;

export type FailureKind = ComparedKind | (typeof MESSAGE_KINDS)[number];

/** One thing that the message shows. `confidence` says how sure its name is as the cause of the failure. */
export interface FailureFinding extends Omit<Finding, 'kind'> {
  readonly kind: FailureKind;
  readonly confidence: Confidence;
  /** The finding in English, one or two sentences with its figures. */
  readonly says: string;
}

/** Pairs of numbers that were read, in the order of the message. */
export interface FailureComparison {
  /** Which array, output or parameter: as the message calls it, where it does. */
  readonly label: string;
  /** Shape of the whole; empty for one number, or where the message does not show it. */
  readonly shape: readonly number[];
  /** The visible pairs. */
  readonly analytic: readonly number[];
  readonly numeric: readonly number[];
  /** How many pairs are visible, and how many elements there are in all; of longer arrays at least so many, see `more`. */
  readonly visible: number;
  readonly total: number;
  readonly more: boolean;
  /** Whether the message says which side is which, or it is the custom of the tool. */
  readonly sides: 'labelled' | 'assumed';
  /** Name of each pair's element: `W1[2][0]`. */
  readonly names: readonly string[];
  /** |analytic - numeric| of each pair up to which the printed digits do not tell the two apart. */
  readonly halves: readonly number[];
  /** Of each pair, whether the two sides are the same as far as can be seen; empty where they are no pairs. */
  readonly agrees: readonly boolean[];
  /** Set where the two sides have different shapes: then the lists are no pairs. */
  readonly shapes?: { readonly analytic: readonly number[]; readonly numeric: readonly number[] };
  /** Real and imaginary parts take turns in the lists. */
  readonly complex?: boolean;
}

/** Is the gradient wrong, or is it right and the check at fault? Or can the message not tell? */
export type Conclusion = 'wrong' | 'right' | 'undecided' | 'not-repeatable';

/** What to do next. */
export interface NextStep {
  /** One sentence. */
  readonly says: string;
  /** Lines for the reader's own tool that print both gradients in full. */
  readonly snippet?: Snippet;
}

/** The reading of a pasted message, with the conclusion. */
export interface FailureReading {
  /** The tool that printed it, in words. */
  readonly tool: string;
  /** The id of the format that it was read as; undefined where none was recognised, and of files of arrays. */
  readonly format?: string;
  readonly comparisons: readonly FailureComparison[];
  readonly conclusion: Conclusion;
  /** Most telling first. */
  readonly findings: readonly FailureFinding[];
  readonly next: readonly NextStep[];
  /** The conclusion in one sentence. */
  readonly summary: string;
  /** What could not be read, and what was expected; undefined where all was read. */
  readonly problem?: string;
}
