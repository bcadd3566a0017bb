/** Wrong gradients by random draw: of each bug that shows beside x or in whole lines, and of errors that are none of these. */
import type { FindingKind } from '@/checker/types.ts';
import type { Setting } from './kit.ts';
import type { Random } from './network.ts';
import { anySize, matrix, type RandomPoint, randomPoint, type Values, vector } from './points.ts';

export type Draw = (r: Random) => Omit<Setting, 'seed' | 'precision'>;

const range = (n: number): number[] => Array.from({ length: n }, (_, i) => i);
const sum = (values: Iterable<number>): number => [...values].reduce((total, v) => total + v, 0);

const planted = (point: RandomPoint, analytic: ArrayLike<number>): Omit<Setting, 'seed' | 'precision'> => ({
  ...point,
  analytic: Float64Array.from(analytic),
});

/** The rows of the only matrix of a point, each changed as a whole. */
function perRow(point: RandomPoint, change: (slopes: Float64Array, x: Float64Array, row: number) => ArrayLike<number>) {
  const [[rows, columns]] = Object.values(point.layout);
  return Float64Array.from(
    range(rows).flatMap((row) => {
      const [from, to] = [row * columns, (row + 1) * columns];
      return Array.from(change(point.truth.slice(from, to), point.x.slice(from, to), row));
    }),
  );
}

const dot = (a: Float64Array, b: Float64Array): number => sum(a.map((v, i) => v * b[i]));
const without = (slopes: Float64Array, x: Float64Array): Float64Array => {
  const share = dot(slopes, x) / dot(x, x);
  return slopes.map((slope, i) => slope - share * x[i]);
};
const unit = (x: Float64Array): Float64Array => x.map((v) => v / Math.sqrt(dot(x, x)));
const softmax = (x: Float64Array): Float64Array => {
  const powers = x.map(Math.exp);
  return powers.map((v) => v / sum(powers));
};
const throughSoftmax = (p: Float64Array, slopes: Float64Array) => p.map((v, i) => v * (slopes[i] - dot(p, slopes)));

const positive: Values = (r, n) => r.vector(n).map((v) => Math.exp(0.7 * v));

/** Rows of x made anew, so that each row has a property. */
const withRows = (point: RandomPoint, make: (x: Float64Array) => Float64Array): RandomPoint => ({
  ...point,
  x: perRow({ ...point, truth: point.x }, (x) => make(x)),
});

