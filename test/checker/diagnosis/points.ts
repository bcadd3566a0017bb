/** Points of shapes that people have, with slopes of their own, for the fuzz test of names; and what is done to their gradients. */
import type { Layout, Setting } from './kit.ts';
import type { Random } from './network.ts';

export interface RandomPoint {
  readonly layout: Layout;
  readonly x: Float64Array;
  /** The true gradient. */
  readonly truth: Float64Array;
}

/** A point with a wrong gradient, drawn at random. */
export type Draw = (r: Random) => Omit<Setting, 'seed' | 'precision'>;

type Values = (r: Random, n: number) => Float64Array;

export const range = (n: number): number[] => Array.from({ length: n }, (_, i) => i);
export const sum = (values: Iterable<number>): number => [...values].reduce((total, v) => total + v, 0);
export const dot = (a: Float64Array, b: Float64Array): number => sum(a.map((v, i) => v * b[i]));
export const unit = (x: Float64Array): Float64Array => x.map((v) => v / Math.sqrt(dot(x, x)));
/** Slopes without their share along x. */
export const without = (slopes: Float64Array, x: Float64Array): Float64Array => {
  const share = dot(slopes, x) / dot(x, x);
  return slopes.map((slope, i) => slope - share * x[i]);
};

/** A size between two, small ones the commonest. */
export const anySize = (r: Random, least: number, most: number): number =>
  Math.min(most, Math.floor(least * (most / least) ** r.uniform() + r.uniform()));

const pick = <T>(r: Random, options: readonly T[]): T => options[r.integer(options.length)];

/** x around 0, small, positive, far from 0, of sizes that differ, or 0 in places. */
const X: readonly Values[] = [
  (r, n) => r.vector(n),
  (r, n) => r.vector(n).map((v) => 0.05 * v),
  (r, n) => r.vector(n).map((v) => Math.exp(0.7 * v)),
  (r, n) => r.vector(n).map((v) => 5 + v),
  (r, n) => r.vector(n).map((v) => v * 10 ** (2 * r.uniform() - 1)),
  (r, n) => r.vector(n).map((v) => (r.uniform() < 0.2 ? 0 : v)),
];

/** Slopes of one size, of many sizes, half of them 0, all positive, nearly all the same. */
const SLOPES: readonly Values[] = [
  (r, n) => r.vector(n),
  (r, n) => r.vector(n).map((v) => v * 10 ** (3 * r.uniform() - 2)),
  (r, n) => r.vector(n).map((v) => (r.uniform() < 0.5 ? 0 : v)),
  (r, n) => r.vector(n).map((v) => Math.exp(v)),
  (r, n) => r.vector(n).map((v) => 3 + 0.5 * v),
];

export const matrix = (r: Random): Layout => ({ W: [anySize(r, 2, 20), anySize(r, 2, 10)] });
export const vector = (r: Random, least = 3): Layout => ({ x: [anySize(r, least, 200)] });

const LAYOUTS: readonly ((r: Random) => Layout)[] = [
  vector,
  matrix,
  (r) => {
    const [n, k] = [anySize(r, 2, 14), anySize(r, 2, 8)];
    return { W: [n, k], b: [k] };
  },
  (r) => {
    const [n, k, m] = [anySize(r, 2, 8), anySize(r, 2, 8), anySize(r, 2, 5)];
    return { W1: [n, k], b1: [k], W2: [k, m], b2: [m] };
  },
  (r) => ({ K: [anySize(r, 1, 4), anySize(r, 1, 3), 3, 3], b: [anySize(r, 1, 4)] }),
  (r) => ({ q: [anySize(r, 3, 30)], log_s: [1], m: [anySize(r, 2, 12)] }),
];

/** A point of the shape given, or of any; with slopes that are nowhere 0 where these would hide the bug. */
export function randomPoint(
  r: Random,
  {
    layout = pick(r, LAYOUTS)(r),
    positive = false,
    dense = false,
  }: { layout?: Layout; positive?: boolean; dense?: boolean } = {},
): RandomPoint {
  const n = sum(Object.values(layout).map((shape) => shape.reduce((a, b) => a * b, 1)));
  const x = positive ? X[2] : pick(r, X);
  return { layout, x: x(r, n), truth: (dense ? SLOPES[0] : pick(r, SLOPES))(r, n) };
}

/** The rows of the only matrix of a point, each made anew from its slopes and its x. */
export function perRow(
  { layout, x, truth }: RandomPoint,
  make: (slopes: Float64Array, x: Float64Array, row: number) => ArrayLike<number>,
): Float64Array {
  const [[rows, columns]] = Object.values(layout);
  return Float64Array.from(
    range(rows).flatMap((row) => {
      const [from, to] = [row * columns, (row + 1) * columns];
      return Array.from(make(truth.slice(from, to), x.slice(from, to), row));
    }),
  );
}

/** The gradient of a point, changed element by element. */
export const changed = (point: RandomPoint, change: (slope: number, x: number, i: number) => number) => ({
  ...point,
  analytic: point.truth.map((t, i) => change(t, point.x[i], i)),
});
