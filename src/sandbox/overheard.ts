/** The functions of the reader's program, as a check calls them. */
import type { Called } from './protocol.ts';

/** An error whose message is the site's own, and says all there is to say. */
export class ProgramError extends Error {
  override readonly name = 'ProgramError';
}

/** What is told while a check is under way. */
export interface CheckListener {
  /** The share of the elements that are settled, 0 to 1. */
  readonly onProgress?: (share: number) => void;
  /** One of the reader's functions threw. */
  readonly onThrow?: (error: unknown) => void;
  /** One of the reader's functions is called: which, and for the how-manyeth time. */
  readonly onCall?: (called: Called, call: number) => void;
}

/** One of the reader's functions: its calls are counted, and what it throws is told with the stack that says where. */
export class Overheard<Given extends readonly unknown[], Value> {
  readonly call: (...given: Given) => Value;
  #calls = 0;
  #complaint: ProgramError | undefined;

  constructor(name: Called, run: (...given: Given) => Value, { onThrow, onCall }: CheckListener) {
    this.call = (...given) => {
      this.#calls += 1;
      onCall?.(name, this.#calls);
      let value: Value;
      try {
        value = run(...given);
      } catch (error) {
        onThrow?.(error);
        throw error;
      }
      const problem = problemOf(name, value);
      if (problem === undefined) return value;
      this.#complaint ??= new ProgramError(problem);
      throw this.#complaint;
    };
    // the checker calls a loss by its name
    Object.defineProperty(this.call, 'name', { value: name });
  }

  /** @throws ProgramError where a call gave what no check can use */
  complain(): void {
    if (this.#complaint !== undefined) throw this.#complaint;
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

function problemOf(name: Called, value: unknown): string | undefined {
  const call = name === 'vjp' ? 'vjp(x, v)' : `${name}(x)`;
  if (value === undefined) return `${call} returned nothing. Is a “return” missing?`;
  if (isRecord(value) && typeof value['then'] === 'function' && !('then' in Object.prototype))
    return `${call} is a promise, as of an async function. The check needs the value itself: leave out async and await.`;
  if (name === 'loss' && typeof value !== 'number')
    return `loss(x) is ${value === null ? 'null' : `a value of type ${typeof value}`}, not a number. Return one plain number.`;
  return undefined;
}
