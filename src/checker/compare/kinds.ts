/**
 * The kinds of findings about two given gradients: the bugs of every check, and the ways in which the check itself is at fault.
 */
import type { Finding, FindingKind } from '../types.ts';

/** Kinds of findings about two given gradients, besides {@link FindingKind}. */
export const COMPARED_KINDS = [
  'agrees', // within the printed digits, or as closely as differences can
  'nearly-agrees', // no factor, no pattern, and less than a hundredth apart
  'float16', // the numeric side comes in steps of half precision
  'bfloat16',
  'noise-floor', // the differences are of one size, however large the element
  'numeric-side-dead', // 0 or one constant throughout, where the analytic side is neither
  'numeric-side-drifts', // grows evenly from element to element
] as const;

export type ComparedKind = FindingKind | (typeof COMPARED_KINDS)[number];

/**
 * One thing that two given gradients show. The confidence is in the name as the cause of the disagreement: an observation that
 * causes nothing is a note of low confidence, however certain it is.
 */
export type ComparedFinding = Omit<Finding, 'kind'> & { readonly kind: ComparedKind };
