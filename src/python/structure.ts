/** The reader's x as the checker takes it, made of one flat list of numbers, and back. */

/** An array of x, in order: where it stands, its shape, and whether it is float32. */
export type Leaf = readonly [path: readonly string[], shape: readonly number[], narrow: boolean];

/** More rows than memory has room for numbers: 512 MB of them. */
const LONGEST = 2 ** 26;

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0;

const isLeaf = (value: unknown): value is Leaf => {
  if (!Array.isArray(value)) return false;
  const [path, shape] = value;
  // a name of JavaScript's own would lead out of the point
  const isName = (key: unknown) => typeof key === 'string' && key !== '__proto__';
  return (
    Array.isArray(path) &&
    path.every(isName) &&
    Array.isArray(shape) &&
    shape.every((length) => isCount(length) && length <= LONGEST)
  );
};

/** Whether this is the structure of `size` numbers at that address: a program can have Python say anything about it. */
export const isStructure = (form: unknown, size: unknown, address: unknown): form is readonly Leaf[] =>
  Array.isArray(form) &&
  form.every(isLeaf) &&
  isCount(address) &&
  address % 8 === 0 &&
  size === form.reduce((sum, [, shape]) => sum + sizeOf(shape), 0);

/** A point of any structure that the checker takes: numbers, rows, nested rows, records of these. */
// biome-ignore lint/suspicious/noExplicitAny: its structure is the reader's
export type PointLike = any;

const sizeOf = (shape: readonly number[]) => shape.reduce((product, length) => product * length, 1);

/** Nested rows, the last axis as one typed array. */
function nested(values: Float64Array, shape: readonly number[], narrow: boolean, from: number): PointLike {
  if (shape.length === 0) return values[from];
  const [length, ...inner] = shape;
  if (inner.length === 0) {
    const row = values.slice(from, from + length);
    return narrow ? Float32Array.from(row) : row;
  }
  const size = sizeOf(inner);
  return Array.from({ length }, (_, i) => nested(values, inner, narrow, from + i * size));
}

/** A point: the one array itself where its path is empty, or a record of the arrays by path. */
export function assemble(form: readonly Leaf[], values: Float64Array): PointLike {
  let at = 0;
  const root: PointLike = {};
  for (const [path, shape, narrow] of form) {
    const leaf = nested(values, shape, narrow, at);
    at += sizeOf(shape);
    const last = path.at(-1);
    if (last === undefined) return leaf;
    let inner = root;
    for (const key of path.slice(0, -1)) {
      // what every object inherits, such as `toString`, is no part of the point
      if (!Object.hasOwn(inner, key)) inner[key] = {};
      inner = inner[key];
    }
    inner[last] = leaf;
  }
  return root;
}

/** Rows and numbers of a point in order, each with its place in the flat list. Returns the place after the last. */
function walk(point: PointLike, at: number, onLeaf: (leaf: Float64Array | number, at: number) => void): number {
  if (typeof point === 'number' || ArrayBuffer.isView(point)) {
    onLeaf(point as Float64Array | number, at);
    return at + (typeof point === 'number' ? 1 : (point as Float64Array).length);
  }
  const parts: PointLike[] = Array.isArray(point) ? point : Object.values(point);
  return parts.reduce((next: number, inner) => walk(inner, next, onLeaf), at);
}

/** Writes a point into a flat list. */
export function flatten(point: PointLike, flat: Float64Array): void {
  walk(point, 0, (leaf, at) => {
    if (typeof leaf === 'number') flat[at] = leaf;
    else flat.set(leaf, at);
  });
}

/** Writes a flat list into the rows of a point. A number in it cannot be changed in place, in Python either. */
export function writeInto(point: PointLike, flat: Float64Array): void {
  walk(point, 0, (leaf, at) => {
    if (typeof leaf !== 'number') leaf.set(flat.subarray(at, at + leaf.length));
  });
}
