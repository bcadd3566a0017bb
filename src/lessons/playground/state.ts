/** What the playground holds: what is typed, and how it is to be checked. A link and a draft hold the same. */
import { LIMITS } from '@/expression/limits.ts';
import type { Precision } from '@/expression/model.ts';
import { attempt, number, oneOf, type Reader, record, refuse, text, type UnreadFields } from '@/input/readers.ts';
import { DEADLINE } from '@/sandbox/protocol.ts';
import code from './templates/linear-regression.ts?raw';
import python from './templates/python/linear_regression.py?raw';

export type PlaygroundMode = 'formula' | 'typescript' | 'python';
/** Elements of the point of a formula, by variable. */
export type SharedPoint = Readonly<Record<string, number | readonly number[]>>;

export interface PlaygroundState {
  readonly mode: PlaygroundMode;
  /** f and, if typed, its gradient. */
  readonly formula: string;
  readonly gradient: string;
  readonly point: SharedPoint;
  /** Variables of the formula that are data: nothing is differentiated by them. */
  readonly fixed: readonly string[];
  /** The reader's TypeScript. */
  readonly code: string;
  /** The reader's Python. */
  readonly python: string;
  /** In which the error curve evaluates f. */
  readonly precision: Precision;
  /** How long the TypeScript may run, in milliseconds. */
  readonly deadline: number;
  /** How long the Python may run, in milliseconds. */
  readonly pythonDeadline: number;
}

export const SHARE_LIMITS = {
  /** Characters of a link's fragment that every browser, mail and chat program takes. */
  fragment: 8_000,
  /** Bytes of the state behind it; what unpacks to more is not unpacked further. */
  unpacked: 64_000,
  formula: LIMITS.characters,
  gradient: LIMITS.gradientCharacters,
  code: 60_000,
  elements: LIMITS.elements,
  name: 40,
  deadline: [2_000, 60_000],
} as const;

/** The state before anything is typed: a formula whose hand-written gradient lacks its 1/n. */
export const INITIAL: PlaygroundState = {
  mode: 'formula',
  formula: 'sum(w.^2)/3 + exp(-b^2)',
  gradient: '2*w; -2*b*exp(-b^2)',
  point: { w: [1.5, -2.3, 0.7], b: 0.5 },
  fixed: [],
  code,
  python,
  precision: 'float64',
  deadline: DEADLINE.initial,
  pythonDeadline: DEADLINE.python,
};

/** How each field is read from a link or a draft. */
const READERS: { readonly [K in keyof PlaygroundState]: Reader<PlaygroundState[K]> } = {
  mode: oneOf(['formula', 'typescript', 'python']),
  formula: text(SHARE_LIMITS.formula),
  gradient: text(SHARE_LIMITS.gradient),
  point,
  fixed: (value) =>
    Array.isArray(value) ? [...new Set(value.filter(isName))].slice(0, SHARE_LIMITS.elements) : refuse(),
  code: text(SHARE_LIMITS.code),
  python: text(SHARE_LIMITS.code),
  precision: oneOf(['float64', 'float32']),
  deadline,
  pythonDeadline: deadline,
};

export const FIELDS = Object.keys(READERS) as (keyof PlaygroundState)[];

/** Reads values of any origin (a link, a store) field by field; `mended` names the fields whose values had to be replaced. */
export function readFields(
  values: UnreadFields,
  initial = INITIAL,
): { readonly state: PlaygroundState; readonly mended: readonly (keyof PlaygroundState)[] } {
  const mended: (keyof PlaygroundState)[] = [];
  const read = <K extends keyof PlaygroundState>(field: K): PlaygroundState[K] => {
    if (!Object.hasOwn(values, field)) return initial[field];
    const value = attempt<PlaygroundState[K]>(READERS[field], values[field]);
    if (value === undefined || !sameJson(value, values[field])) mended.push(field);
    return value ?? initial[field];
  };
  const state = Object.fromEntries(FIELDS.map((field) => [field, read(field)])) as unknown as PlaygroundState;
  return { state, mended };
}

/** A name as a formula allows it, and none that objects inherit. */
const isName = (value: unknown): value is string =>
  typeof value === 'string' &&
  value.length <= SHARE_LIMITS.name &&
  /^[\p{L}_][\p{L}\d_]*$/u.test(value) &&
  !(value in Object.prototype);

function deadline(value: unknown): number {
  const [least, most] = SHARE_LIMITS.deadline;
  return Number.isFinite(value) ? Math.min(most, Math.max(least, Math.round(number(value)))) : refuse();
}

/** Names of variables; finite numbers; a bounded number of elements. */
function point(value: unknown): SharedPoint {
  const entries: [string, number | readonly number[]][] = [];
  let elements = 0;
  for (const [name, held] of Object.entries(record(value))) {
    const numbers: unknown[] = Array.isArray(held) ? held : [held];
    elements += numbers.length;
    if (!isName(name) || elements > SHARE_LIMITS.elements || numbers.length === 0) continue;
    if (numbers.every(Number.isFinite)) entries.push([name, held as number | readonly number[]]);
  }
  return Object.fromEntries(entries);
}

/** False also where a value is nested too deeply to be written out. */
export function sameJson(a: unknown, b: unknown): boolean {
  try {
    return JSON.stringify(a) === JSON.stringify(b);
  } catch {
    return false;
  }
}

export const sameState = (a: PlaygroundState, b: PlaygroundState): boolean =>
  FIELDS.every((field) => sameJson(a[field], b[field]));
