/** A one-dimensional convolution of two channels, tanh, and a mean of squares. Goodfellow, Bengio and Courville, section 9.1. */
import { normalData } from '../random.ts';
import { defineFamily } from './family.ts';
import { type Matrix, map, mean, multiply, scale, subtract, sum, tanh, type Vector } from './matrix.ts';

type Scope = Record<'u' | 'b' | 'db', Vector> &
  Record<'T' | 'K' | 'A' | 'dZ' | 'dK', Matrix> &
  Record<'at', (i: number) => number>;

const data = normalData(71);
const signal = data.vector(14);

export default defineFamily<Scope>({
  id: 'convolution',
  title: 'Convolution',
  shows: 'A kernel that is flipped on the way forward and must be flipped on the way back.',
  formula: String.raw`f = \frac{1}{20} \sum_{c,t} \left( \tanh\Bigl( b_c + \sum_{j=0}^{4} K_{cj}\, u_{t+4-j} \Bigr) - y_{ct} \right)^2`,
  sizes: {},
  data: { u: signal, T: data.matrix(2, 10, 0.5), at: (i) => signal[i] ?? 0 },
  point: { K: data.matrix(2, 5, 0.5), b: data.vector(2, 0.3) },
  forward: {
    A: (s) => tanh(s.T.map((row, c) => row.map((_, t) => s.b[c] + sum(s.K[c].map((k, j) => k * s.at(t + 4 - j)))))),
  },
  loss: (s) => mean(map(subtract(s.A, s.T), (r) => r * r).flat()),
  backward: {
    dZ: (s) =>
      multiply(
        scale(subtract(s.A, s.T), 2 / 20),
        map(s.A, (a) => 1 - a * a),
      ),
    dK: (s) => s.K.map((row, c) => row.map((_, j) => sum(s.dZ[c].map((d, t) => d * s.at(t + 4 - j))))),
    db: (s) => s.dZ.map(sum),
  },
  gradient: (s) => ({ K: s.dK, b: s.db }),
  bugs: [
    {
      id: 'kernel-not-flipped',
      title: 'The kernel not flipped',
      kind: 'reversed',
      explanation:
        'The forward pass is a convolution, the backward pass that of a correlation: each kernel comes out reversed.',
      wrong: { dK: (s) => s.K.map((row, c) => row.map((_, j) => sum(s.dZ[c].map((d, t) => d * s.at(t + j))))) },
    },
    {
      id: 'padding',
      title: 'The padding off by one',
      kind: 'off-by-one',
      explanation: 'The signal is read one place too early, so each tap gets the slope of the next one.',
      wrong: { dK: (s) => s.K.map((row, c) => row.map((_, j) => sum(s.dZ[c].map((d, t) => d * s.at(t + 3 - j))))) },
    },
    {
      id: 'last-channel',
      title: 'The loop over the channels ends one short',
      kind: 'not-filled',
      explanation: 'The last channel is left at the zeros the array was made with.',
      wrong: {
        dK: (s) =>
          s.K.map((row, c) => row.map((_, j) => (c < 1 ? sum(s.dZ[c].map((d, t) => d * s.at(t + 4 - j))) : 0))),
      },
    },
    {
      id: 'channels-swapped',
      title: 'The channels exchanged',
      kind: 'swapped',
      explanation: 'Each channel gets the slope of the other: a sum over both would not notice.',
      wrong: { dK: (s) => s.K.map((row, c) => row.map((_, j) => sum(s.dZ[1 - c].map((d, t) => d * s.at(t + 4 - j))))) },
    },
    {
      id: 'tanh-forgotten',
      title: 'The derivative of tanh forgotten',
      kind: 'unknown-pattern',
      explanation:
        'The missing factor 1 - a² differs from place to place and is summed over all of them, so no pattern is left: there is no layer after this one to compare with.',
      wrong: { dZ: (s) => scale(subtract(s.A, s.T), 2 / 20) },
    },
  ],
});
