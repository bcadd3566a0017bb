/** The reader's functions in Python, in the form that the checker takes: functions of a point that return numbers. */
import type { Interpreter } from './interpreter.ts';
import { assemble, flatten, isStructure, type Leaf, type PointLike, writeInto } from './structure.ts';

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
  /** Addresses of lists of numbers: x, what each function returned, and what the last call said. */
  readonly flat: number;
  readonly answers: Readonly<Record<string, number>>;
  readonly cell: number;
  readonly notes: readonly string[];
  readonly sizes: Readonly<Record<string, number>>;
}

/** A result's structure, and where its numbers lie. */
interface Answer {
  readonly form: readonly Leaf[];
  readonly address: number;
  readonly size: number;
}

/** What a call says in the first number of its cell; `check_pair.py` has the same. */
const SAID = { ok: 0, raised: 1, refused: 2, newForm: 3 } as const;

type ReaderFunction = (x: PointLike, v?: PointLike) => PointLike;

export interface PythonPair {
  readonly x: PointLike;
  readonly functions: Readonly<Record<string, ReaderFunction>>;
  /** Sentences for the reader about the way x was read. */
  readonly notes: readonly string[];
  /** Lengths that the code knows: whole numbers with a name, and its arrays' axes. */
  readonly sizes: Readonly<Record<string, number>>;
  /** What ended Python in the middle of a call, after which no report is worth anything. */
  readonly broken: () => unknown;
  /** Functions that returned x's own memory, or the memory of their last result. */
  readonly shared: () => { readonly x: readonly string[]; readonly last: readonly string[] };
  /**
   * The gradient at x as it would be if += on an indexed array added up all terms of equal indices, in the order of x, and
   * the line where that makes a difference; undefined where there is none.
   */
  readonly withSums: () => { readonly line: number; readonly gradient: Float64Array } | undefined;
}

const MODULE = 'check_pair';
const NAMES = 'check_names';
const SUMS = 'check_sums';

/** An error as Python reports it, reduced to the fields of an error: the program may have changed the rest. */
function errorIn(told: PythonError): ReaderError {
  const { text, line, column, traceback } = told;
  return new ReaderError({
    text: String(text),
    ...(typeof line === 'number' && { line }),
    ...(typeof column === 'number' && { column }),
    ...(typeof traceback === 'string' && { traceback }),
  });
}

/** Throws what Python says in JSON, if it says that something is wrong. */
export function orThrow(said: string): unknown {
  const value = JSON.parse(said);
  if (value?.text !== undefined) throw errorIn(value);
  return value;
}

/** A structure that Python tells of. @throws ReaderError where it cannot be one */
function checked<T extends { readonly form: unknown; readonly size: unknown }>(told: T, address: unknown): T {
  if (isStructure(told.form, told.size, address)) return told;
  throw new ReaderError({
    text: 'An array, or a name in a structure, is not one that can be taken: use names other than __proto__, and fewer rows than memory has room for.',
  });
}

/** NaN is the same as NaN here, and 0 is not -0. */
function sameNumbers(a: Float64Array, b: Float64Array): boolean {
  for (let i = 0; i < a.length; i++) if (!Object.is(a[i], b[i])) return false;
  return true;
}

/** Which of these names the code that has run defines: as functions, but for `x`. */
export const namesIn = (python: Interpreter, names: readonly string[]): string[] =>
  JSON.parse(python.textFunction(NAMES, 'callables')(JSON.stringify(names)));

/** What to say where names are missing of those that a check needs, such as `loss(x)`, `gradient(x)` and `x`. */
export const missingIn = (python: Interpreter, names: readonly string[], needs: readonly string[]): string =>
  python.textFunction(NAMES, 'missing')(JSON.stringify([names, needs]));

/**
 * The functions of these names in the code that has run, and its x.
 *
 * @throws ReaderError where x cannot be taken
 */
export function readPair(python: Interpreter, names: readonly string[]): PythonPair {
  const described = orThrow(python.textFunction(MODULE, 'start')(JSON.stringify(names))) as Description;
  const { form, size, flat, answers, cell, notes, sizes } = checked(described, described.flat);
  const lastError = python.textFunction(MODULE, 'last_error');
  const shared = { x: new Set<string>(), last: new Set<string>() };
  let broken: unknown;
  /** The cotangent that is handed over with x; its address is known once `forward` has returned. */
  let v: { address: number; size: number } | undefined;

  /** Puts a point where Python reads it; returns a function that copies back what Python made of it. */
  const lend = (point: PointLike, at: number, length: number) => {
    const sent = new Float64Array(length);
    flatten(point, sent);
    python.numbers(at, length).set(sent);
    return () => {
      const left = python.numbers(at, length);
      if (!sameNumbers(left, sent)) writeInto(point, left);
    };
  };
  const functionNamed = (name: string): ReaderFunction => {
    const call = python.bareFunction(MODULE, `call_${name}`);
    let answer: Answer = { form, address: answers[name], size };
    return (x, given) => {
      if (broken !== undefined) throw broken;
      const takeBack = [lend(x, flat, size)];
      if (given !== undefined && v !== undefined) takeBack.push(lend(given, v.address, v.size));
      try {
        call();
      } catch (error) {
        broken = error;
        throw error;
      }
      const [said, value, sharesX, sharesLast] = python.numbers(cell, 4);
      if (said === SAID.raised || said === SAID.refused) throw errorIn(JSON.parse(lastError('')) ?? {});
      for (const back of takeBack) back();
      if (name === 'loss') return value;
      if (sharesX !== 0) shared.x.add(name);
      if (sharesLast !== 0) shared.last.add(name);
      if (said === SAID.newForm) {
        const told = JSON.parse(lastError('')) as Answer & { v?: number };
        answer = checked(told, told.address);
        if ('v' in answer) v = { address: answer['v'] as number, size: answer.size };
      }
      return assemble(answer.form, python.numbers(answer.address, answer.size));
    };
  };
  const x = assemble(form, python.numbers(flat, size));
  return {
    x,
    functions: Object.fromEntries(names.map((name) => [name, functionNamed(name)])),
    notes,
    sizes,
    shared: () => ({ x: [...shared.x], last: [...shared.last] }),
    broken: () => broken,
    withSums: () => {
      flatten(x, python.numbers(flat, size));
      const found = JSON.parse(python.textFunction(SUMS, 'gradient')('')) as { line: number; address: number } | null;
      if (found === null) return undefined;
      return { line: Number(found.line), gradient: python.numbers(Number(found.address), size) };
    },
  };
}
