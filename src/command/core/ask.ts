/** Asks a program one question at a time, and remembers why it can be asked no more. */
import { CannotRun } from './errors.ts';
import { answerIn, type Operation, requestOf, type Trouble, troubleText } from './protocol.ts';

/** What came back for a line that was sent. */
export type Reply = { readonly line: string } | { readonly trouble: Trouble };

export interface Asker {
  /**
   * The answer to one request.
   *
   * @throws CannotRun where no answer comes, and at every request after that
   * @throws Error where the program says that it failed, in its words
   */
  ask(operation: Operation, argument: unknown): unknown;
  /** Aborted at the first failure: a check would take what `ask` throws for an error of the loss, and go on. */
  readonly signal: AbortSignal;
  /** Why the program can be asked no more. */
  readonly failure: CannotRun | undefined;
}

/**
 * @param program what the program is called in messages
 * @param exchange sends a line and waits for the next that comes back
 */
export function createAsker(program: string, exchange: (line: string) => Reply): Asker {
  const stop = new AbortController();
  let failure: CannotRun | undefined;
  let id = 0;
  return {
    signal: stop.signal,
    get failure() {
      return failure;
    },
    ask(operation, argument) {
      if (failure) throw failure;
      const request = requestOf(++id, operation, argument);
      const reply = exchange(request.line);
      try {
        if ('trouble' in reply) throw new CannotRun(troubleText(reply.trouble, program, request));
        return answerIn(reply.line, request, program);
      } catch (error) {
        if (error instanceof CannotRun) {
          failure = error;
          stop.abort();
        }
        throw error;
      }
    },
  };
}
