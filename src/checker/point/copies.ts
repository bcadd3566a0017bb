/** Copies of a point in its own structure: a working copy that is changed in place, and fresh ones from a flat list. */

import { copyTensor, type Floats, floatsOf, isTensor, isTyped, opened } from './kinds.ts';
import { NAMELESS, partsOf } from './parts.ts';

/** Elements that sit next to each other in one array of a working copy; a single number has an array of its own. */
export interface Row {
  readonly target: Floats;
  /** Flat index of its first element. */
  readonly start: number;
  /** `W[2]`, or `b` for a single number. */
  readonly name: string;
  readonly single: boolean;
}

/** A copy of a point whose elements are changed through its rows. */
export interface WorkingCopy<X> {
  /** The copy as its rows have it now, in the structure of the point. */
  readonly current: () => X;
  readonly rows: readonly Row[];
}

type Owner = Record<string | number, unknown>;

const isFlat = (value: unknown): value is readonly number[] =>
  Array.isArray(value) && value.findIndex((element) => typeof element !== 'number') < 0;

/** An empty list, or an object of the same class, for the copies of what the value holds. */
const emptyLike = (value: unknown): Owner =>
  Array.isArray(value) ? ([] as unknown as Owner) : Object.create(Object.getPrototypeOf(value));

/**
 * A copy of x in its own structure, with the rows through which its elements can be changed.
 *
 * @throws CheckError where x is empty or holds what is no number
 */
export function workingCopy<X>(x: X): WorkingCopy<X> {
  const rows: Row[] = [];
  const singles: { readonly owner: Owner; readonly key: string | number; readonly target: Floats }[] = [];
  let size = 0;
  const row = <T extends Floats>(target: T, name: string, single = false): T => {
    rows.push({ target, start: size, name, single });
    size += target.length;
    return target;
  };
  const copyInto = (owner: Owner, key: string | number, given: unknown, path: string, depth: number): void => {
    const value = opened(given);
    const name = path || NAMELESS;
    if (typeof value === 'number') {
      singles.push({ owner, key, target: row([value], name, true) });
      owner[key] = value;
    } else if (isTensor(value)) {
      const tensor = copyTensor(value);
      owner[key] = tensor;
      row(tensor.data, `${name}.data`);
    } else if ((isTyped(value) || isFlat(value)) && value.length > 0) owner[key] = row(floatsOf(value), name);
    else {
      const parts = partsOf(value, path, depth);
      const copy = emptyLike(value);
      owner[key] = copy;
      for (const part of parts) copyInto(copy, part.key, part.value, part.path, depth + 1);
    }
  };
  const holder: Owner = {};
  copyInto(holder, NAMELESS, x, '', 0);
  const current = (): X => {
    for (const { owner, key, target } of singles) owner[key] = target[0];
    return holder[NAMELESS] as X;
  };
  return { current, rows };
}

/** Sets the elements of a working copy, and returns it. */
export function filled<X>({ current, rows }: WorkingCopy<X>, values: Float64Array): X {
  for (const { target, start } of rows) for (let i = 0; i < target.length; i++) target[i] = values[start + i];
  return current();
}

/** The structure of x, filled with other values. */
export const buildLike = <X>(x: X, values: Float64Array): X => filled(workingCopy(x), values);

/** A function that builds the structure of x anew from a flat list: a fresh copy at every call. */
export function builderOf<X>(x: X): (values: Float64Array) => X {
  let next = 0;
  const take = (count: number): [from: number, to: number] => {
    next += count;
    return [next - count, next];
  };
  const compile = (given: unknown, depth: number): ((values: Float64Array) => unknown) => {
    const value = opened(given);
    if (typeof value === 'number') {
      const [index] = take(1);
      return (values) => values[index];
    }
    if (isTensor(value)) {
      const [from, to] = take(value.data.length);
      return (values) => {
        const tensor = copyTensor(value);
        for (let i = from; i < to; i++) tensor.data[i - from] = values[i];
        return tensor;
      };
    }
    if (isTyped(value)) {
      const [from, to] = take(value.length);
      return value instanceof Float32Array
        ? (values) => Float32Array.from(values.subarray(from, to))
        : (values) => values.slice(from, to);
    }
    if (isFlat(value)) {
      const [from, to] = take(value.length);
      return (values) => Array.from(values.subarray(from, to));
    }
    const parts = partsOf(value, '', depth).map((part) => [part.key, compile(part.value, depth + 1)] as const);
    if (Array.isArray(value)) {
      return (values) => parts.map(([, part]) => part(values));
    }
    return (values) => {
      const copy = emptyLike(value);
      for (const [key, part] of parts) copy[key] = part(values);
      return copy;
    };
  };
  return compile(x, 0) as (values: Float64Array) => X;
}
