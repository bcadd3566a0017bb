/** The functions of the reader's program, as a check calls them. */
import { CheckError } from '@/checker/index.ts';
import { arraysAreUntouched } from './harden.ts';
import { behindMembrane } from './membrane.ts';
import type { Called } from './protocol.ts';

/** An error whose message is the site's own, and says all there is to say. */
export class ProgramError extends Error {
  override readonly name = 'ProgramError';
}

export const TOUCHED =
  'The code has replaced a property of Array.prototype that the check relies on. Leave it as it is.';

/** The error that was thrown, copied: the program's own error object may run code when it is read. */
function retold(error: unknown): Error {
  try {
    if (error instanceof CheckError) return new CheckError(error.code, String(error.message));
    return new Error(String((error as Error)?.message ?? error));
  } catch {
    return new Error('it cannot be shown');
  }
}

/** What is reported while a check is running. */
export interface CheckListener {
  /** The share of the elements that are settled, 0 to 1. */
  readonly onProgress?: (share: number) => void;
  /** One of the reader's functions threw. */
  readonly onThrow?: (error: unknown) => void;
  /** One of the reader's functions is called: which one, and how many calls of it that makes. */
  readonly onCall?: (called: Called, call: number) => void;
}

/** One of the reader's functions: its calls are counted, and an error it throws is reported with its stack. */
export class Overheard<Given extends readonly unknown[], Value> {
  readonly call: (...given: Given) => Value;
  #calls = 0;
  #complaint: ProgramError | undefined;

  constructor(name: Called, run: (...given: Given) => Value, { onThrow, onCall }: CheckListener) {
    const behind = behindMembrane(run);
    const hear = (given: Given): Value => {
      try {
        return behind(given);
      } catch (error) {
        onThrow?.(error);
        throw retold(error);
      } finally {
        if (!arraysAreUntouched()) this.#complaint ??= new ProgramError(TOUCHED);
      }
    };
    this.call = (...given) => {
      this.#calls += 1;
      onCall?.(name, this.#calls);
      const value = hear(given);
      const problem = problemOf(name, value);
      if (problem === undefined) return value;
      this.#complaint ??= new ProgramError(problem);
      throw this.#complaint;
    };
    // the checker calls a loss by its name
    Object.defineProperty(this.call, 'name', { value: name });
  }

  /** @throws ProgramError where a call returned something that no check can use */
  complain(): void {
    if (this.#complaint !== undefined) throw this.#complaint;
  }
}

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

function problemOf(name: Called, value: unknown): string | undefined {
  const call = name === 'vjp' ? 'vjp(x, v)' : `${name}(x)`;
  if (value === undefined) return `${call} returned nothing. Is a “return” missing?`;
  if (isRecord(value) && typeof value['then'] === 'function')
    return `${call} is a promise, as of an async function. The check needs the value itself: leave out async and await.`;
  if (name === 'loss' && typeof value !== 'number')
    return `loss(x) is ${value === null ? 'null' : `a value of type ${typeof value}`}, not a number. Return one plain number.`;
  return undefined;
}
