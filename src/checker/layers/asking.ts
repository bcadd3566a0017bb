/** Asks a vjp, or a Jacobian, for the gradient of a mixture of the outputs. */
import { CheckError } from '../errors.ts';
import { builderOf } from '../point/copies.ts';
import type { Layout } from '../point/layout.ts';
import { type Mismatch, readGradient } from '../point/returned-gradient.ts';
import { sameLeaves } from '../point/same-leaves.ts';
import type { Gradient, GradientOf, Point } from '../types.ts';
import type { Jacobian, Vjp } from './types.ts';

/** A gradient as it was read: its elements in flat order, and the groups that do not fit. */
export interface Answer {
  readonly values: Float64Array;
  readonly mismatches: readonly Mismatch[];
}

/** The hand-written derivative, whichever form it has. */
export interface Asked<X> {
  /** The gradient of ⟨v, F(x)⟩ as a function of x. */
  readonly gradientFor: (v: Float64Array) => Gradient<X>;
  /** What it returns for v, flat over x (NaN where a group is missing or of another shape); undefined where it throws. */
  readonly answer: (v: Float64Array, at?: Float64Array) => Answer | undefined;
  /** Calls of the vjp, or of the Jacobian. */
  readonly calls: () => number;
  /** Whether it has changed the v that it was given. */
  readonly changesCotangent: () => boolean;
  /** Which of the two it is. */
  readonly derivative: 'vjp' | 'Jacobian';
  /** The message of the error that it threw when asked for an answer, if it did. */
  readonly thrown: () => string | undefined;
}

/** Reads an answer of the gradient at x; what it throws is kept, but bad input is thrown on. */
function answering<X>(
  gradientFor: Asked<X>['gradientFor'],
  layout: Layout,
  build: (values: Float64Array) => X,
  x: Float64Array,
): Pick<Asked<X>, 'answer' | 'thrown'> {
  let thrown: string | undefined;
  return {
    thrown: () => thrown,
    answer(v, at = x) {
      let returned: unknown;
      try {
        returned = gradientFor(v)(build(at));
      } catch (error) {
        if (error instanceof CheckError) throw error;
        thrown ??= String((error as Error)?.message ?? error);
        return undefined;
      }
      return readGradient(layout, returned);
    },
  };
}

export function askVjp<X, Y>(
  vjp: Vjp<X, Y>,
  { x, layout, values }: { x: X; layout: Layout; values: Float64Array },
  y: Point,
): Asked<X> {
  const buildX = builderOf(x);
  const buildY = builderOf(y);
  let calls = 0;
  let changed = false;
  const gradientFor = (v: Float64Array) => (at: X) => {
    calls++;
    const given = buildY(v);
    try {
      return vjp(at, given as unknown as Y);
    } finally {
      changed ||= !sameLeaves(given, buildY(v));
    }
  };
  return {
    gradientFor,
    ...answering(gradientFor, layout, buildX, values),
    calls: () => calls,
    changesCotangent: () => changed,
    derivative: 'vjp',
  };
}

/** The rows of a Jacobian as one flat list, or what is wrong with their shape. */
export function readJacobian(
  returned: unknown,
  rows: number,
  columns: number,
): Float64Array | { readonly shape: string } {
  const isRow = (row: unknown): row is ArrayLike<number> =>
    Array.isArray(row) || row instanceof Float64Array || row instanceof Float32Array;
  if (!Array.isArray(returned) || !returned.every(isRow))
    throw new CheckError(
      'jacobian-shape',
      `The Jacobian is ${Array.isArray(returned) ? 'an array that holds other things than rows' : typeof returned}, not an array of rows. Return ${rows} rows of ${columns} numbers: a row for each output, a column for each element of x.`,
    );
  const lengths = new Set(returned.map((row) => row.length));
  if (returned.length !== rows || lengths.size !== 1 || !lengths.has(columns))
    return { shape: `${returned.length} x ${[...lengths].join(' or ')}` };
  const flat = new Float64Array(rows * columns);
  returned.forEach((row, i) => {
    for (let j = 0; j < columns; j++) {
      if (typeof row[j] !== 'number')
        throw new CheckError(
          'jacobian-shape',
          `The Jacobian holds ${row[j] === null ? 'null' : typeof row[j]} at [${i}][${j}], not a number. Was it never set, or does an index run past the end?`,
        );
      flat[i * columns + j] = row[j];
    }
  });
  return flat;
}

/** Jᵀ v; rows of weight 0 are left out, so that one that is not finite spoils no other. */
export function timesTransposed(flat: Float64Array, columns: number, v: Float64Array): Float64Array {
  const product = new Float64Array(columns);
  for (let i = 0; i < v.length; i++) {
    if (v[i] === 0) continue;
    for (let j = 0; j < columns; j++) product[j] += v[i] * flat[i * columns + j];
  }
  return product;
}

/**
 * A Jacobian seen as a vjp. Where it was called for already it is not called again; its contract is looked at with further calls.
 *
 * @param first the Jacobian that it returned at x
 */
export function askJacobian<X>(
  jacobian: Jacobian<X>,
  { x, layout, values }: { x: X; layout: Layout; values: Float64Array },
  outputs: number,
  first: Float64Array,
  turned = false,
): Asked<X> {
  const buildX = builderOf(x);
  const columns = layout.size;
  let calls = 1;
  const flatAt = (at: X): Float64Array => {
    calls++;
    const returned = jacobian(at);
    const flat = readJacobian(turned ? transposeOf(returned) : returned, outputs, columns);
    // of another shape than at x
    return flat instanceof Float64Array ? flat : new Float64Array(outputs * columns).fill(Number.NaN);
  };
  const known: { readonly at: Float64Array; readonly flat: Float64Array }[] = [{ at: values.slice(), flat: first }];
  const recall = (at: Float64Array): Float64Array => {
    const before = known.find((each) => each.at.every((v, i) => v === at[i]));
    if (before) return before.flat;
    const flat = flatAt(buildX(at));
    known.push({ at: at.slice(), flat });
    return flat;
  };
  return {
    gradientFor: (v) => (at) => buildX(timesTransposed(flatAt(at), columns, v)) as unknown as GradientOf<X>,
    answer: (v, at = values) => ({ values: timesTransposed(recall(at), columns, v), mismatches: [] }),
    calls: () => calls,
    changesCotangent: () => false,
    derivative: 'Jacobian',
    thrown: () => undefined,
  };
}

/** Rows and columns exchanged. */
export const transposeOf = (rows: readonly ArrayLike<number>[]): number[][] =>
  Array.from(rows[0], (_, j) => rows.map((row) => row[j]));
