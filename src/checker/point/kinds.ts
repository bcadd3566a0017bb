/** Tells kinds of values apart: a list of some kind, a record, a tensor of another library, or none of them. */
import { CheckError } from '../errors.ts';
import type { TypedArray } from '../types.ts';
import { isPromise } from './returned.ts';

type List = readonly unknown[] | TypedArray;

/** Lists whose elements can be moved by any step. */
export type Floats = number[] | Float64Array | Float32Array;

/** A typed array of numbers. */
export const isTyped = (value: unknown): value is TypedArray =>
  ArrayBuffer.isView(value) && !(value instanceof DataView) && typeof (value as { 0?: unknown })[0] !== 'bigint';

/** An array of any kind that a point may be made of. */
export const isList = (value: unknown): value is List => Array.isArray(value) || isTyped(value);

/** An object with entries of its own: a plain one, also of another realm, or an instance of a class; no Map, Date, … */
export const isRecord = (value: unknown): value is Record<string, unknown> =>
  Object.prototype.toString.call(value) === '[object Object]' && !isPromise(value);

/** A tensor of another library: its numbers in one flat list, with a shape. */
export interface Tensor {
  readonly data: readonly number[] | TypedArray;
  readonly shape: readonly number[];
  /** Where the next element along each axis lies in the list, and where the first; by default row by row. */
  readonly stride?: readonly number[];
  readonly offset?: number;
  readonly copy?: () => Tensor;
}

export const sizeOf = (shape: readonly number[]): number => shape.reduce((size, length) => size * length, 1);

export const isTensor = (value: unknown): value is Tensor => {
  if (!isRecord(value)) return false;
  const { data, shape } = value;
  return isList(data) && Array.isArray(shape) && data.length === sizeOf(shape);
};

const isFloats = (list: unknown): list is Floats =>
  Array.isArray(list) || list instanceof Float64Array || list instanceof Float32Array;

/** A copy of a flat list. Whole numbers and half floats, which a step would be lost in, become doubles. */
export const floatsOf = (list: readonly number[] | TypedArray): Floats =>
  isFloats(list) ? list.slice() : Float64Array.from(list as TypedArray);

/**
 * A tensor of the same kind, with numbers of its own.
 *
 * @throws CheckError where these cannot be moved by any step
 */
export function copyTensor(tensor: Tensor): Tensor & { readonly data: Floats } {
  const copy =
    tensor.copy?.() ??
    Object.assign(Object.create(Object.getPrototypeOf(tensor)), tensor, { data: floatsOf(tensor.data) });
  if (!isFloats(copy.data))
    throw new CheckError('unsupported-point', 'A tensor of x holds whole numbers. Convert it to float64.');
  return copy;
}

/** How tensors that hide their numbers hand them out as nested arrays. */
const AS_LISTS = ['tolist', 'arraySync', 'js'];

/** What such a tensor holds; anything else as it is. One that is used up by its use, as in jax-js, gives another reference. */
export function opened(value: unknown): unknown {
  if (!isRecord(value) || isTensor(value)) return value;
  const method = AS_LISTS.find((name) => typeof value[name] === 'function');
  if (method === undefined) return value;
  const used = (value['ref'] ?? value) as Record<string, () => unknown>;
  return used[method]();
}
