/** Points of shapes that people have, with slopes that have a structure of their own or none, for the fuzz tests of names. */
import type { Layout } from './kit.ts';
import type { Random } from './network.ts';

export interface RandomPoint {
  readonly layout: Layout;
  readonly x: Float64Array;
  readonly truth: Float64Array;
}

export type Values = (r: Random, n: number) => Float64Array;

/** Sizes from one to two hundred, small ones the commonest. */
export const anySize = (r: Random, least: number, most: number): number =>
  Math.min(most, Math.floor(least * (most / least) ** r.uniform() + r.uniform()));

const pick = <T>(r: Random, options: readonly T[]): T => options[r.integer(options.length)];

const normals: Values = (r, n) => r.vector(n);

/** x as people have it: around 0, positive, far from 0, or of sizes that differ. */
const X: readonly Values[] = [
  normals,
  (r, n) => r.vector(n).map((v) => 0.05 * v),
  (r, n) => r.vector(n).map((v) => Math.exp(0.7 * v)),
  (r, n) => r.vector(n).map((v) => 5 + v),
  (r, n) => r.vector(n).map((v) => v * 10 ** (2 * r.uniform() - 1)),
  (r, n) => r.vector(n).map((v) => (r.uniform() < 0.2 ? 0 : v)),
];

/** Slopes: of one size, of many sizes, half of them zero, all positive. */
const SLOPES: readonly Values[] = [
  normals,
  (r, n) => r.vector(n).map((v) => v * 10 ** (3 * r.uniform() - 2)),
  (r, n) => r.vector(n).map((v) => (r.uniform() < 0.5 ? 0 : v)),
  (r, n) => r.vector(n).map((v) => Math.exp(v)),
  (r, n) => r.vector(n).map((v) => 3 + 0.5 * v),
];

const LAYOUTS: readonly ((r: Random) => Layout)[] = [
  (r) => ({ x: [anySize(r, 3, 200)] }),
  (r) => ({ W: [anySize(r, 2, 20), anySize(r, 2, 10)] }),
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

const sizeOf = (layout: Layout): number =>
  Object.values(layout).reduce((total, shape) => total + shape.reduce((a, b) => a * b, 1), 0);

/** A point of some shape, of the kind given or of any. */
export function randomPoint(r: Random, { layout = pick(r, LAYOUTS)(r), x }: { layout?: Layout; x?: Values } = {}): RandomPoint {
  const n = sizeOf(layout);
  return { layout, x: (x ?? pick(r, X))(r, n), truth: pick(r, SLOPES)(r, n) };
}

export const matrix = (r: Random, name = 'W'): Layout => ({ [name]: [anySize(r, 2, 20), anySize(r, 2, 10)] });
export const vector = (r: Random, least = 3): Layout => ({ x: [anySize(r, least, 200)] });
