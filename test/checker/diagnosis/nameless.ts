/** Wrong gradients by random draw that are none of the bugs with a name, many of them close to one. */
import type { FindingKind } from '@/checker/types.ts';
import type { Random } from './network.ts';
import {
  anySize,
  changed,
  type Draw,
  dot,
  matrix,
  perRow,
  type RandomPoint,
  randomPoint,
  range,
  unit,
  vector,
} from './points.ts';

interface Nameless {
  readonly draw: Draw;
  /** Names that say no more than what is true of these errors as well. */
  readonly may?: readonly FindingKind[];
  /** A near miss is one only where the bars are narrow enough to see it: the widest, relative to the slopes. */
  readonly widest?: number;
}

/** Some elements, sparse ones the commonest, changed each by itself. */
const inSome = (r: Random, change: (slope: number) => number, point = randomPoint(r)) => {
  const share = 0.05 + 0.95 * r.uniform() ** 2;
  return changed(point, (t) => (r.uniform() < share ? change(t) : t));
};

/** A random factor for each row of a matrix. */
const rowFactors = (r: Random, rows: number): number[] => range(rows).map(() => 0.3 + 2 * r.uniform());

const SHAPES: readonly ((x: number) => number)[] = [
  Math.sin,
  Math.tanh,
  (x) => x * x,
  (x) => x ** 3,
  (x) => Math.exp(-x * x),
];

const symmetric = (values: Float64Array, n: number): Float64Array =>
  values.map((_, i) => values[Math.max(i, (i % n) * n + Math.floor(i / n))]);

const along = (r: Random, point: RandomPoint, direction: ArrayLike<number>) => {
  const multiple = r.normal();
  return changed(point, (t, _, i) => t + multiple * direction[i]);
};

export const NAMELESS: Readonly<Record<string, Nameless>> = {
  'random errors': { draw: (r) => inSome(r, (t) => t + 0.3 * r.normal()) },
  'random errors, small': { draw: (r) => inSome(r, (t) => t * (1 + 1e-3 * r.normal())) },
  'random factors': { draw: (r) => inSome(r, (t) => t * Math.exp(r.normal())) },
  'along a random vector': {
    draw: (r) => {
      const point = randomPoint(r);
      return along(r, point, r.vector(point.x.length));
    },
  },
  'a function of x': {
    widest: 1e-9,
    draw: (r) => {
      const point = randomPoint(r);
      return along(r, point, point.x.map(SHAPES[r.integer(SHAPES.length)]));
    },
  },
  'nearly along x': {
    widest: 1e-9,
    draw: (r) => {
      const point = randomPoint(r);
      return along(
        r,
        point,
        point.x.map((x) => x * (1 + 0.02 * r.normal())),
      );
    },
  },
  'a factor that nearly follows x': {
    draw: (r) => changed(randomPoint(r, { positive: true }), (t, x) => t * x ** 1.1),
  },
  'a power of the slope': { draw: (r) => changed(randomPoint(r), (t) => t * Math.abs(t) ** 0.3) },
  'another gradient': { draw: (r) => changed(randomPoint(r), () => r.normal()) },
  'clipped at 1': { draw: (r) => changed(randomPoint(r), (t) => Math.max(-1, Math.min(1, t))) },
  'the sign alone': { draw: (r) => changed(randomPoint(r), Math.sign) },
  'rounded to one decimal': {
    draw: (r) => changed(randomPoint(r), (t) => Math.round(10 * t) / 10),
    may: ['zeroed-group', 'not-filled'],
  },
  'scattered zeros': { draw: (r) => inSome(r, () => 0), may: ['zeroed-group', 'not-filled'] },
  'a factor for each row': {
    draw: (r) => {
      const point = randomPoint(r, { layout: matrix(r) });
      const factors = rowFactors(r, point.layout.W[0]);
      return { ...point, analytic: perRow(point, (slopes, _, row) => slopes.map((v) => v * factors[row])) };
    },
  },
  'a weight for each output': {
    draw: (r) => {
      const [n, k] = [anySize(r, 3, 10), anySize(r, 3, 8)];
      const factors = rowFactors(r, k);
      return changed(
        randomPoint(r, { layout: { W: [k, n], b: [k] } }),
        (t, _, i) => t * factors[i < k * n ? Math.floor(i / n) : i - k * n],
      );
    },
  },
  'another multiple of x for each row': {
    draw: (r) => {
      const point = randomPoint(r, { layout: { W: [anySize(r, 2, 20), anySize(r, 3, 10)] } });
      const multiples = r.vector(point.layout.W[0]);
      return { ...point, analytic: perRow(point, (slopes, x, row) => slopes.map((v, i) => v + multiples[row] * x[i])) };
    },
  },
  'symmetric errors of a symmetric matrix': {
    draw: (r) => {
      const n = anySize(r, 2, 10);
      const { layout, x, truth } = randomPoint(r, { layout: { S: [n, n] } });
      return along(r, { layout, x: symmetric(x, n), truth: symmetric(truth, n) }, symmetric(r.vector(n * n), n));
    },
  },
  'a part of the projection': {
    draw: (r) => {
      const point = randomPoint(r, { layout: vector(r, 4) });
      const x = unit(point.x);
      const taken = (0.3 + 0.6 * r.uniform()) * dot(point.truth, x);
      return changed({ ...point, x }, (t, v) => t - taken * v);
    },
    may: ['missing-l2'],
  },
};
