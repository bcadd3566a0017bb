/**
 * How a point is laid out: its groups, shapes and names, and the way between its own structure and a flat list of
 * numbers. Everything that walks a point does so through here.
 */
import { CheckError } from './errors.ts';
import type { Point } from './types.ts';

/** A named array of a point: a record's entry, or the whole of a point without names (then called `x`). */
export interface Block {
  readonly name: string;
  /** Empty for one number. */
  readonly shape: readonly number[];
  /** First flat index, and number of elements. */
  readonly start: number;
  readonly size: number;
  /** Its elements are float32 themselves: a Float32Array, or an array with rows of that type. */
  readonly narrow: boolean;
}

/** The structure of a point: enough to name its elements and to build it again from a flat list. */
export interface Layout {
  readonly blocks: readonly Block[];
  readonly size: number;
  /** `W1[2][0]` for a flat index; `x` for a number, `x[3]` for an element of a nameless array. */
  nameOf(index: number): string;
}

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

/** The name of a nameless point. */
export const NAMELESS = 'x';

const isTyped = (value: unknown): value is Float64Array | Float32Array =>
  value instanceof Float64Array || value instanceof Float32Array;

const isRecord = (value: unknown): value is Record<string, unknown> => {
  if (typeof value !== 'object' || value === null) return false;
  const prototype = Object.getPrototypeOf(value);
  // a plain object, also one from another realm (a worker, a frame)
  return prototype === null || Object.getPrototypeOf(prototype) === null;
};

/** `[2, 3]` as people write it; one number has no shape. */
export const shapeText = (shape: readonly number[]): string => (shape.length ? shape.join(' x ') : 'a single number');

const found = (value: unknown): string => {
  if (value === null) return 'null';
  if (typeof value === 'string') return `the string ${JSON.stringify(value)}`;
  if (typeof value === 'bigint') return `the bigint ${value}n`;
  if (typeof value !== 'object') return typeof value;
  return Array.isArray(value) ? 'an array' : `a ${value.constructor?.name ?? 'object'}`;
};

/** Deeper than any tensor; what nests further holds itself somewhere. */
const DEEPEST = 64;
const tooDeep = () =>
  new CheckError(
    'unsupported-point',
    `x is nested more than ${DEEPEST} deep, or holds itself. Use rectangular arrays.`,
  );

/** The shape of a rectangular array, from its first elements; whether the rest agrees is seen when it is read. */
function shapeOf(value: unknown): number[] {
  const shape: number[] = [];
  let inner = value;
  while (Array.isArray(inner) || isTyped(inner)) {
    if (shape.length === DEEPEST) throw tooDeep();
    shape.push(inner.length);
    inner = inner[0];
  }
  return shape;
}

const sizeOf = (shape: readonly number[]): number => shape.reduce((size, length) => size * length, 1);

/** Reads a rectangular array into `out`; complains of anything that is not a number of the one shape. */
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
      if (Array.isArray(value) || isTyped(value))
        throw new CheckError(
          'ragged-point',
          `${path} is an array of length ${value.length} where its neighbours are numbers. Make all rows of the same depth.`,
        );
      throw new CheckError('unsupported-point', `${path} is ${found(value)}, not a number. Use finite numbers only.`);
    }
    if (!any && !Number.isFinite(value))
      throw new CheckError(
        'non-finite-point',
        `${path} is ${value}. A derivative can be taken at a finite point only: check where this value comes from.`,
      );
    out.push(value);
    return;
  }
  if (!Array.isArray(value) && !isTyped(value)) {
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
  for (let i = 0; i < value.length; i++) read(value[i], shape, depth + 1, `${path}[${i}]`, out, any);
}

/** The named arrays of a value, in order: `['W1', [[…]]], ['layer.b', […]]`. */
function entries(value: unknown, path: string, depth = 0): [string, unknown][] {
  if (!isRecord(value)) return [[path || NAMELESS, value]];
  if (depth === DEEPEST) throw tooDeep();
  const keys = Object.keys(value);
  if (keys.length === 0)
    throw new CheckError('empty-point', `${path || 'x'} has no entries: there is nothing to differentiate.`);
  if (keys.includes('__proto__'))
    throw new CheckError('unsupported-point', `${path || 'x'} has an entry called __proto__. Give it another name.`);
  return keys.flatMap((key) => entries(value[key], path ? `${path}.${key}` : key, depth + 1));
}

/** Steps that float32 cannot make are lost in it, and one such row among others is enough. */
const isNarrow = (value: unknown): boolean =>
  value instanceof Float32Array || (Array.isArray(value) && typeof value[0] === 'object' && value.some(isNarrow));

