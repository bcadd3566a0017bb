/** A convolution of two channels to three, stride 2, padding 1. Goodfellow, Bengio and Courville, chapter 9. */
import { type Matrix, mean, sum, type Vector } from '../programs/matrix.ts';
import { normalData } from '../random.ts';
import { defineLayer } from './layer.ts';

type Scope = Record<'x' | 'y' | 'v' | 'dx', Matrix> &
  Record<'K' | 'dK', Matrix[]> &
  Record<'b' | 'db', Vector> & { readonly at: (t: number, k: number) => number };

const data = normalData(223);

export default defineLayer<Scope>({
  id: 'convolution',
  title: 'Convolution',
  shows: 'A stride and a padding that the way back must undo, and a kernel that is used at every place.',
  formula: String.raw`y_{ot} = b_o + \sum_{c,k} K_{ock}\, x_{c,\,2t+k-1}`,
  sizes: { places: 4 },
  data: { at: (t, k) => 2 * t + k - 1 },
  point: { x: data.matrix(2, 7), K: [0, 1, 2].map(() => data.matrix(2, 3, 0.7)), b: data.vector(3) },
  forward: {
    y: (s) =>
      s.K.map((filter, o) =>
        [0, 1, 2, 3].map(
          (t) => s.b[o] + sum(filter.map((taps, c) => sum(taps.map((w, k) => w * (s.x[c][s.at(t, k)] ?? 0))))),
        ),
      ),
  },
  backward: {
    dx: (s) =>
      s.x.map((row, c) =>
        row.map((_, i) => sum(s.K.map((filter, o) => sum(s.v[o].map((d, t) => d * (filter[c][i - s.at(t, 0)] ?? 0)))))),
      ),
    dK: (s) =>
      s.K.map((filter, o) =>
        filter.map((taps, c) => taps.map((_, k) => sum(s.v[o].map((d, t) => d * (s.x[c][s.at(t, k)] ?? 0))))),
      ),
    db: (s) => s.v.map(sum),
  },
  gradient: (s) => ({ x: s.dx, K: s.dK, b: s.db }),
  bugs: [
    {
      id: 'kernel-flipped',
      title: 'The kernel flipped',
      kind: 'reversed',
      explanation: 'The backward pass belongs to a convolution that flips its kernel; the forward pass does not.',
      wrong: {
        dK: (s) =>
          s.K.map((filter, o) =>
            filter.map((taps, c) => taps.map((_, k) => sum(s.v[o].map((d, t) => d * (s.x[c][s.at(t, 2 - k)] ?? 0))))),
          ),
      },
    },
    {
      id: 'stride-forgotten',
      title: 'The stride forgotten',
      kind: 'unknown-pattern',
      explanation:
        'The way back walks through the signal one step at a time: other elements than those that were used.',
      wrong: {
        dK: (s) =>
          s.K.map((filter, o) =>
            filter.map((taps, c) => taps.map((_, k) => sum(s.v[o].map((d, t) => d * (s.x[c][t + k - 1] ?? 0))))),
          ),
      },
    },
    {
      id: 'border',
      title: 'The border left out',
      kind: 'not-filled',
      explanation: 'The last place of the signal is left at the zero that the array was made with.',
      wrong: {
        dx: (s) =>
          s.x.map((row, c) =>
            row.map((_, i) =>
              i < 6 ? sum(s.K.map((filter, o) => sum(s.v[o].map((d, t) => d * (filter[c][i - s.at(t, 0)] ?? 0))))) : 0,
            ),
          ),
      },
    },
    {
      id: 'bias-mean',
      title: 'The bias averaged over the places',
      kind: 'missing-mean',
      explanation: 'The bias is added at every place; its slope is a sum over them.',
      wrong: { db: (s) => s.v.map(mean) },
    },
  ],
});
