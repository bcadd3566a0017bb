/**
 * What the runtime does with the reader's Python, without any browser: the same code runs in the worker, at build time
 * (the output that a page shows before any script) and in tests.
 */
import type { Interpreter } from '@/python/interpreter.ts';
import { missingIn, namesIn, orThrow, ReaderError, readPair } from '@/python/pair.ts';
import { sealed } from '@/python/seal.ts';
import { withEqualIndices } from './equal-indices.ts';
import { type CheckListener, checkExports } from './program.ts';
import type { CheckResult } from './protocol.ts';
import { FUNCTION_NAMES, subjectsOf } from './subjects.ts';

const MODULE = 'check_program';

/**
 * Runs the reader's code. The function that it returns says whether the code has left alone what reads its functions.
 *
 * @throws ReaderError for an exception that the code does not handle
 */
export function executePython(python: Interpreter, source: string): () => boolean {
  const untouched = sealed(python);
  orThrow(python.textFunction(MODULE, 'run')(source));
  return untouched;
}

/** Makes Python write the output that it still holds back. */
export const flushPython = (python: Interpreter): void => void python.textFunction(MODULE, 'flush')('');

const TOUCHED =
  'The code has changed what reads its functions, or a function of Python that this is made of, so nothing can be said of its gradient.';

interface PythonListener extends CheckListener {
  /** What the reader should know of how the code was taken. */
  readonly onNote?: (text: string) => void;
}

const SHARED = {
  x: (call: string) => `${call} returned x itself, or a view of it: a change of the one changes the other.`,
  last: (call: string) =>
    `${call} returned the same array as before: what a caller kept of it changes with the next call.`,
} as const;

const callOf = (name: string) => (name === 'vjp' ? 'vjp(x, v)' : `${name}(x)`);

/**
 * Checks the functions that the code has defined, such as `loss` and `gradient`, at `x`, as `checkExports` does.
 *
 * @param untouched the function that `executePython` returned for that code
 * @throws ReaderError where there are none; or the error that ended Python in the middle of a call, after which no result can
 *   be trusted
 */
export function checkPython(
  python: Interpreter,
  untouched: () => boolean,
  { onNote = () => {}, ...listener }: PythonListener = {},
): CheckResult {
  if (!untouched()) throw new ReaderError({ text: TOUCHED });
  const there = namesIn(python, [...FUNCTION_NAMES, 'x']);
  const subjects = subjectsOf(there);
  const [{ f, derivative }] = subjects;
  const missing = [f, derivative, 'x'].filter((name) => !there.includes(name));
  if (missing.length > 0)
    throw new ReaderError({ text: missingIn(python, missing, [callOf(f), callOf(derivative), 'x']) });
  const used = [...new Set(subjects.flatMap((subject) => [subject.f, subject.derivative]))];
  const pair = readPair(python, used);
  const unchanged = sealed(python, []);
  for (const note of pair.notes) onNote(note);
  const { functions, x, sizes } = pair;
  const found = checkExports({ ...functions, x, sizes }, listener);
  if (pair.broken() !== undefined) throw pair.broken();
  if (!unchanged()) throw new ReaderError({ text: TOUCHED });
  const result = withEqualIndices(found, pair);
  if (!untouched()) throw new ReaderError({ text: TOUCHED });
  const { x: own, last } = pair.shared();
  const derivatives = (name: string) => subjects.some((subject) => subject.derivative === name);
  for (const name of own.filter(derivatives)) onNote(SHARED.x(callOf(name)));
  for (const name of last.filter((each) => derivatives(each) && !own.includes(each))) onNote(SHARED.last(callOf(name)));
  return result;
}

/** An error of a run as the page shows it. */
export function describePythonError(error: unknown): ReaderError['where'] {
  if (error instanceof ReaderError) return error.where;
  const { name, message } = error instanceof Error ? error : new Error(String(error));
  // names that browsers have for a full stack
  if (/^(RangeError|InternalError)$/.test(name))
    return { text: 'RecursionError: the code calls itself too deep for this browser.' };
  if (name === 'RuntimeError') return { text: `Python stopped in the middle of its work (${message}).` };
  return {
    text: name === 'Error' || name === 'ProgramError' || name === 'CheckError' ? message : `${name}: ${message}`,
  };
}