/** Reads an array of numbers (nested, typed or none) with its shape. With `any`, NaN and infinities may stand in it. */
function readBlock(
  name: string,
  value: unknown,
  any: boolean,
): { shape: number[]; values: ArrayLike<number>; narrow: boolean } {
  const shape = shapeOf(value);
  if (shape.includes(0) && !any)
    throw new CheckError('empty-point', `${name} is empty (${shapeText(shape)}): there is nothing to differentiate.`);
  if (shape.length === 0 && typeof value !== 'number')
    throw new CheckError(
      'unsupported-point',
      `${name} is ${found(value)}. Use a number, a (nested) array of numbers, a Float64Array or Float32Array, or a record of those.`,
    );
  if (isTyped(value) && (any || value.every(Number.isFinite))) return { shape, values: value, narrow: isNarrow(value) };
  const values: number[] = [];
  read(value, shape, 0, name, values, any);
  return { shape, values, narrow: isNarrow(value) };
}

/**
 * Reads a point: its layout, and its elements as a flat list in C order over the groups.
 *
 * @throws CheckError where x is empty, ragged, not finite, or of an unsupported type; the message names the element.
 */
export function layoutOf(x: Point): { layout: Layout; values: Float64Array } {
  const read = entries(x, '').map(([name, value]) => ({ name, ...readBlock(name, value, false) }));
  const blocks: Block[] = [];
  const names = new Set<string>();
  let size = 0;
  for (const { name, shape, narrow } of read) {
    if (names.has(name))
      throw new CheckError('unsupported-point', `Two entries of x are called ${name}. Give one another name.`);
    names.add(name);
    blocks.push({ name, shape, start: size, size: sizeOf(shape), narrow });
    size += sizeOf(shape);
  }
  const values = new Float64Array(size);
  read.forEach((block, i) => {
    values.set(block.values, blocks[i].start);
  });
  return { layout: { blocks, size, nameOf: (index) => elementName(blocks, index) }, values };
}

function elementName(blocks: readonly Block[], index: number): string {
  const block = blocks.findLast((candidate) => candidate.start <= index);
  if (!block) return `${NAMELESS}[${index}]`;
  let rest = index - block.start;
  const subscripts: number[] = [];
  for (let axis = block.shape.length - 1; axis >= 0; axis--) {
    subscripts.unshift(rest % block.shape[axis]);
    rest = Math.floor(rest / block.shape[axis]);
  }
  return block.name + subscripts.map((i) => `[${i}]`).join('');
}

/** A block of a gradient that is not of the shape of x's. */
export interface Mismatch {
  readonly name: string;
  /** Undefined where x has no such block, or the gradient lacks it. */
  readonly expected?: readonly number[];
  readonly actual?: readonly number[];
  readonly values?: Float64Array;
}

/**
 * Reads what a gradient returned against the layout of x: its elements in flat order (NaN where a block does not fit),
 * and the blocks that do not fit. NaN and infinities are passed on, since a gradient may well return them.
 */
export function readGradient(layout: Layout, gradient: unknown): { values: Float64Array; mismatches: Mismatch[] } {
  const values = new Float64Array(layout.size).fill(Number.NaN);
  const mismatches: Mismatch[] = [];
  const blocks = new Map(layout.blocks.map((block) => [block.name, block]));
  const named = isRecord(gradient) && Object.keys(gradient).length === 0 ? [] : entries(gradient, '');
  for (const [name, value] of named) {
    const block = blocks.get(name);
    const actual = readBlock(name === NAMELESS ? 'the gradient' : `the gradient's ${name}`, value, true);
    if (block && shapeText(block.shape) === shapeText(actual.shape)) values.set(actual.values, block.start);
    else
      mismatches.push({
        name,
        ...(block && { expected: block.shape }),
        actual: actual.shape,
        values: Float64Array.from(actual.values),
      });
    blocks.delete(name);
  }
  for (const [name, block] of blocks) mismatches.push({ name, expected: block.shape });
  return { values, mismatches };
}

/** The message for gradients of another shape: both shapes, and what to do. */
export function mismatchText({ name, expected, actual }: Mismatch): string {
  const part = name === NAMELESS ? '' : `'s ${name}`;
  if (!actual)
    return `The gradient has no ${name}, but x has (${shapeText(expected ?? [])}). Return one entry for each of x.`;
  if (!expected)
    return `The gradient has an entry ${name} (${shapeText(actual)}) that x has not. Return the structure of x.`;
  return `The gradient${part} has shape ${shapeText(actual)}, but x${part} has ${shapeText(expected)}. Return the shape of x.`;
}

/** `readGradient` for callers that cannot go on without a gradient of the right shape. */
export function readGradientStrictly(layout: Layout, gradient: unknown): Float64Array {
  const { values, mismatches } = readGradient(layout, gradient);
  if (mismatches.length) throw new CheckError('gradient-shape', mismatchText(mismatches[0]));
  return values;
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
