/** What can be wrong with the input of a check, for programs; the message of the error says it in English. */
export type CheckErrorCode =
  | 'empty-point'
  | 'ragged-point'
  | 'unsupported-point'
  | 'non-finite-point'
  | 'gradient-shape'
  | 'loss-not-a-number'
  | 'output-shape'
  | 'jacobian-shape'
  | 'step-not-positive'
  | 'step-too-small'
  | 'unknown-scheme'
  | 'not-a-function'
  | 'budget-not-a-number'
  | 'floor-not-a-share';

/**
 * Bad input to a check. The message says what was found, where, and what to do; `code` is for programs.
 *
 * @example
 * try { numericalGradient(f, [[1, 2], [3]]); }
 * catch (error) { if (error instanceof CheckError) console.warn(error.code, error.message); }
 */
export class CheckError extends Error {
  override readonly name = 'CheckError';
  readonly code: CheckErrorCode;

  constructor(code: CheckErrorCode, message: string = code) {
    super(message);
    this.code = code;
  }
}
