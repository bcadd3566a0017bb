/**
 * Random two-layer networks with a hand-written backward pass; a right gradient must never fail, and one with an error of
 * a thousandth or more planted in it must never pass. By hand rather than with a generator of values: what matters is
 * many draws, each of which can be repeated from its number.
 */
import { describe, expect, it } from 'vitest';
import { diagnoseGradient } from '../../src/checker/index.ts';
import { seededRandom } from '../../src/checker/random.ts';

type Net = {
  readonly W1: number[][];
  readonly b1: number[];
  readonly W2: number[][];
  readonly b2: number[];
};

type Activation = { readonly f: (z: number) => number; readonly derivative: (z: number) => number };

const sigmoid = (z: number): number => 1 / (1 + Math.exp(-z));
const ACTIVATIONS: readonly Activation[] = [
  { f: Math.tanh, derivative: (z) => 1 - Math.tanh(z) ** 2 },
  { f: sigmoid, derivative: (z) => sigmoid(z) * (1 - sigmoid(z)) },
  { f: (z) => z * sigmoid(z), derivative: (z) => sigmoid(z) * (1 + z * (1 - sigmoid(z))) },
  { f: (z) => Math.log1p(Math.exp(z)), derivative: sigmoid },
];
const LOSSES = ['squares', 'cross-entropy'] as const;

/** A network, data and loss drawn from a seed: 1 to 4 inputs, hidden units and outputs, 1 to 6 samples. */
function draw(seed: number) {
  const random = seededRandom(seed);
  const upTo = (most: number) => 1 + Math.floor(random() * most);
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const matrix = (rows: number, columns: number, scale = 1) =>
    Array.from({ length: rows }, () => Array.from({ length: columns }, () => scale * normal()));
  const [inputs, hidden, outputs, samples] = [upTo(4), upTo(4), 1 + upTo(3), upTo(6)];
  const scale = 10 ** (2 * random() - 1.5);
  const net: Net = {
    W1: matrix(hidden, inputs, scale),
    b1: matrix(1, hidden, scale)[0],
    W2: matrix(outputs, hidden, scale),
    b2: matrix(1, outputs, scale)[0],
  };
  return {
    random,
    net,
    X: matrix(samples, inputs),
    Y: matrix(samples, outputs),
    labels: Array.from({ length: samples }, () => Math.floor(random() * outputs)),
    activation: ACTIVATIONS[Math.floor(random() * ACTIVATIONS.length)],
    loss: LOSSES[Math.floor(random() * LOSSES.length)],
  };
}

type Drawn = ReturnType<typeof draw>;

const layer = (W: readonly (readonly number[])[], b: readonly number[], x: readonly number[]): number[] =>
  W.map((row, i) => row.reduce((sum, w, j) => sum + w * x[j], b[i]));

const softmax = (z: readonly number[]): number[] => {
  const largest = Math.max(...z);
  const powers = z.map((v) => Math.exp(v - largest));
  const sum = powers.reduce((a, b) => a + b, 0);
  return powers.map((v) => v / sum);
};

const lossOf =
  ({ X, Y, labels, activation, loss }: Drawn) =>
  ({ W1, b1, W2, b2 }: Net): number =>
    X.reduce((sum, x, s) => {
      const out = layer(W2, b2, layer(W1, b1, x).map(activation.f));
      if (loss === 'squares') return sum + out.reduce((t, v, k) => t + (v - Y[s][k]) ** 2, 0) / 2;
      const largest = Math.max(...out);
      return sum + largest + Math.log(out.reduce((t, v) => t + Math.exp(v - largest), 0)) - out[labels[s]];
    }, 0) / X.length;

const gradientOf =
  ({ X, Y, labels, activation, loss }: Drawn) =>
  ({ W1, b1, W2, b2 }: Net): Net => {
    const zero = (rows: readonly (readonly number[])[]) => rows.map((row) => row.map(() => 0));
    const g = { W1: zero(W1), b1: b1.map(() => 0), W2: zero(W2), b2: b2.map(() => 0) };
    X.forEach((x, s) => {
      const z = layer(W1, b1, x);
      const a = z.map(activation.f);
      const out = layer(W2, b2, a);
      const slopes = (
        loss === 'squares' ? out.map((v, k) => v - Y[s][k]) : softmax(out).map((q, k) => q - (k === labels[s] ? 1 : 0))
      ).map((v) => v / X.length);
      slopes.forEach((slope, k) => {
        g.b2[k] += slope;
        a.forEach((v, j) => {
          g.W2[k][j] += slope * v;
        });
      });
      z.forEach((v, j) => {
        const slope = slopes.reduce((sum, d, k) => sum + d * W2[k][j], 0) * activation.derivative(v);
        g.b1[j] += slope;
        x.forEach((u, i) => {
          g.W1[j][i] += slope * u;
        });
      });
    });
    return g;
  };

/** One element, a group, or everything off by a factor of 1 ± 0.001 … 1 ± 1, or of the other sign. */
function planted({ random }: Drawn, right: (net: Net) => Net): (net: Net) => Net {
  const groups = ['W1', 'b1', 'W2', 'b2'] as const;
  const factor = random() < 0.1 ? -1 : 1 + (random() < 0.5 ? -1 : 1) * 10 ** (-3 * random());
  const group = groups[Math.floor(random() * groups.length)];
  const where = ['element', 'group', 'all'][Math.floor(random() * 3)];
  const pick = random();
  const scaled = (values: number[], all: boolean, at: number): number[] =>
    values.map((v, i) => (all || i === at ? v * factor : v));
  return (net) => {
    const g = right(net);
    return Object.fromEntries(
      groups.map((name) => {
        const flat = g[name].flat();
        const touched = where === 'all' || name === group;
        const values = touched ? scaled(flat, where !== 'element', Math.floor(pick * flat.length)) : flat;
        const width = Array.isArray(g[name][0]) ? (g[name][0] as number[]).length : 0;
        return [name, width ? g[name].map((_, r) => values.slice(r * width, (r + 1) * width)) : values];
      }),
    ) as unknown as Net;
  };
}

const DRAWS = 2000;
const CHUNK = 250;

describe.each(Array.from({ length: DRAWS / CHUNK }, (_, k) => k * CHUNK))('networks %i and on', (first) => {
  it(`${CHUNK} draws: no right gradient fails, no wrong one passes`, () => {
    const wrongVerdicts: string[] = [];
    let undecided = 0;
    for (let seed = first; seed < first + CHUNK; seed++) {
      const drawn = draw(seed);
      const right = gradientOf(drawn);
      const isWrong = seed % 2 === 1;
      const report = diagnoseGradient(lossOf(drawn), isWrong ? planted(drawn, right) : right, drawn.net);
      if (report.verdict === (isWrong ? 'pass' : 'fail')) wrongVerdicts.push(`${seed} ${report.verdict}`);
      if (report.verdict === 'inconclusive') undecided++;
    }
    expect(wrongVerdicts).toEqual([]);
    // smooth functions: hardly ever is there a reason not to know
    expect(undecided).toBeLessThanOrEqual(CHUNK / 50);
  });
});
