/** The reader's functions in Python, in the form that the checker takes: functions of a point that return numbers. */
import type { Interpreter } from './interpreter.ts';
import { assemble, flatten, type Leaf, type PointLike, writeInto } from './structure.ts';

/** What went wrong in the reader's code, and where: lines and columns from 1. */
export interface PythonError {
  readonly text: string;
  readonly line?: number;
  readonly column?: number;
  /** As Python prints it, where it leads through several of the reader's lines. */
  readonly traceback?: string;
}

export class ReaderError extends Error {
  override readonly name = 'ReaderError';
  readonly where: PythonError;
  constructor(where: PythonError) {
    super(where.text);
    this.where = where;
  }
}

interface Description {
  readonly form: readonly Leaf[];
  readonly size: number;
  /** Addresses of lists of numbers: x, the gradient, and what the last call said. */
  readonly flat: number;
  readonly answer: number;
  readonly cell: number;
  readonly notes: readonly string[];
  readonly sizes: Readonly<Record<string, number>>;
}

/** What a call says in the first number of its cell; `check_pair.py` has the same. */
const SAID = { ok: 0, raised: 1, refused: 2, otherForm: 3 } as const;

export interface PythonPair {
  readonly x: PointLike;
  readonly loss: (x: PointLike) => number;
  readonly gradient: (x: PointLike) => PointLike;
  /** What the reader is told of how x was taken. */
  readonly notes: readonly string[];
  /** Lengths that the code knows: whole numbers with a name, and its arrays' axes. */
  readonly sizes: Readonly<Record<string, number>>;
  /** What ended Python in the middle of a call, after which no report is worth anything. */
  readonly broken: () => unknown;
  /** Whether the gradient returned x's own memory, or that of its last result. */
  readonly shared: () => { readonly x: boolean; readonly last: boolean };
}

const MODULE = 'check_pair';

/** Throws what Python says in JSON, if it says that something is wrong. */
export function orThrow(said: string): unknown {
  const value = JSON.parse(said);
  if (value?.text !== undefined) throw new ReaderError(value);
  return value;
}

/** NaN is the same as NaN here, and 0 is not -0. */
function sameNumbers(a: Float64Array, b: Float64Array): boolean {
  for (let i = 0; i < a.length; i++) if (!Object.is(a[i], b[i])) return false;
  return true;
}

/** Asks for the pair in the code that has run. @throws ReaderError where there is none that can be checked */
export function readPair(python: Interpreter): PythonPair {
  const described = orThrow(python.textFunction(MODULE, 'start')('')) as Description;
  const { form, size, flat, answer, cell, notes, sizes } = described;
  const callLoss = python.bareFunction(MODULE, 'call_loss');
  const callGradient = python.bareFunction(MODULE, 'call_gradient');
  const lastError = python.textFunction(MODULE, 'last_error');
  const sent = new Float64Array(size);
  let shared = { x: false, last: false };
  let broken: unknown;

  /** Calls a function at x, and writes what it left of its argument back into x. */
  const callAt = (x: PointLike, call: () => void): Float64Array => {
    if (broken !== undefined) throw broken;
    flatten(x, sent);
    python.numbers(flat, size).set(sent);
    try {
      call();
    } catch (error) {
      broken = error;
      throw error;
    }
    const said = python.numbers(cell, 4).slice();
    if (said[0] === SAID.raised || said[0] === SAID.refused) throw new ReaderError(JSON.parse(lastError('')));
    const left = python.numbers(flat, size);
    if (!sameNumbers(left, sent)) writeInto(x, left);
    return said;
  };
  return {
    x: assemble(form, python.numbers(flat, size)),
    notes,
    sizes,
    shared: () => shared,
    broken: () => broken,
    loss: (x) => callAt(x, callLoss)[1],
    gradient: (x) => {
      const [said, sharesX, sharesLast] = callAt(x, callGradient);
      shared = { x: shared.x || sharesX !== 0, last: shared.last || sharesLast !== 0 };
      if (said !== SAID.otherForm) return assemble(form, python.numbers(answer, size));
      const other = JSON.parse(lastError('')) as { form: readonly Leaf[]; address: number; size: number };
      return assemble(other.form, python.numbers(other.address, other.size));
    },
  };
}
