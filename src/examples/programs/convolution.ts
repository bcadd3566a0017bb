/** A one-dimensional convolution of two channels, tanh, and a mean of squares. Goodfellow, Bengio and Courville, section 9.1. */
import { normalData } from '../random.ts';
import { defineFamily } from './define.ts';
import { lines } from './family.ts';
import { type Matrix, map, mean, multiply, scale, subtract, sum, tanh, type Vector } from './matrix.ts';

interface Scope {
  u: Vector;
  T: Matrix;
  at: (i: number) => number;
  K: Matrix;
  b: Vector;
  A: Matrix;
  dZ: Matrix;
  dK: Matrix;
  db: Vector;
}

const line = lines<Scope>();
const data = normalData(71);
const signal = data.vector(14);

export const convolution = defineFamily<Scope>({
  id: 'convolution',
  title: 'Convolution',
  shows: 'A kernel that is flipped on the way forward and must be flipped on the way back.',
  formula: String.raw`f = \frac{1}{20} \sum_{c,t} \left( \tanh\Bigl( b_c + \sum_{j=0}^{4} K_{cj}\, u_{t+4-j} \Bigr) - y_{ct} \right)^2`,
  sizes: {},
  data: { u: signal, T: data.matrix(2, 10, 0.5), at: (i) => signal[i] ?? 0 },
  point: { K: data.matrix(2, 5, 0.5), b: data.vector(2, 0.3) },
  forward: [
    line('A', 'tanh(T.map((row, c) => row.map((_, t) => b[c] + sum(K[c].map((k, j) => k * at(t + 4 - j))))))', (s) =>
      tanh(s.T.map((row, c) => row.map((_, t) => s.b[c] + sum(s.K[c].map((k, j) => k * s.at(t + 4 - j)))))),
    ),
  ],
  loss: {
    text: 'mean(map(subtract(A, T), (r) => r * r).flat())',
    run: (s) => mean(map(subtract(s.A, s.T), (r) => r * r).flat()),
  },
  backward: [
    line('dZ', 'multiply(scale(subtract(A, T), 2 / 20), map(A, (a) => 1 - a * a))', (s) =>
      multiply(
        scale(subtract(s.A, s.T), 2 / 20),
        map(s.A, (a) => 1 - a * a),
      ),
    ),
    line('dK', 'K.map((row, c) => row.map((_, j) => sum(dZ[c].map((d, t) => d * at(t + 4 - j)))))', (s) =>
      s.K.map((row, c) => row.map((_, j) => sum(s.dZ[c].map((d, t) => d * s.at(t + 4 - j))))),
    ),
    line('db', 'dZ.map(sum)', (s) => s.dZ.map(sum)),
  ],
  returns: { K: 'dK', b: 'db' },
  bugs: [
    {
      id: 'kernel-not-flipped',
      title: 'The kernel not flipped',
      kind: 'reversed',
      line: 'dK',
      text: 'K.map((row, c) => row.map((_, j) => sum(dZ[c].map((d, t) => d * at(t + j)))))',
      run: (s) => s.K.map((row, c) => row.map((_, j) => sum(s.dZ[c].map((d, t) => d * s.at(t + j))))),
      explanation:
        'The forward pass is a convolution, the backward pass that of a correlation: each kernel comes out reversed.',
    },
    {
      id: 'padding',
      title: 'The padding off by one',
      kind: 'off-by-one',
      line: 'dK',
      text: 'K.map((row, c) => row.map((_, j) => sum(dZ[c].map((d, t) => d * at(t + 3 - j)))))',
      run: (s) => s.K.map((row, c) => row.map((_, j) => sum(s.dZ[c].map((d, t) => d * s.at(t + 3 - j))))),
      explanation: 'The signal is read one place too early, so each tap gets the slope of the next one.',
    },
    {
      id: 'last-channel',
      title: 'The loop over the channels ends one short',
      kind: 'zeroed-group',
      line: 'dK',
      text: 'K.map((row, c) => row.map((_, j) => (c < 1 ? sum(dZ[c].map((d, t) => d * at(t + 4 - j))) : 0)))',
      run: (s) => s.K.map((row, c) => row.map((_, j) => (c < 1 ? sum(s.dZ[c].map((d, t) => d * s.at(t + 4 - j))) : 0))),
      explanation: 'The last channel is left at the zeros the array was made with.',
    },
    {
      id: 'channels-swapped',
      title: 'The channels exchanged',
      kind: 'swapped',
      line: 'dK',
      text: 'K.map((row, c) => row.map((_, j) => sum(dZ[1 - c].map((d, t) => d * at(t + 4 - j)))))',
      run: (s) => s.K.map((row, c) => row.map((_, j) => sum(s.dZ[1 - c].map((d, t) => d * s.at(t + 4 - j))))),
      explanation: 'Each channel gets the slope of the other: a sum over both would not notice.',
    },
    {
      id: 'tanh-forgotten',
      title: 'The derivative of tanh forgotten',
      kind: 'unknown-pattern',
      line: 'dZ',
      text: 'scale(subtract(A, T), 2 / 20)',
      run: (s) => scale(subtract(s.A, s.T), 2 / 20),
      explanation:
        'The missing factor 1 - a² differs from place to place and is summed over all of them, so no pattern is left: there is no layer after this one to compare with.',
    },
  ],
});
