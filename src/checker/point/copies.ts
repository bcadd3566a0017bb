/** Copies of a point in its own structure: a working copy that is changed in place, and fresh ones from a flat list. */

import type { Point } from '../types.ts';
import { isTyped } from './point.ts';

/** Elements that sit next to each other in one array of a working copy; a single number has an array of its own. */
export interface Row {
  readonly target: number[] | Float64Array | Float32Array;
  /** Flat index of its first element. */
  readonly start: number;
}

/** A copy of a point whose elements are changed through its rows. */
export interface WorkingCopy<X> {
  /** The copy as its rows have it now, in the structure of the point. */
  readonly current: () => X;
  readonly rows: readonly Row[];
}

/** A copy of x in its own structure, with the rows through which its elements can be changed. */
export function workingCopy<X extends Point>(x: X): WorkingCopy<X> {
  const rows: Row[] = [];
  const singles: { readonly owner: Record<string, unknown>; readonly key: string; readonly target: number[] }[] = [];
  let size = 0;
  const row = <T extends Row['target']>(target: T): T => {
    rows.push({ target, start: size });
    size += target.length;
    return target;
  };
  const copyInto = (owner: Record<string, unknown>, key: string, value: unknown): void => {
    if (typeof value === 'number') singles.push({ owner, key, target: row([value]) });
    owner[key] = copy(value);
  };
  const copy = (value: unknown): unknown => {
    if (typeof value === 'number') return value;
    if (isTyped(value)) return row(value.slice());
    if (Array.isArray(value)) return typeof value[0] === 'number' ? row(value.slice()) : value.map(copy);
    const record: Record<string, unknown> = {};
    for (const [name, inner] of Object.entries(value as object)) copyInto(record, name, inner);
    return record;
  };
  const holder: Record<string, unknown> = {};
  copyInto(holder, 'x', x);
  const current = (): X => {
    for (const { owner, key, target } of singles) owner[key] = target[0];
    return holder['x'] as X;
  };
  return { current, rows };
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
