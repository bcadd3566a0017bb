/** The types of what is checked: a point, the loss, the gradient. */

/** Rectangular nested arrays of numbers, outermost axis first (C order): a vector, a matrix, … */
export type NestedArray = readonly number[] | readonly NestedArray[];

/** A named collection of parameters, such as `{ W1, b1, W2, b2 }`; records may hold records. */
export interface PointRecord {
  readonly [name: string]: Point;
}

/** A typed array of numbers: any kind but the two of bigints. */
export interface TypedArray {
  readonly BYTES_PER_ELEMENT: number;
  readonly length: number;
  readonly [index: number]: number;
}

/** A tensor of another library, with its numbers in sight: the loss gets a copy of the same kind. */
export interface NumberTensor {
  readonly data: readonly number[] | TypedArray;
  readonly shape: readonly number[];
}

/**
 * A tensor that hides its numbers but returns them as nested arrays, which the loss receives: those of numpy-ts, TensorFlow.js
 * and jax-js.
 */
export type ListedTensor = { tolist(): unknown } | { arraySync(): unknown } | { js(): unknown };

/** A point x, or a gradient at x: one number, an array of any rank, a typed array, a tensor, or a record or list of those. */
export type Point = number | TypedArray | NestedArray | readonly Point[] | NumberTensor | ListedTensor | PointRecord;

/** What TypeScript says of a part of x that holds no numbers. */
export type NotAPoint =
  'Use numbers, arrays of them, or records and lists of those; keep what is no parameter out of x.';

type AnyFunction = (...given: never[]) => unknown;

/**
 * What x must be for its type X: a {@link Point}, also where X is an interface, a class or a tuple; methods are let pass. A part
 * that holds no numbers is asked to be a {@link NotAPoint}, whose text says what to do.
 */
export type Checkable<X> = X extends Point
  ? unknown
  : X extends AnyFunction | string | boolean | bigint | symbol | null | undefined
    ? NotAPoint
    : X extends readonly unknown[]
      ? { readonly [K in keyof X]: Checkable<X[K]> }
      : X extends ReadonlyMap<unknown, unknown> | ReadonlySet<unknown> | Date | PromiseLike<unknown>
        ? NotAPoint
        : { readonly [K in keyof X]: X[K] extends AnyFunction ? unknown : Checkable<X[K]> };

type Methods<X> = { [K in keyof X]: X[K] extends AnyFunction ? K : never }[keyof X];

/**
 * What the loss receives for an x of type X: X itself, but with any number for a literal one, doubles for typed arrays that a
 * step would be lost in, and nested arrays for a tensor that hides its numbers.
 */
export type Widened<X> = PointRecord extends X ? X : Wide<X>;

/** Within a point a typed array stays the very type that it was declared with. */
type WidenedPart<X> = X extends Float64Array | Float32Array ? X : Widened<X>;

type Wide<X> = X extends number
  ? number
  : X extends Float64Array
    ? Float64Array
    : X extends Float32Array
      ? Float32Array
      : X extends TypedArray & { readonly buffer: ArrayBufferLike }
        ? Float64Array
        : X extends NumberTensor
          ? X
          : X extends { tolist(): infer List } | { arraySync(): infer List } | { js(): infer List }
            ? List
            : X extends readonly unknown[]
              ? { [K in keyof X]: WidenedPart<X[K]> }
              : [Methods<X>] extends [never]
                ? { [K in keyof X]: WidenedPart<X[K]> }
                : X;

/**
 * What a gradient may return for an x of type X: the same structure, with any list of numbers or tensor in the place of an array,
 * and a plain record in the place of an instance.
 */
export type GradientOf<X> = PointRecord extends X ? X : Returned<X>;

type Returned<X> = X extends number
  ? number
  : X extends TypedArray | NumberTensor | ListedTensor | readonly number[]
    ? readonly number[] | TypedArray | NumberTensor | ListedTensor | NestedArray
    : X extends readonly unknown[]
      ? { readonly [K in keyof X]: GradientOf<X[K]> } | NumberTensor | ListedTensor
      : { readonly [K in Exclude<keyof X, Methods<X>>]: GradientOf<X[K]> };

/** The function under test. It receives the structure of x and returns one finite number. */
export type Loss<X = Point> = (x: X) => number;

/** The hand-written gradient. It receives the structure of x and returns the same structure. */
export type Gradient<X = Point> = (x: X) => GradientOf<X>;
