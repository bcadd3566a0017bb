/** Copies of a point in its own structure: one that is changed element by element, and fresh ones from a flat list. */

import type { Point } from '../types.ts';
import { isTyped } from './point.ts';

/** A run of elements that sit next to each other in one array (or one entry of a record). */
export interface Row {
  // biome-ignore lint/suspicious/noExplicitAny: an array, a typed array or a record, all indexed alike
  readonly target: any;
  /** First key in `target`: an index, or a record's key where the row is one number. */
  readonly key: number | string;
  readonly start: number;
  readonly size: number;
}

/** A copy of a point that may be changed element by element. */
export interface WorkingCopy<X> {
  /** The copy, in the structure of the point. */
  readonly current: () => X;
  readonly rows: readonly Row[];
}

/** A copy of x in its own structure, with the rows through which its elements can be changed. */
export function workingCopy<X extends Point>(x: X): WorkingCopy<X> {
  const rows: Row[] = [];
  let start = 0;
  const push = (target: unknown, key: number | string, size: number): void => {
    rows.push({ target, key, start, size });
    start += size;
  };
  const copy = (value: unknown, owner: unknown, key: string): unknown => {
    if (typeof value === 'number') {
      push(owner, key, 1);
      return value;
    }
    if (isTyped(value)) {
      const typed = value.slice();
      push(typed, 0, typed.length);
      return typed;
    }
    if (Array.isArray(value)) {
      if (typeof value[0] !== 'number') return value.map((inner) => copy(inner, undefined, ''));
      const flat = value.slice();
      push(flat, 0, flat.length);
      return flat;
    }
    const record: Record<string, unknown> = {};
    for (const [name, inner] of Object.entries(value as object)) record[name] = copy(inner, record, name);
    return record;
  };
  const holder: Record<string, unknown> = {};
  holder['x'] = copy(x, holder, 'x');
  const root = holder['x'] as X;
  // a number is not changed in place: its holder is read anew
  return { current: typeof x === 'number' ? () => holder['x'] as X : () => root, rows };
}

/** A function that builds the structure of x anew from a flat list: a fresh copy at every call. */
export function builderOf<X extends Point>(x: X): (values: Float64Array) => X {
  let next = 0;
  const take = (count: number): [from: number, to: number] => {
    next += count;
    return [next - count, next];
  };
  const compile = (value: unknown): ((values: Float64Array) => unknown) => {
    if (typeof value === 'number') {
      const [index] = take(1);
      return (values) => values[index];
    }
    if (isTyped(value)) {
      const [from, to] = take(value.length);
      return value instanceof Float64Array
        ? (values) => values.slice(from, to)
        : (values) => Float32Array.from(values.subarray(from, to));
    }
    if (Array.isArray(value)) {
      if (typeof value[0] === 'number') {
        const [from, to] = take(value.length);
        return (values) => Array.from(values.subarray(from, to));
      }
      const rows = value.map(compile);
      return (values) => rows.map((row) => row(values));
    }
    const fields = Object.entries(value as object).map(([name, inner]) => [name, compile(inner)] as const);
    return (values) => Object.fromEntries(fields.map(([name, field]) => [name, field(values)]));
  };
  return compile(x) as (values: Float64Array) => X;
}

/** The structure of x, filled with other values. */
export const buildLike = <X extends Point>(x: X, values: Float64Array): X => builderOf(x)(values);
