/** A recurrent network unrolled over three steps. Werbos, Backpropagation through time, 1990. */
import { normalData } from '../random.ts';
import { defineFamily } from './define.ts';
import { lines } from './family.ts';
import { add, dot, type Matrix, map, matvec, multiply, outer, scale, tanh, transpose, type Vector } from './matrix.ts';

interface Scope {
  x1: Vector;
  x2: Vector;
  x3: Vector;
  h0: Vector;
  target: number;
  Wx: Matrix;
  Wh: Matrix;
  b: Vector;
  v: Vector;
  h1: Vector;
  h2: Vector;
  h3: Vector;
  error: number;
  dv: Vector;
  d3: Vector;
  d2: Vector;
  d1: Vector;
  dWx: Matrix;
  dWh: Matrix;
  db: Vector;
}

const line = lines<Scope>();
const data = normalData(83);
const through = (h: Vector, flow: Vector): Vector =>
  multiply(
    map(h, (a) => 1 - a * a),
    flow,
  );

export const recurrent = defineFamily<Scope>({
  id: 'recurrent',
  title: 'Recurrent network',
  shows: 'One set of weights used at every step: its slope is a sum over time, and time must be walked backwards.',
  formula: String.raw`f = \tfrac12 (v \cdot h_3 - y)^2,\quad h_t = \tanh(W_x x_t + W_h h_{t-1} + b)`,
  sizes: { steps: 3 },
  data: { x1: data.vector(2), x2: data.vector(2), x3: data.vector(2), h0: data.vector(3, 0.5), target: 0.8 },
  point: { Wx: data.matrix(3, 2, 0.7), Wh: data.matrix(3, 3, 0.6), b: data.vector(3, 0.4), v: data.vector(3) },
  forward: [
    line('h1', 'tanh(add(add(matvec(Wx, x1), matvec(Wh, h0)), b))', (s) =>
      tanh(add(add(matvec(s.Wx, s.x1), matvec(s.Wh, s.h0)), s.b)),
    ),
    line('h2', 'tanh(add(add(matvec(Wx, x2), matvec(Wh, h1)), b))', (s) =>
      tanh(add(add(matvec(s.Wx, s.x2), matvec(s.Wh, s.h1)), s.b)),
    ),
    line('h3', 'tanh(add(add(matvec(Wx, x3), matvec(Wh, h2)), b))', (s) =>
      tanh(add(add(matvec(s.Wx, s.x3), matvec(s.Wh, s.h2)), s.b)),
    ),
    line('error', 'dot(v, h3) - target', (s) => dot(s.v, s.h3) - s.target),
  ],
  loss: { text: '0.5 * error * error', run: (s) => 0.5 * s.error * s.error },
  backward: [
    line('dv', 'scale(h3, error)', (s) => scale(s.h3, s.error)),
    line('d3', 'multiply(map(h3, (a) => 1 - a * a), scale(v, error))', (s) => through(s.h3, scale(s.v, s.error))),
    line('d2', 'multiply(map(h2, (a) => 1 - a * a), matvec(transpose(Wh), d3))', (s) =>
      through(s.h2, matvec(transpose(s.Wh), s.d3)),
    ),
    line('d1', 'multiply(map(h1, (a) => 1 - a * a), matvec(transpose(Wh), d2))', (s) =>
      through(s.h1, matvec(transpose(s.Wh), s.d2)),
    ),
    line('dWx', 'add(outer(d3, x3), add(outer(d2, x2), outer(d1, x1)))', (s) =>
      add(outer(s.d3, s.x3), add(outer(s.d2, s.x2), outer(s.d1, s.x1))),
    ),
    line('dWh', 'add(outer(d3, h2), add(outer(d2, h1), outer(d1, h0)))', (s) =>
      add(outer(s.d3, s.h2), add(outer(s.d2, s.h1), outer(s.d1, s.h0))),
    ),
    line('db', 'add(d3, add(d2, d1))', (s) => add(s.d3, add(s.d2, s.d1))),
  ],
  returns: { Wx: 'dWx', Wh: 'dWh', b: 'db', v: 'dv' },
  bugs: [
    {
      id: 'truncated',
      title: 'The walk through time ends after one step',
      kind: 'layer-boundary',
      line: 'd2',
      text: 'scale(d3, 0)',
      run: (s) => scale(s.d3, 0),
      explanation:
        'Nothing flows back beyond the last step, so every weight that is used at earlier steps lacks their share.',
    },
    {
      id: 'not-transposed',
      title: 'Back through the weights untransposed',
      kind: 'layer-boundary',
      line: 'd2',
      text: 'multiply(map(h2, (a) => 1 - a * a), matvec(Wh, d3))',
      run: (s) => through(s.h2, matvec(s.Wh, s.d3)),
      explanation:
        'The way back goes through the transposed matrix; being square, the other one fits as well and is wrong.',
    },
    {
      id: 'outer-turned',
      title: 'The outer product the other way round',
      kind: 'transposed',
      line: 'dWh',
      text: 'add(outer(h2, d3), add(outer(h1, d2), outer(h0, d1)))',
      run: (s) => add(outer(s.h2, s.d3), add(outer(s.h1, s.d2), outer(s.h0, s.d1))),
      explanation: 'The slope of W h is d hᵀ; this is h dᵀ, its transpose.',
    },
    {
      id: 'bias-last-step',
      title: 'The bias of the last step alone',
      kind: 'unknown-pattern',
      line: 'db',
      text: 'd3',
      run: (s) => s.d3,
      explanation:
        'The bias acts at every step; two of the three shares are missing, and what is missing has no simple pattern.',
    },
    {
      id: 'mean-over-steps',
      title: 'The steps averaged, not summed',
      kind: 'missing-mean',
      line: 'dWh',
      text: 'scale(add(outer(d3, h2), add(outer(d2, h1), outer(d1, h0))), 1 / 3)',
      run: (s) => scale(add(outer(s.d3, s.h2), add(outer(s.d2, s.h1), outer(s.d1, s.h0))), 1 / 3),
      explanation: 'Shared weights get the sum of their slopes over the steps, not the mean.',
    },
  ],
});
