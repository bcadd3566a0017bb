/**
 * What passes between the checker and the functions that it judges. The program gets copies. Its results, and its changes to
 * the copies, are copied back as plain numbers, arrays and records: the checker never holds an accessor, a proxy or a class of
 * the program. The same object on one side is the same object on the other, so that the checker still sees a gradient that
 * returns x itself, or the same array every time.
 *
 * Code of the program may run wherever something of its is read, so nothing here iterates over an array.
 */

interface Known {
  get(key: object): object | undefined;
  set(key: object, copy: object): unknown;
}

type Fields = Record<string, unknown>;

/** The checker refuses a deeper nest. */
const DEEPEST = 70;
const LONGEST = 2 ** 26;

/** How the language itself reads a typed array, whatever properties a program has given it. */
const readerOf = (key: PropertyKey) =>
  Object.getOwnPropertyDescriptor(Object.getPrototypeOf(Float64Array.prototype), key)?.get as () => unknown;
const kindOf = readerOf(Symbol.toStringTag);
const bufferOf = readerOf('buffer');
const offsetOf = readerOf('byteOffset');
const lengthOf = readerOf('length');

/** A plain object, also of another realm. */
const isPlain = (value: object): value is Fields => {
  const prototype = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
};

/** Stands for a value that holds no numbers: only what the error message needs. */
const refused = (name: unknown, then?: unknown): object =>
  Object.create({
    [Symbol.toStringTag]: 'refused',
    constructor: { name: typeof name === 'string' && name !== '' ? name : 'object' },
    // biome-ignore lint/suspicious/noThenProperty: a promise is told from other objects by it
    ...(typeof then === 'function' && { then: () => {} }),
  });

/** Copies the numbers that a list begins with, and says how many: by itself, so that engines find a loop over numbers. */
function copyNumbers(from: readonly unknown[], to: unknown[], length: number): number {
  for (let i = 0; i < length; i++) {
    const item = from[i];
    if (typeof item !== 'number') return i;
    to[i] = item;
  }
  return length;
}

/** One pass over a value: copies each object that it has not seen yet, into its known counterpart or a new one. */
class Copying {
  readonly #known: Known;
  readonly #isOwn: boolean;
  readonly #seen = new Set<object>();

  /** @param isOwn the values are the checker's own */
  constructor(known: Known, isOwn = false) {
    this.#known = known;
    this.#isOwn = isOwn;
  }

  copy(value: unknown, depth = 0): unknown {
    if (typeof value === 'function') return () => {};
    if (typeof value !== 'object' || value === null) return value;
    if (depth > DEEPEST) return 0;
    if (ArrayBuffer.isView(value)) return this.#view(value);
    if (this.#seen.has(value)) return this.#known.get(value);
    this.#seen.add(value);
    if (Array.isArray(value)) return this.#list(value, depth);
    if (isPlain(value)) return this.#record(value, depth);
    const { constructor: made, then } = value as { constructor?: unknown; then?: unknown };
    return refused((made as { name?: unknown } | undefined)?.name, then);
  }

  #list(value: unknown[], depth: number): unknown[] {
    const { length } = value;
    if (!(length <= LONGEST)) throw new RangeError(`An array of ${length} elements is too long to be checked.`);
    const isRow = this.#isOwn && typeof value[0] === 'number';
    const copy = (this.#known.get(value) ?? (isRow ? value.slice() : [])) as unknown[];
    this.#known.set(value, copy);
    if (isRow) return copy;
    for (let i = copyNumbers(value, copy, length); i < length; i++) copy[i] = this.copy(value[i], depth + 1);
    if (copy.length !== length) copy.length = length;
    return copy;
  }

  #record(value: Fields, depth: number): Fields {
    const copy = (this.#known.get(value) ?? {}) as Fields;
    this.#known.set(value, copy);
    const before = Object.keys(copy);
    for (let i = 0; i < before.length; i++) if (!Object.hasOwn(value, before[i])) delete copy[before[i]];
    const keys = Object.keys(value);
    for (let i = 0; i < keys.length; i++) {
      const item = this.copy(value[keys[i]], depth + 1);
      // an assignment to this name would change the prototype of the copy
      if (keys[i] === '__proto__') Object.defineProperty(copy, keys[i], { value: item, enumerable: true });
      else copy[keys[i]] = item;
    }
    return copy;
  }

  #view(value: ArrayBufferView): unknown {
    const kind = kindOf.call(value) as string | undefined;
    const Kind = kind === 'Float64Array' ? Float64Array : kind === 'Float32Array' ? Float32Array : undefined;
    if (Kind === undefined) return refused(kind ?? 'DataView');
    const buffer = bufferOf.call(value) as ArrayBuffer;
    const bytes = new Uint8Array(buffer);
    let copy = this.#known.get(buffer) as ArrayBuffer | undefined;
    if (copy === undefined || copy.byteLength !== bytes.length) copy = new ArrayBuffer(bytes.length);
    this.#known.set(buffer, copy);
    new Uint8Array(copy).set(bytes);
    return new Kind(copy, offsetOf.call(value) as number, lengthOf.call(value) as number);
  }
}

/** A copy of what a program exports, as plain numbers, arrays and records. */
export const plainCopy = (value: unknown): unknown => new Copying(new Map()).copy(value);

/** A function of the program for the checker to call, with its arguments in an array. */
export function behindMembrane<Given extends readonly unknown[], Value>(
  run: (...given: Given) => Value,
): (given: Given) => Value {
  // Copies of what the last two calls returned: enough to tell a function that always returns the same array, or two in
  // turn. A WeakMap of all would keep each until a full collection of garbage, which took half of the time of a check.
  let [last, before] = [new Map<object, object>(), new Map<object, object>()];
  return (given) => {
    const copies = new Map<object, object>();
    const theirs = new Copying(copies, true).copy(given) as Given;
    const back = new Map<object, object>();
    copies.forEach((copy, own) => {
      back.set(copy, own);
    });
    const result = Reflect.apply(run, undefined, theirs);
    const now = new Map<object, object>();
    const copying = new Copying({
      get: (key) => back.get(key) ?? now.get(key) ?? last.get(key) ?? before.get(key),
      set: (key, copy) => back.has(key) || now.set(key, copy),
    });
    // the checker must see how the program has changed x
    copying.copy(theirs);
    const value = copying.copy(result) as Value;
    [last, before] = [now, last];
    return value;
  };
}
