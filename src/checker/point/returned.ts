/** Describes a returned value that is no number in the words of the one who wrote it, and says what to do about it. */

/** Whether a value is a promise, of any library. */
export const isPromise = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && typeof (value as { then?: unknown }).then === 'function';

/** `the string "3"`, `a promise`, `undefined`. */
export function found(value: unknown): string {
  if (value === null) return 'null';
  if (typeof value === 'string') return `the string ${JSON.stringify(value)}`;
  if (typeof value === 'bigint') return `the bigint ${value}n`;
  if (typeof value !== 'object') return typeof value;
  if (isPromise(value)) return 'a promise';
  return Array.isArray(value) ? 'an array' : `a ${value.constructor?.name ?? 'object'}`;
}

/** Advice about a function that should have returned numbers, where the returned value shows the mistake; else `otherwise`. */
export function adviceOn(value: unknown, otherwise: string): string {
  if (value === undefined) return 'Was it never set, or is a `return` missing?';
  if (isPromise(value))
    return 'Return the numbers themselves, without async, or await diagnoseGradientAsync or diagnoseVjpAsync, which take promises.';
  return otherwise;
}

/** Names that a loss goes by; what a minifier or an example calls it says nothing. */
const LOSS = /^\w*(loss|cost|objective|energy|likelihood)\w*$/i;

/** A loss as its writer calls it, or f. */
export const lossName = (f: unknown): string => {
  const { name } = f as { name?: unknown };
  return typeof name === 'string' && LOSS.test(name) ? name : 'f';
};