export const RELATION_PLANTS: Partial<Record<FindingKind, Draw>> = {
  projected: (r) => {
    if (r.integer(3) === 0) {
      const point = randomPoint(r, { layout: matrix(r) });
      return planted(point, perRow(point, without));
    }
    if (r.integer(3) === 0) {
      const point = randomPoint(r);
      return planted(point, point.truth.map((t) => t - sum(point.truth) / point.truth.length));
    }
    const point = randomPoint(r, { layout: vector(r, 4) });
    const x = unit(point.x);
    return planted({ ...point, x }, without(point.truth, x));
  },
  normalisation: (r) => {
    const rows = r.integer(2) === 0;
    const point = randomPoint(r, { layout: rows ? { W: [anySize(r, 2, 15), anySize(r, 4, 10)] } : vector(r, 5) });
    const outer = point.truth;
    const size = r.integer(2) === 0;
    const inner = (g: Float64Array, x: Float64Array) => {
      const length = Math.sqrt(dot(x, x));
      return without(g, x).map((v) => v / length);
    };
    const claimed = (g: Float64Array, x: Float64Array) => (size ? g : g.map((v) => v / Math.sqrt(dot(x, x))));
    if (!rows) return planted({ ...point, truth: inner(outer, point.x) }, claimed(outer, point.x));
    return { ...point, truth: perRow(point, inner), analytic: perRow(point, claimed) };
  },
  'other-parameter': (r) => {
    const point = randomPoint(r, { x: positive });
    const changes: readonly ((x: number) => number)[] = [(x) => x, (x) => x, (x) => Math.exp(-x), (x) => 2 * Math.sqrt(x)];
    const factor = changes[r.integer(changes.length)];
    return planted(point, point.truth.map((t, i) => t * factor(point.x[i])));
  },
  'returns-x': (r) => {
    const point = randomPoint(r);
    return planted(point, point.x);
  },
  'softmax-folded': (r) => {
    const layout = { p: [anySize(r, 1, 20), anySize(r, 2, 12)] };
    const logits = randomPoint(r, { layout, x: (q, n) => q.vector(n) });
    const kind = r.integer(4);
    if (kind === 0) {
      const point = withRows(logits, softmax);
      // cross-entropy of probabilities: one class a row, or shares of them
      const truth = perRow(point, (_, p) => {
        const target = r.integer(p.length);
        return p.map((v, i) => (i === target ? -1 / v : 0));
      });
      return { ...point, truth, analytic: perRow({ ...point, truth }, (slopes, p) => throughSoftmax(p, slopes)) };
    }
    if (kind === 1) {
      const point = withRows(logits, (x) => softmax(x).map(Math.log));
      const truth = perRow(point, (_, x) => {
        const target = r.integer(x.length);
        return x.map((_, i) => (i === target ? -1 / layout.p[0] : 0));
      });
      return {
        ...point,
        truth,
        analytic: perRow({ ...point, truth }, (slopes, x) => slopes.map((s, i) => s - Math.exp(x[i]) * sum(slopes))),
      };
    }
    const outer = logits.truth;
    const inner = (g: Float64Array, x: Float64Array) =>
      kind === 2 ? throughSoftmax(softmax(x), g) : g.map((v, i) => v - softmax(x)[i] * sum(g));
    return { ...logits, truth: perRow(logits, inner), analytic: outer };
  },
  'not-wrapped': (r) => {
    const point = randomPoint(r, { layout: vector(r, 3) });
    const weight = [1, 2, 1 / point.x.length][r.integer(3)];
    const errors = point.truth.map(() => (r.uniform() < 0.3 ? (r.integer(2) ? 1 : -1) : 0));
    if (errors.every((e) => e === 0)) errors[r.integer(errors.length)] = 1;
    return planted(point, point.truth.map((t, i) => t + errors[i] * 2 * Math.PI * weight));
  },
  'not-filled': (r) => {
    const [count, columns] = [anySize(r, 3, 20), anySize(r, 3, 10)];
    const point = { ...randomPoint(r, { layout: { W: [count, columns] } }), truth: r.vector(count * columns) };
    const byRow = r.integer(2) === 0;
    const filled = 1 + r.integer((byRow ? count : columns) - 1);
    const place = (i: number) => (byRow ? Math.floor(i / columns) : i % columns);
    return planted(
      point,
      point.truth.map((t, i) => (place(i) < filled ? t : 0)),
    );
  },
  'straight-through': (r) => {
    const point = randomPoint(r, { layout: vector(r) });
    return { ...point, truth: point.truth.map(() => 0), analytic: r.vector(point.x.length), jumps: range(point.x.length).map(() => true) };
  },
  'one-triangle': (r) => {
    const n = anySize(r, 3, 12);
    const point = randomPoint(r, { layout: { S: [n, n] } });
    const mirror = (i: number) => (i % n) * n + Math.floor(i / n);
    const below = (i: number) => Math.floor(i / n) - (i % n);
    const x = point.x.map((_, i) => point.x[Math.max(i, mirror(i))]);
    const own = r.vector(n * n).map((v, i, all) => all[Math.max(i, mirror(i))] || v);
    const doubled = own.map((v, i) => (below(i) > 0 ? 2 * v : below(i) < 0 ? 0 : v));
    const structured = own.map((v, i) => (below(i) === 0 ? v : 2 * v));
    const [truth, analytic] = [
      [doubled, own],
      [own, doubled],
      [own, structured],
      [structured, own],
      [own, own.map((v, i) => (below(i) < 0 ? 0 : v))],
    ][r.integer(5)];
    return { ...point, x, truth, analytic };
  },
  conjugate: (r) => {
    const shape = r.integer(2) ? [anySize(r, 3, 30)] : [anySize(r, 2, 6), anySize(r, 2, 6)];
    const [re, im] = [
      ['re', 'im'],
      ['zr', 'zi'],
      ['weight_real', 'weight_imag'],
      ['Re', 'Im'],
    ][r.integer(4)];
    const n = shape.reduce((a, b) => a * b, 1);
    const point = { ...randomPoint(r, { layout: { [re]: shape, [im]: shape, b: [3] } }), truth: r.vector(2 * n + 3) };
    return planted(
      point,
      point.truth.map((t, i) => (i >= n && i < 2 * n ? -t : t)),
    );
  },
  'row-counts': (r) => {
    const point = randomPoint(r, { layout: { E: [anySize(r, 4, 20), anySize(r, 3, 10)] } });
    const truth = r.vector(point.x.length);
    const counts = range(point.layout.E[0]).map((row) => (row < 2 ? row + 2 : 1 + r.integer(5)));
    const mean = r.integer(2) === 0;
    return { ...point, truth, analytic: perRow({ ...point, truth }, (slopes, _, row) => slopes.map((v) => (mean ? v / counts[row] : v * counts[row]))) };
  },
  'tiny-errors': (r) => {
    const point = { ...randomPoint(r, { layout: vector(r, 6) }) };
    const size = 5e-6 * 10 ** r.uniform();
    return planted(
      point,
      point.truth.map((t) => t * (1 + size * (1 + 0.5 * r.normal()))),
    );
  },
};

const some = (r: Random, point: RandomPoint, change: (t: number, i: number) => number) => {
  const share = 0.05 + 0.95 * r.uniform() ** 2;
  return planted(
    point,
    point.truth.map((t, i) => (r.uniform() < share ? change(t, i) : t)),
  );
};

