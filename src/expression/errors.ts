/**
 * What can be wrong with a typed-in formula, as data. Inside this folder a `Refusal` is thrown; it never leaves it:
 * every public function answers with `attempt`.
 */

export type FormulaErrorCode =
  | 'empty'
  | 'too-long'
  | 'too-deep'
  | 'too-large'
  | 'too-slow'
  | 'character'
  | 'bracket'
  | 'syntax'
  | 'number'
  | 'not-allowed'
  | 'unknown-function'
  | 'reserved-name'
  | 'not-a-function'
  | 'argument-count'
  | 'argument-kind'
  | 'shape'
  | 'index'
  | 'not-scalar'
  | 'unknown-variable'
  | 'component-count';

/** Where something stands in the text: offset of its first character, counted from 0, and its length. */
export interface Span {
  readonly position: number;
  readonly length: number;
}

export interface FormulaError extends Span {
  readonly code: FormulaErrorCode;
  /** A sentence with the place in it, counted from 1 as an editor does: "`sin` needs one argument, at 5". */
  readonly message: string;
  /** What would have been right there, where that can be said. */
  readonly expected?: string;
}

export type Result<Key extends string, T> =
  | ({ readonly ok: true } & { readonly [K in Key]: T })
  | { readonly ok: false; readonly error: FormulaError };

/** What `refuse` throws and `attempt` catches: it never leaves this folder. */
export class Refusal extends Error {
  readonly error: FormulaError;
  constructor(code: FormulaErrorCode, text: string, span: Span, expected?: string) {
    const message = `${text}, at ${span.position + 1}`;
    super(message);
    const { position, length } = span;
    this.error = { code, message, position, length, ...(expected !== undefined && { expected }) };
  }
}

/** Ends the work at hand with a typed error. */
export function refuse(code: FormulaErrorCode, text: string, span: Span, expected?: string): never {
  throw new Refusal(code, text, span, expected);
}

/**
 * Runs `work` and turns a refusal into its error. A full stack is a formula nested too deeply; anything else is a
 * mistake in this folder and passes through, so that a test sees it.
 */
export function attempt<Key extends string, T>(key: Key, whole: Span, work: () => T): Result<Key, T> {
  try {
    return { ok: true, [key]: work() } as Result<Key, T>;
  } catch (problem) {
    if (problem instanceof Refusal) return { ok: false, error: problem.error };
    if (problem instanceof RangeError && /stack|recursion/i.test(problem.message)) {
      return { ok: false, error: new Refusal('too-deep', 'the formula is nested too deeply', whole).error };
    }
    throw problem;
  }
}
