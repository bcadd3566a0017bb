/** Notices that a function of a module does not return: its own thread is busy and cannot say so. */
import { CALLED, SLOTS } from './messages.ts';

/** Looks this often within the time that a call may take. */
const LOOKS = 10;
const MOST_OFTEN = 20;

/**
 * Watches the calls of a module's functions; `late` is called once, with a sentence, if a call takes too long.
 *
 * @param seconds that a call may take
 * @returns ends the watch
 */
export function watchCalls(shared: Int32Array, seconds: number, late: (message: string) => void): () => void {
  let calls = 0;
  let since = performance.now();
  const look = () => {
    const now = Atomics.load(shared, SLOTS.calls);
    if (now !== calls || now % 2 === 0) {
      calls = now;
      since = performance.now();
    } else if (performance.now() - since > seconds * 1000) {
      clearInterval(timer);
      const called = CALLED[Atomics.load(shared, SLOTS.called)];
      const what =
        called === 'module'
          ? 'The module did not load'
          : `Call ${(calls - 1) / 2} of the module's functions, to ${called}, did not return`;
      late(`${what} within ${seconds} s. Give it longer with --timeout SECONDS.`);
    }
  };
  const timer = setInterval(look, Math.max(MOST_OFTEN, (seconds * 1000) / LOOKS));
  return () => clearInterval(timer);
}
