/** A recurrent network unrolled over three steps. Werbos, Backpropagation through time, 1990. */
import { normalData } from '../random.ts';
import { defineFamily } from './family.ts';
import { add, dot, type Matrix, map, matvec, multiply, outer, scale, tanh, transpose, type Vector } from './matrix.ts';

type Scope = Record<
  'x1' | 'x2' | 'x3' | 'h0' | 'b' | 'v' | 'h1' | 'h2' | 'h3' | 'dv' | 'd3' | 'd2' | 'd1' | 'db',
  Vector
> &
  Record<'target' | 'error', number> &
  Record<'Wx' | 'Wh' | 'dWx' | 'dWh', Matrix>;

const data = normalData(83);

export default defineFamily<Scope>({
  id: 'recurrent',
  title: 'Recurrent network',
  shows: 'One set of weights used at every step: its slope is a sum over time, and time must be walked backwards.',
  formula: String.raw`f = \tfrac12 (v \cdot h_3 - y)^2,\quad h_t = \tanh(W_x x_t + W_h h_{t-1} + b)`,
  sizes: { steps: 3 },
  data: { x1: data.vector(2), x2: data.vector(2), x3: data.vector(2), h0: data.vector(3, 0.5), target: 0.8 },
  point: { Wx: data.matrix(3, 2, 0.7), Wh: data.matrix(3, 3, 0.6), b: data.vector(3, 0.4), v: data.vector(3) },
  forward: {
    h1: (s) => tanh(add(add(matvec(s.Wx, s.x1), matvec(s.Wh, s.h0)), s.b)),
    h2: (s) => tanh(add(add(matvec(s.Wx, s.x2), matvec(s.Wh, s.h1)), s.b)),
    h3: (s) => tanh(add(add(matvec(s.Wx, s.x3), matvec(s.Wh, s.h2)), s.b)),
    error: (s) => dot(s.v, s.h3) - s.target,
  },
  loss: (s) => 0.5 * s.error * s.error,
  backward: {
    dv: (s) => scale(s.h3, s.error),
    d3: (s) =>
      multiply(
        map(s.h3, (a) => 1 - a * a),
        scale(s.v, s.error),
      ),
    d2: (s) =>
      multiply(
        map(s.h2, (a) => 1 - a * a),
        matvec(transpose(s.Wh), s.d3),
      ),
    d1: (s) =>
      multiply(
        map(s.h1, (a) => 1 - a * a),
        matvec(transpose(s.Wh), s.d2),
      ),
    dWx: (s) => add(outer(s.d3, s.x3), add(outer(s.d2, s.x2), outer(s.d1, s.x1))),
    dWh: (s) => add(outer(s.d3, s.h2), add(outer(s.d2, s.h1), outer(s.d1, s.h0))),
    db: (s) => add(s.d3, add(s.d2, s.d1)),
  },
  gradient: (s) => ({ Wx: s.dWx, Wh: s.dWh, b: s.db, v: s.dv }),
  bugs: [
    {
      id: 'truncated',
      title: 'The walk through time ends after one step',
      kind: 'layer-boundary',
      explanation:
        'Nothing flows back beyond the last step, so every weight that is used at earlier steps lacks their share.',
      wrong: { d2: (s) => scale(s.d3, 0) },
    },
    {
      id: 'not-transposed',
      title: 'Back through the weights untransposed',
      kind: 'layer-boundary',
      explanation:
        'The way back goes through the transposed matrix; being square, the other one fits as well and is wrong.',
      wrong: {
        d2: (s) =>
          multiply(
            map(s.h2, (a) => 1 - a * a),
            matvec(s.Wh, s.d3),
          ),
      },
    },
    {
      id: 'outer-turned',
      title: 'The outer product the other way round',
      kind: 'transposed',
      explanation: 'The slope of W h is d hᵀ; this is h dᵀ, its transpose.',
      wrong: { dWh: (s) => add(outer(s.h2, s.d3), add(outer(s.h1, s.d2), outer(s.h0, s.d1))) },
    },
    {
      id: 'bias-last-step',
      title: 'The bias of the last step alone',
      kind: 'unknown-pattern',
      explanation:
        'The bias acts at every step; two of the three shares are missing, and what is missing has no simple pattern.',
      wrong: { db: (s) => s.d3 },
    },
    {
      id: 'mean-over-steps',
      title: 'The steps averaged, not summed',
      kind: 'missing-mean',
      explanation: 'Shared weights get the sum of their slopes over the steps, not the mean.',
      wrong: { dWh: (s) => scale(add(outer(s.d3, s.h2), add(outer(s.d2, s.h1), outer(s.d1, s.h0))), 1 / 3) },
    },
  ],
});
