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
