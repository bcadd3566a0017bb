/** What the page and the worker say to each other. Answers carry the number of the request, so that stale ones can be told. */
import type { Problem } from './problem.ts';
import type { Found, Step } from './search.ts';

export interface Request {
  readonly id: number;
  readonly problem: Problem;
}

/** Time taken here, in seconds. */
export interface Timing {
  readonly seconds: number;
  /** Of one evaluation of f, on average. */
  readonly perEvaluation: number;
}

export type Reply = { readonly id: number } & (
  | { readonly kind: 'step'; readonly step: Step }
  | { readonly kind: 'found'; readonly found: Found; readonly timing: Timing }
  /** The share of the textbook check that is done. */
  | { readonly kind: 'textbook'; readonly share: number }
  | { readonly kind: 'measured'; readonly timing: Timing }
  | { readonly kind: 'failed'; readonly message: string }
);