/** Errors that have no name, and the names that say no more than what is true of them. */
export const NAMELESS: Readonly<Record<string, { draw: Draw; may?: readonly FindingKind[] }>> = {
  'random errors': { draw: (r) => some(r, randomPoint(r), (t) => t + 0.3 * r.normal()) },
  'random errors, small': { draw: (r) => some(r, randomPoint(r), (t) => t * (1 + 1e-3 * r.normal())) },
  'random factors': { draw: (r) => some(r, randomPoint(r), (t) => t * Math.exp(r.normal())) },
  'along a random vector': {
    draw: (r) => {
      const point = randomPoint(r);
      const v = r.vector(point.x.length);
      const c = r.normal();
      return planted(
        point,
        point.truth.map((t, i) => t + c * v[i]),
      );
    },
  },
  'a function of x': {
    draw: (r) => {
      const point = randomPoint(r);
      const shapes = [Math.sin, Math.tanh, (x: number) => x * x, (x: number) => x ** 3, (x: number) => Math.exp(-x * x)];
      const shape = shapes[r.integer(shapes.length)];
      const c = r.normal();
      return planted(
        point,
        point.truth.map((t, i) => t + c * shape(point.x[i])),
      );
    },
    may: ['missing-l1', 'constant-offset'],
  },
  'nearly along x': {
    draw: (r) => {
      const point = randomPoint(r);
      const c = r.normal();
      return planted(
        point,
        point.truth.map((t, i) => t + c * point.x[i] * (1 + 0.02 * r.normal())),
      );
    },
  },
  'a factor that nearly follows x': {
    draw: (r) => {
      const point = randomPoint(r, { x: positive });
      return planted(
        point,
        point.truth.map((t, i) => t * point.x[i] ** 1.1),
      );
    },
  },
  'a power of the slope': {
    draw: (r) => {
      const point = randomPoint(r);
      return planted(
        point,
        point.truth.map((t) => t * Math.abs(t) ** 0.3),
      );
    },
  },
  'another gradient': {
    draw: (r) => {
      const point = randomPoint(r);
      return planted(point, r.vector(point.x.length));
    },
  },
  'clipped at 1': {
    draw: (r) => {
      const point = randomPoint(r);
      return planted(
        point,
        point.truth.map((t) => Math.max(-1, Math.min(1, t))),
      );
    },
  },
  'the sign alone': {
    draw: (r) => {
      const point = randomPoint(r);
      return planted(
        point,
        point.truth.map((t) => Math.sign(t)),
      );
    },
  },
  'rounded to one decimal': {
    draw: (r) => {
      const point = randomPoint(r);
      return planted(
        point,
        point.truth.map((t) => Math.round(10 * t) / 10),
      );
    },
    may: ['zeroed-group'],
  },
  'scattered zeros': {
    draw: (r) => {
      const point = randomPoint(r);
      return some(r, point, () => 0);
    },
    may: ['zeroed-group', 'not-filled'],
  },
  'a random factor a row': {
    draw: (r) => {
      const point = randomPoint(r, { layout: matrix(r) });
      return planted(
        point,
        perRow(point, (slopes) => {
          const factor = 0.3 + 2 * r.uniform();
          return slopes.map((v) => v * factor);
        }),
      );
    },
  },
  'a random factor an output, bias too': {
    draw: (r) => {
      const [n, k] = [anySize(r, 3, 10), anySize(r, 3, 8)];
      const point = randomPoint(r, { layout: { W: [k, n], b: [k] } });
      const factors = range(k).map(() => 0.3 + 2 * r.uniform());
      return planted(
        point,
        point.truth.map((t, i) => t * factors[i < k * n ? Math.floor(i / n) : i - k * n]),
      );
    },
  },
  'along x with another multiple a row': {
    draw: (r) => {
      const point = randomPoint(r, { layout: { W: [anySize(r, 2, 20), anySize(r, 3, 10)] } });
      return planted(
        point,
        perRow(point, (slopes, x) => {
          const c = r.normal();
          return slopes.map((v, i) => v + c * x[i]);
        }),
      );
    },
  },
  'symmetric errors of a symmetric matrix': {
    draw: (r) => {
      const n = anySize(r, 2, 10);
      const point = randomPoint(r, { layout: { S: [n, n] } });
      const symmetric = (v: Float64Array) => v.map((_, i) => v[Math.max(i, (i % n) * n + Math.floor(i / n))]);
      const errors = symmetric(r.vector(n * n));
      const truth = symmetric(point.truth);
      return { ...point, x: symmetric(point.x), truth, analytic: truth.map((t, i) => t + 0.3 * errors[i]) };
    },
  },
  'part of the projection taken out': {
    draw: (r) => {
      const point = randomPoint(r, { layout: vector(r, 4) });
      const x = unit(point.x);
      const share = 0.3 + 0.6 * r.uniform();
      const c = share * dot(point.truth, x);
      return planted(
        { ...point, x },
        point.truth.map((t, i) => t - c * x[i]),
      );
    },
    // one multiple of x is what it is
    may: ['missing-l2'],
  },
};
