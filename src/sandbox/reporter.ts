import type { Called } from './protocol.ts';
import { pack } from './wire.ts';

/** Milliseconds: often enough for a bar to move, seldom enough to cost nothing. */
const PROGRESS_EVERY = 60;
const STAGE_EVERY = 250;

/**
 * What a worker says of a run, signed with the token of the run.
 *
 * @param send taken from the worker's global scope before the reader's code could change that
 */
export function reporter(send: (message: unknown) => void, now: () => number, token: string) {
  const started = now();
  let shared = 0;
  let stage: Called | undefined;
  let staged = 0;
  const say = (message: Record<string, unknown>): void => send(pack({ ...message, token }));
  const listener = {
    onProgress: (share: number): void => {
      if (now() - shared < PROGRESS_EVERY) return;
      shared = now();
      say({ kind: 'progress', share });
    },
    // told whenever another function is called, and often enough to tell one call that lasts from many that end
    onCall: (called: Called, call: number): void => {
      if (called === stage && now() - staged < STAGE_EVERY) return;
      stage = called;
      staged = now();
      say({ kind: 'stage', called, call, milliseconds: staged - started });
    },
  };
  return { say, listener };
}
