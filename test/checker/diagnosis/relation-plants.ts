/** Wrong gradients by random draw, one kind of bug each: those that show beside x, or in whole lines. */
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
  sum,
  unit,
  vector,
  without,
} from './points.ts';

const softmax = (x: Float64Array): Float64Array => {
  const powers = x.map(Math.exp);
  return powers.map((v) => v / sum(powers));
};
const throughSoftmax = (slopes: Float64Array, p: Float64Array) => p.map((v, i) => v * (slopes[i] - dot(p, slopes)));
const throughLogSoftmax = (slopes: Float64Array, p: Float64Array) => slopes.map((v, i) => v - p[i] * sum(slopes));

/** Rows of probabilities, or of their logarithms, and the slopes of a loss that reads one class of each. */
function classified(r: Random, logarithm: boolean): RandomPoint {
  const logits = randomPoint(r, { layout: { p: [anySize(r, 1, 20), anySize(r, 2, 12)] } });
  const x = perRow(logits, (_, z) => (logarithm ? softmax(z).map(Math.log) : softmax(z)));
  const truth = perRow({ ...logits, x }, (_, row) => {
    const target = r.integer(row.length);
    return row.map((v, i) => (i === target ? -(logarithm ? 1 / logits.layout.p[0] : 1 / v) : 0));
  });
  return { ...logits, x, truth };
}

const SOFTMAX: readonly Draw[] = [
  (r) => {
    const point = classified(r, false);
    return { ...point, analytic: perRow(point, throughSoftmax) };
  },
  (r) => {
    const point = classified(r, true);
    return { ...point, analytic: perRow(point, (slopes, x) => throughLogSoftmax(slopes, x.map(Math.exp))) };
  },
  ...[throughSoftmax, throughLogSoftmax].map(
    (through): Draw =>
      (r) => {
        const point = randomPoint(r, { layout: matrix(r), dense: true });
        return { ...point, truth: perRow(point, (slopes, z) => through(slopes, softmax(z))), analytic: point.truth };
      },
  ),
];

const CHANGES: readonly ((x: number) => number)[] = [(x) => x, (x) => Math.exp(-x), (x) => 2 * Math.sqrt(x)];

export const RELATION_PLANTS = {
  projected: (r) => {
    const way = r.integer(3);
    if (way === 0) {
      const point = randomPoint(r, { layout: matrix(r) });
      return { ...point, analytic: perRow(point, without) };
    }
    const point = randomPoint(r, { layout: vector(r, 4) });
    if (way === 1) return changed(point, (t) => t - sum(point.truth) / point.truth.length);
    const x = unit(point.x);
    return { ...point, x, analytic: without(point.truth, x) };
  },
  normalisation: (r) => {
    const rows = r.integer(2) === 0;
    const point = randomPoint(r, {
      layout: rows ? { W: [anySize(r, 2, 15), anySize(r, 4, 10)] } : { W: [1, anySize(r, 5, 200)] },
    });
    const half = r.integer(2) === 0;
    const scaled = (g: Float64Array, x: Float64Array) => g.map((v) => v / Math.sqrt(dot(x, x)));
    return {
      ...point,
      truth: perRow(point, (g, x) => scaled(without(g, x), x)),
      analytic: perRow(point, (g, x) => (half ? scaled(g, x) : g)),
    };
  },
  'other-parameter': (r) => {
    const point = randomPoint(r, { positive: true });
    const factor = CHANGES[r.integer(CHANGES.length)];
    return changed(point, (t, x) => t * factor(x));
  },
  'returns-x': (r) => changed(randomPoint(r), (_, x) => x),
  'softmax-folded': (r) => SOFTMAX[r.integer(SOFTMAX.length)](r),
  'not-wrapped': (r) => {
    const point = randomPoint(r, { layout: vector(r) });
    const weight = [1, 2, 1 / point.x.length][r.integer(3)];
    const first = r.integer(point.x.length);
    const turns = point.x.map((_, i) => (i === first || r.uniform() < 0.3 ? (r.integer(2) ? 1 : -1) : 0));
    return changed(point, (t, _, i) => t + turns[i] * weight * 2 * Math.PI);
  },
  'not-filled': (r) => {
    const [count, columns] = [anySize(r, 3, 20), anySize(r, 3, 10)];
    const point = randomPoint(r, { layout: { W: [count, columns] }, dense: true });
    const byRow = r.integer(2) === 0;
    const filled = 1 + r.integer((byRow ? count : columns) - 1);
    return changed(point, (t, _, i) => ((byRow ? Math.floor(i / columns) : i % columns) < filled ? t : 0));
  },
  'straight-through': (r) => {
    const point = randomPoint(r, { layout: vector(r), dense: true });
    return { ...point, truth: point.truth.map(() => 0), analytic: point.truth, steps: range(3).map(() => true) };
  },
  'one-triangle': (r) => {
    const n = anySize(r, 3, 12);
    const point = randomPoint(r, { layout: { S: [n, n] }, dense: true });
    const first = (i: number) => Math.max(i, (i % n) * n + Math.floor(i / n));
    const below = (i: number) => Math.floor(i / n) - (i % n);
    const own = point.truth.map((_, i) => point.truth[first(i)]);
    const doubled = own.map((v, i) => (below(i) > 0 ? 2 * v : below(i) < 0 ? 0 : v));
    const structured = own.map((v, i) => (below(i) === 0 ? v : 2 * v));
    const one = own.map((v, i) => (below(i) < 0 ? 0 : v));
    const ways = [
      [doubled, own],
      [own, doubled],
      [own, structured],
      [structured, own],
      [own, one],
    ];
    const [truth, analytic] = ways[r.integer(ways.length)];
    return { ...point, x: point.x.map((_, i) => point.x[first(i)]), truth, analytic };
  },
  conjugate: (r) => {
    const shape = r.integer(2) ? [anySize(r, 3, 30)] : [anySize(r, 2, 6), anySize(r, 2, 6)];
    const n = shape.reduce((a, b) => a * b, 1);
    const names = [
      ['re', 'im'],
      ['zr', 'zi'],
      ['weight_real', 'weight_imag'],
    ];
    const [re, im] = names[r.integer(names.length)];
    const point = randomPoint(r, { layout: { [re]: shape, [im]: shape, b: [3] }, dense: true });
    return changed(point, (t, _, i) => (i >= n && i < 2 * n ? -t : t));
  },
  'row-counts': (r) => {
    const point = randomPoint(r, { layout: { E: [anySize(r, 4, 20), anySize(r, 3, 10)] }, dense: true });
    const counts = range(point.layout.E[0]).map((row) => (row < 2 ? row + 2 : 1 + r.integer(5)));
    const mean = r.integer(2) === 0;
    return {
      ...point,
      analytic: perRow(point, (slopes, _, row) => slopes.map((v) => (mean ? v / counts[row] : v * counts[row]))),
    };
  },
  'tiny-errors': (r) => {
    const size = 5e-6 * 10 ** r.uniform();
    return changed(randomPoint(r, { layout: vector(r, 6) }), (t) => t * (1 + size * (1 + 0.5 * r.normal())));
  },
} satisfies Partial<Record<FindingKind, Draw>>;
