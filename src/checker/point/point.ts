/** Reads the arrays of a point or of a gradient, and refuses what holds no numbers. */
import { CheckError } from '../errors.ts';
import { adviceOn, found } from './returned.ts';

/** What a point without names is called. */
export const NAMELESS = 'x';

export const isTyped = (value: unknown): value is Float64Array | Float32Array =>
  value instanceof Float64Array || value instanceof Float32Array;

type List = readonly unknown[] | Float64Array | Float32Array;

/** An array of any kind that a point may be made of. */
export const isList = (value: unknown): value is List => Array.isArray(value) || isTyped(value);

export const isRecord = (value: unknown): value is Record<string, unknown> => {
  if (typeof value !== 'object' || value === null) return false;
  const prototype = Object.getPrototypeOf(value);
  // a plain object, also one from another realm (a worker, a frame)
  return prototype === null || Object.getPrototypeOf(prototype) === null;
};

/** `[2, 3]` as people write it; one number has no shape. */
export const shapeText = (shape: readonly number[]): string => (shape.length ? shape.join(' x ') : 'a single number');

/** No tensor is nested deeper; a value that is must hold itself. */
const DEEPEST = 64;
const tooDeep = () =>
  new CheckError(
    'unsupported-point',
    `x is nested more than ${DEEPEST} deep, or holds itself. Use rectangular arrays.`,
  );

/** The shape of an array, from its first elements; `read` sees whether the others agree. */
function shapeOf(value: unknown): number[] {
  const shape: number[] = [];
  let inner = value;
  while (isList(inner)) {
    if (shape.length === DEEPEST) throw tooDeep();
    shape.push(inner.length);
    inner = inner[0];
  }
  return shape;
}

/** Reads a rectangular array into `out`; refuses what is not a number, or not of this shape. */
function read(
  value: unknown,
  shape: readonly number[],
  depth: number,
  path: string,
  out: number[],
  any: boolean,
): void {
  if (depth === shape.length) {
    if (typeof value !== 'number') {
      if (isList(value))
        throw new CheckError(
          'ragged-point',
          `${path} is an array of length ${value.length} where its neighbours are numbers. Make all rows of the same depth.`,
        );
      throw new CheckError(
        'unsupported-point',
        `${path} is ${found(value)}, not a number. ${value === undefined ? 'Was it never set, or does an index run past the end?' : 'Use finite numbers only.'}`,
      );
    }
    if (!any && !Number.isFinite(value))
      throw new CheckError(
        'non-finite-point',
        `${path} is ${value}. A derivative can be taken at a finite point only: check where this value comes from.`,
      );
    out.push(value);
    return;
  }
  if (!isList(value)) {
    const code = typeof value === 'number' ? 'ragged-point' : 'unsupported-point';
    throw new CheckError(
      code,
      `${path} is ${typeof value === 'number' ? 'a number' : found(value)} where its neighbours are arrays. Make all rows of the same depth.`,
    );
  }
  if (value.length !== shape[depth])
    throw new CheckError(
      'ragged-point',
      `${path} has length ${value.length}, but its first neighbour has ${shape[depth]}. Make all rows of the same length.`,
    );
  const innermost = depth === shape.length - 1;
  for (let i = 0; i < value.length; i++) {
    const element = value[i];
    // the name of an element is made only where it may be needed: this loop runs over all of x
    if (innermost && typeof element === 'number' && (any || Number.isFinite(element))) out.push(element);
    else read(element, shape, depth + 1, `${path}[${i}]`, out, any);
  }
}

/** The named arrays of a value, in order: `['W1', [[…]]], ['layer.b', […]]`. */
export function entries(value: unknown, path: string, called = NAMELESS, depth = 0): [string, unknown][] {
  if (!isRecord(value)) return [[path || called, value]];
  if (depth === DEEPEST) throw tooDeep();
  const keys = Object.keys(value);
  if (keys.length === 0)
    throw new CheckError('empty-point', `${path || called} has no entries: there is nothing to differentiate.`);
  if (keys.includes('__proto__'))
    throw new CheckError('unsupported-point', `${path || called} has an entry called __proto__. Give it another name.`);
  return keys.flatMap((key) => entries(value[key], path ? `${path}.${key}` : key, called, depth + 1));
}

/** Whether elements are float32. One such row among others is enough: steps that float32 cannot make are lost in it. */
const isNarrow = (value: unknown): boolean =>
  value instanceof Float32Array || (Array.isArray(value) && typeof value[0] === 'object' && value.some(isNarrow));

const USE = 'Use a number, a (nested) array of numbers, a Float64Array or Float32Array, or a record of those.';

/**
 * Reads an array of numbers (nested, typed, or one number) with its shape. With `any`, NaN and infinities are allowed.
 */
export function readBlock(
  name: string,
  value: unknown,
  any: boolean,
): { shape: number[]; values: ArrayLike<number>; narrow: boolean } {
  const shape = shapeOf(value);
  if (shape.length === 0 && typeof value !== 'number')
    throw new CheckError('unsupported-point', `${name} is ${found(value)}. ${any ? adviceOn(value, USE) : USE}`);
  if (isTyped(value) && (any || value.every(Number.isFinite))) return { shape, values: value, narrow: isNarrow(value) };
  const values: number[] = [];
  read(value, shape, 0, name, values, any);
  return { shape, values, narrow: isNarrow(value) };
}
