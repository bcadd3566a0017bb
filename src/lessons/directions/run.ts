/** One run of both checks as the page knows it, and what a message of the worker makes of it. */
import type { Problem } from './problem.ts';
import { isLast, type SearchReply, type Timing } from './protocol.ts';
import type { Found, Step } from './search.ts';

export interface SearchRun {
  readonly id: number;
  readonly problem: Problem;
  readonly status: 'searching' | 'measuring' | 'ended' | 'stopped' | 'failed';
  readonly steps: readonly Step[];
  readonly found?: Found;
  readonly timing?: Timing;
  /** The textbook check: how much of it is done, and then how long it took. */
  readonly textbook?: { readonly share: number; readonly timing?: Timing };
  readonly failure?: string;
}

/** The run that came with the page: everything but the times, which are the reader's. */
export const builtRun = (found: Found): SearchRun => ({
  id: 0,
  problem: found.problem,
  status: 'ended',
  steps: found.steps,
  found,
});

export const newRun = (id: number, problem: Problem): SearchRun => ({ id, problem, status: 'searching', steps: [] });

/** The run after a message; one that comes after Stop changes nothing. */
export function answered(run: SearchRun, reply: SearchReply): SearchRun {
  if (!isRunning(run)) return run;
  switch (reply.kind) {
    case 'step':
      return { ...run, steps: [...run.steps, reply.step] };
    case 'found':
      return {
        ...run,
        status: isLast(reply) ? 'ended' : 'measuring',
        found: reply.found,
        timing: reply.timing,
      };
    case 'textbook':
      return { ...run, textbook: { share: reply.share } };
    case 'measured':
      return { ...run, status: 'ended', textbook: { share: 1, timing: reply.timing } };
    case 'failed':
      return { ...run, status: 'failed', failure: reply.message };
  }
}

export const isRunning = ({ status }: SearchRun): boolean => status === 'searching' || status === 'measuring';

export const stopped = (run: SearchRun): SearchRun => (isRunning(run) ? { ...run, status: 'stopped' } : run);
