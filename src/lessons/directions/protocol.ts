/** What the worker says to the page about a problem. */
import { MOST_MEASURED } from './cost.ts';
import type { Found, Step } from './search.ts';

/** Time taken here, in seconds. */
export interface Timing {
  readonly seconds: number;
  /** Of one evaluation of f, on average. */
  readonly perEvaluation: number;
}

export type SearchReply =
  | { readonly kind: 'step'; readonly step: Step }
  | { readonly kind: 'found'; readonly found: Found; readonly timing: Timing }
  /** The share of the textbook check that is done. */
  | { readonly kind: 'textbook'; readonly share: number }
  | { readonly kind: 'measured'; readonly timing: Timing }
  | { readonly kind: 'failed'; readonly message: string };

/** The textbook check follows where it ends in seconds. */
export const isLast = (reply: SearchReply): boolean =>
  reply.kind === 'measured' ||
  reply.kind === 'failed' ||
  (reply.kind === 'found' && reply.found.problem.n > MOST_MEASURED);
