/** Reads the arrays of a point or of a gradient, and refuses what holds no numbers. */
import { CheckError } from '../errors.ts';
import { requireFinite } from './guards.ts';
import { isList, isRecord, isTensor, isTyped, opened, sizeOf, type Tensor } from './kinds.ts';
import { NAMELESS, partsOf, refuse, USE } from './parts.ts';
import { adviceOn, found } from './returned.ts';

/** `[2, 3]` as people write it; one number has no shape. */
export const shapeText = (shape: readonly number[]): string => (shape.length ? shape.join(' x ') : 'a single number');

/** The lengths of an array along its first elements; whether the others agree is seen when it is read. */
function shapeOf(value: unknown): number[] {
  const shape: number[] = [];
  for (let inner = opened(value); isList(inner) || isTensor(inner); inner = opened(inner[0])) {
    if (isTensor(inner)) return [...shape, ...inner.shape];
    shape.push(inner.length);
    if (shape.length > 64) partsOf(value, '', shape.length); // says that it holds itself
  }
  return shape;
}

/**
 * Whether a list is one rectangular array; else it is a list of points. Anything but numbers, lists and records passes here: it
 * is refused later, with its name.
 */
function isArray(value: unknown, shape: readonly number[], depth = 0): boolean {
  if (depth === shape.length) return typeof value === 'number' || !(isList(value) || isRecord(value));
  if (!isList(value)) return typeof value !== 'number' && !isRecord(value);
  if (value.length !== shape[depth]) return false;
  if (isTyped(value)) return depth === shape.length - 1;
  for (let i = 0; i < value.length; i++) if (!isArray(value[i], shape, depth + 1)) return false;
  return true;
}

/**
 * The named arrays of a value, in order: `['W1', [[…]]], ['layers[0].b', […]]`. A list is one array where it is rectangular,
 * else each of its elements is looked at in turn.
 *
 * @param called what the value is called where it has no names
 * @param known whether a name belongs to one array, although its list does not look rectangular
 */
export function entries(
  value: unknown,
  path: string,
  called = NAMELESS,
  depth = 0,
  known: (name: string) => boolean | undefined = () => undefined,
): [string, unknown][] {
  const name = path || called;
  const inner = opened(value);
  const isLeaf =
    !(isList(inner) || isRecord(inner)) ||
    isTensor(inner) ||
    (isList(inner) && (known(name) ?? isArray(inner, shapeOf(inner))));
  if (isLeaf) return [[name, inner]];
  return partsOf(inner, path, depth, called).flatMap((part) =>
    entries(part.value, part.path, called, depth + 1, known),
  );
}

function ragged(path: string, what: string): never {
  throw new CheckError('ragged-point', `${path} ${what}. Make all rows of the same length and depth.`);
}

/** Reads a rectangular array into `out`; refuses what is not a number, or not of this shape. */
function read(
  given: unknown,
  shape: readonly number[],
  depth: number,
  path: string,
  out: number[],
  any: boolean,
): void {
  const value = opened(given);
  if (isTensor(value)) {
    for (const element of Array.from(numbersOf(value, path))) out.push(element);
    return;
  }
  if (depth === shape.length) {
    if (isList(value)) ragged(path, `is an array of length ${value.length} where its neighbours are numbers`);
    if (typeof value !== 'number') refuse(path, value);
    if (!any) requireFinite(path, value);
    out.push(value);
    return;
  }
  if (typeof value === 'number') ragged(path, 'is a number where its neighbours are arrays');
  if (!isList(value)) refuse(path, value);
  if (value.length !== shape[depth])
    ragged(path, `has length ${value.length}, but its first neighbour has ${shape[depth]}`);
  const innermost = depth === shape.length - 1;
  for (let i = 0; i < value.length; i++) {
    const element = value[i];
    // the name of an element is made only where it may be needed: this loop runs over all of x
    if (innermost && typeof element === 'number' && (any || Number.isFinite(element))) out.push(element);
    else read(element, shape, depth + 1, `${path}[${i}]`, out, any);
  }
}

/** The numbers of a tensor in C order. */
function numbersOf(tensor: Tensor, name: string): ArrayLike<number> {
  const { stride, offset } = tensor;
  const rows = stride?.every((step, axis) => step === sizeOf(tensor.shape.slice(axis + 1))) ?? true;
  if (!rows || offset)
    throw new CheckError(
      'unsupported-point',
      `${name} is a view of a tensor, whose numbers lie in another order than its shape says. Make a copy of it.`,
    );
  return tensor.data;
}

/** Whether elements are float32. One such row among others is enough: steps that float32 cannot make are lost in it. */
const isNarrow = (value: unknown): boolean =>
  value instanceof Float32Array ||
  (isTensor(value) && isNarrow(value.data)) ||
  (Array.isArray(value) && typeof value[0] === 'object' && value.some(isNarrow));

/**
 * Reads an array of numbers (nested, typed, a tensor, or one number) with its shape. With `any`, NaN and infinities are allowed.
 */
export function readBlock(
  name: string,
  given: unknown,
  any: boolean,
): { shape: number[]; values: ArrayLike<number>; narrow: boolean } {
  const value = opened(given);
  const shape = shapeOf(value);
  if (shape.length === 0 && typeof value !== 'number')
    throw new CheckError('unsupported-point', `${name} is ${found(value)}. ${any ? adviceOn(value, USE) : USE}`);
  const narrow = isNarrow(value);
  if (isTyped(value) && (any || Array.prototype.every.call(value, Number.isFinite)))
    return { shape, values: value, narrow };
  const values: number[] = [];
  read(value, shape, 0, name, values, any);
  return { shape, values, narrow };
}
