/** Random networks with hand-written gradients, for the fuzz test: softmax cross-entropy or half a squared error. */
import type { Layout, random } from './kit.ts';

export type Random = ReturnType<typeof random>;

export interface Network {
  readonly layout: Layout;
  readonly x: Float64Array;
  readonly layers: number;
  readonly batch: number;
  readonly softmax: boolean;
  /** The gradient, with the derivative of one activation forgotten, or without the targets. */
  gradient(options?: { forgetActivation?: number; noTarget?: boolean }): Float64Array;
}

const range = (n: number): number[] => Array.from({ length: n }, (_, i) => i);

/** One to three layers of two to five units; weights stand as (inputs x outputs) or (outputs x inputs). */
export function randomNetwork(
  { normal, integer }: Random,
  options: { batch?: number; layers?: number; softmax?: boolean } = {},
): Network {
  const layers = options.layers ?? 1 + integer(3);
  const batch = options.batch ?? 2 + integer(11);
  const softmax = options.softmax ?? integer(2) === 0;
  const rowsAreUnits = integer(2) === 0;
  const sizes = range(layers + 1).map((_, l) => (l === layers && softmax ? 3 + integer(3) : 2 + integer(4)));
  const layout: Record<string, readonly number[]> = {};
  for (const l of range(layers)) {
    layout[`W${l + 1}`] = rowsAreUnits ? [sizes[l + 1], sizes[l]] : [sizes[l], sizes[l + 1]];
    layout[`b${l + 1}`] = [sizes[l + 1]];
  }
  const starts = range(layers).map((l) => range(l).reduce((s, k) => s + (sizes[k] + 1) * sizes[k + 1], 0));
  const total = starts[layers - 1] + (sizes[layers - 1] + 1) * sizes[layers];
  const x = Float64Array.from({ length: total }, () => 0.7 * normal());
  const inputs = range(batch).map(() => range(sizes[0]).map(normal));
  const labels = range(batch).map(() => integer(sizes[layers]));
  const targets = range(batch).map(() => range(sizes[layers]).map(normal));
  const weight = (l: number, from: number, to: number): number =>
    starts[l] + (rowsAreUnits ? to * sizes[l] + from : from * sizes[l + 1] + to);
  const bias = (l: number, to: number): number => starts[l] + sizes[l] * sizes[l + 1] + to;

  const forward = (input: number[]): number[][] => {
    const values = [input];
    for (const l of range(layers)) {
      const z = range(sizes[l + 1]).map((to) =>
        values[l].reduce((s, v, from) => s + v * x[weight(l, from, to)], x[bias(l, to)]),
      );
      values.push(l < layers - 1 ? z.map(Math.tanh) : z);
    }
    return values;
  };
  const gradient: Network['gradient'] = ({ forgetActivation = -1, noTarget = false } = {}) => {
    const g = new Float64Array(total);
    for (const s of range(batch)) {
      const values = forward(inputs[s]);
      const out = values[layers];
      const powers = out.map((z) => Math.exp(z - Math.max(...out)));
      const sum = powers.reduce((a, b) => a + b, 0);
      let delta = out.map((z, c) =>
        softmax ? powers[c] / sum - (!noTarget && c === labels[s] ? 1 : 0) : z - targets[s][c],
      );
      delta = delta.map((d) => d / batch);
      for (let l = layers - 1; l >= 0; l--) {
        for (const to of range(sizes[l + 1])) {
          g[bias(l, to)] += delta[to];
          for (const from of range(sizes[l])) g[weight(l, from, to)] += delta[to] * values[l][from];
        }
        delta = range(sizes[l]).map((from) => {
          const back = delta.reduce((total, d, to) => total + d * x[weight(l, from, to)], 0);
          return l - 1 === forgetActivation ? back : back * (1 - values[l][from] ** 2);
        });
      }
    }
    return g;
  };
  return { layout, x, layers, batch, softmax, gradient };
}
