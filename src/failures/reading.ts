/** The result of reading a text by a format: pairs of numbers and facts, before anything is concluded from them. */

/** Which elements the pairs of a comparison are, which limits the conclusions from them. */
export type Nature =
  /** Elements of the gradient. */
  | 'elements'
  /** Only those that the tool found wrong. */
  | 'flagged'
  /** A sample of elements at random places. */
  | 'sampled'
  /** The worst element alone. */
  | 'worst'
  /** The slope along one direction, or a norm: no element can be named. */
  | 'projection';

/** Pairs of an analytic and a numeric number. */
export interface Pairs {
  readonly label: string;
  readonly nature: Nature;
  readonly analytic: readonly number[];
  readonly numeric: readonly number[];
  /** |analytic - numeric| of each pair up to which the printed digits do not tell them apart. */
  readonly halves: readonly number[];
  /** Half units of the numeric side alone. */
  readonly numericHalves: readonly number[];
  /** Shape of the whole; empty for one number, or where it is not known. */
  readonly shape: readonly number[];
  /** Subscripts of each pair, where they are not those of the whole array in order. */
  readonly places?: readonly (readonly number[])[];
  /** Names of the elements, where the tool prints them. */
  readonly names?: readonly string[];
  /** Elements in all; at least so many where `more` is set. */
  readonly total: number;
  readonly more: boolean;
  readonly sides: 'labelled' | 'assumed';
  /** The point, where it is printed beside the pairs. */
  readonly x?: readonly number[];
  /** The step of the differences, where it is printed. */
  readonly step?: number;
  readonly dtype?: string;
  /** Real and imaginary parts take turns in the lists. */
  readonly complex?: boolean;
  /** Shapes of the two sides where they differ; the lists then hold each side whole, and are no pairs. */
  readonly shapes?: { readonly analytic: readonly number[]; readonly numeric: readonly number[] };
}

/** An order of a Taylor test this near to a whole number counts as that number. */
export const NEAR_ORDER = 0.15;

/** What a message says besides pairs. */
export type Fact =
  /** A norm, or the largest difference: no element can be told. */
  | { readonly kind: 'norm'; readonly what: string; readonly value: number }
  /** max |a - n| / (|a| + |n|) (`sum`), / max(|a|, |n|) (`max`), or / |n| (`numeric`). */
  | {
      readonly kind: 'relative';
      readonly label: string;
      readonly value: number;
      readonly half: number;
      readonly of: 'sum' | 'max' | 'numeric';
      /** Whether it holds for all elements alike, as far as the message tells. */
      readonly all: boolean;
    }
  | { readonly kind: 'count'; readonly wrong: number; readonly total?: number }
  /** The slope of an error against the step, and what it is for a right gradient. */
  | { readonly kind: 'order'; readonly observed: number; readonly right: number }
  | { readonly kind: 'tolerance'; readonly relative: number; readonly absolute: number }
  | { readonly kind: 'not-reentrant' }
  /** The element by element comparison that follows a fast one found nothing. */
  | { readonly kind: 'fast-mode-only'; readonly difference: number }
  /** A sentence of the tool that is not about numbers, in our words. */
  | {
      readonly kind: 'contract';
      readonly is: 'wrong-shape' | 'not-finite' | 'not-tangent' | 'other';
      readonly says: string;
    }
  | { readonly kind: 'known-number'; readonly says: string };

/** What a format has read. */
export interface Reading {
  readonly tool: string;
  /** Whether it comes from files of arrays, which say their shapes. */
  readonly files?: boolean;
  readonly pairs: readonly Pairs[];
  readonly facts: readonly Fact[];
  /** Whether the message itself says that the check failed, or passed; undefined where it only prints numbers. */
  readonly claims?: 'failure' | 'agreement';
  /** The point, where it is printed on its own. */
  readonly x?: readonly number[];
  /** Which snippet prints both gradients in full, in the language of the tool. */
  readonly snippet?: string;
  /** What was expected, where the format was recognised but not all of it could be read. */
  readonly unread?: string;
}
