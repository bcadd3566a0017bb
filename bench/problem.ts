/** A smooth, coupled function of n elements with its gradient, and a point: what the benchmarks evaluate. */
import { seededRandom } from '../src/checker/random.ts';

export interface Problem {
  readonly x: Float64Array;
  readonly f: (x: Float64Array) => number;
  readonly gradient: (x: Float64Array) => Float64Array;
}

/** sum c (x - x^3 / 6) + 0.1 x_i x_(i-1) */
export function problem(n: number): Problem {
  const random = seededRandom(n);
  const x = Float64Array.from({ length: n }, () => 2 * random() - 1);
  const c = Float64Array.from({ length: n }, () => 0.5 + random());
  return {
    x,
    f: (p) => {
      let sum = 0;
      for (let i = 0; i < p.length; i++)
        sum += c[i] * (p[i] - (p[i] * p[i] * p[i]) / 6) + (i ? 0.1 * p[i] * p[i - 1] : 0);
      return sum;
    },
    gradient: (p) =>
      p.map((v, i) => c[i] * (1 - (v * v) / 2) + (i ? 0.1 * p[i - 1] : 0) + (i + 1 < p.length ? 0.1 * p[i + 1] : 0)),
  };
}

/** The same gradient with one element wrong by 1 %. */
export const withOneWrong =
  ({ gradient }: Problem, at: number): Problem['gradient'] =>
  (p) => {
    const g = gradient(p);
    g[at] *= 1.01;
    return g;
  };

export interface ManyOutputs {
  readonly x: Float64Array;
  readonly F: (x: Float64Array) => Float64Array;
  readonly vjp: (x: Float64Array, v: Float64Array) => Float64Array;
}

/** m outputs of n elements: y_i = sin(b_i x_j) + x_j x_k, with j and k running over x. */
export function manyOutputs(n: number, m: number): ManyOutputs {
  const random = seededRandom(n + 7 * m);
  const x = Float64Array.from({ length: n }, () => 2 * random() - 1);
  const b = Float64Array.from({ length: m }, () => 4 * random() - 2);
  const other = (i: number) => (7 * i + 1) % n;
  return {
    x,
    F: (p) => b.map((steep, i) => Math.sin(steep * p[i % n]) + p[i % n] * p[other(i)]),
    vjp: (p, v) => {
      const g = new Float64Array(n);
      b.forEach((steep, i) => {
        const [j, k] = [i % n, other(i)];
        g[j] += v[i] * (steep * Math.cos(steep * p[j]) + p[k]);
        g[k] += v[i] * p[j];
      });
      return g;
    },
  };
}
