/** A cell of an LSTM. Hochreiter and Schmidhuber, Long short-term memory, 1997; with a forget gate, Gers and others, 2000. */
import type { PointRecord } from '../../checker/types.ts';
import {
  add,
  type Matrix,
  map,
  matvec,
  multiply,
  outer,
  scale,
  sigmoid,
  tanh,
  transpose,
  type Vector,
} from '../programs/matrix.ts';
import { normalData } from '../random.ts';
import { defineLayer } from './layer.ts';

type State = PointRecord & Record<'h' | 'c', Vector>;

type Scope = Record<'W' | 'U', Matrix> &
  Record<'x' | 'h' | 'c' | 'b' | 'z' | 'keep' | 'take' | 'fresh' | 'show' | 'next' | 'dshow' | 'dnext' | 'dz', Vector> &
  Record<'y' | 'v', State> &
  Record<'gate' | 'slope', (z: Vector) => Vector>;

const data = normalData(257);

export default defineLayer<Scope>({
  id: 'lstm',
  title: 'LSTM cell',
  shows: 'Two outputs, of which one is made from the other: both send something back, and it must be added.',
  formula: String.raw`c' = \sigma(z_f) \odot c + \sigma(z_i) \odot \tanh z_g,\quad h' = \sigma(z_o) \odot \tanh c',\quad z = W x + U h + b`,
  sizes: {},
  data: { slope: (gate) => map(gate, (a) => a * (1 - a)) },
  point: {
    x: data.vector(2),
    h: data.vector(2, 0.5),
    c: data.vector(2),
    W: data.matrix(8, 2, 0.6),
    U: data.matrix(8, 2, 0.6),
    b: data.vector(8, 0.4),
  },
  forward: {
    z: (s) => add(add(matvec(s.W, s.x), matvec(s.U, s.h)), s.b),
    keep: (s) => sigmoid(s.z.slice(0, 2)),
    take: (s) => sigmoid(s.z.slice(2, 4)),
    fresh: (s) => tanh(s.z.slice(4, 6)),
    show: (s) => sigmoid(s.z.slice(6)),
    next: (s) => add(multiply(s.keep, s.c), multiply(s.take, s.fresh)),
    y: (s) => ({ h: multiply(s.show, tanh(s.next)), c: s.next }),
  },
  backward: {
    dshow: (s) => multiply(s.v.h, tanh(s.next)),
    dnext: (s) =>
      add(
        s.v.c,
        multiply(
          multiply(s.v.h, s.show),
          map(s.next, (c) => 1 - Math.tanh(c) ** 2),
        ),
      ),
    dz: (s) =>
      [
        multiply(multiply(s.dnext, s.c), s.slope(s.keep)),
        multiply(multiply(s.dnext, s.fresh), s.slope(s.take)),
        multiply(
          multiply(s.dnext, s.take),
          map(s.fresh, (a) => 1 - a * a),
        ),
        multiply(s.dshow, s.slope(s.show)),
      ].flat(),
  },
  gradient: (s) => ({
    x: matvec(transpose(s.W), s.dz),
    h: matvec(transpose(s.U), s.dz),
    c: multiply(s.dnext, s.keep),
    W: outer(s.dz, s.x),
    U: outer(s.dz, s.h),
    b: s.dz,
  }),
  bugs: [
    {
      id: 'cell-forgotten',
      title: 'What comes back through the cell forgotten',
      kind: 'ignores-cotangent',
      explanation: 'The cell is an output of its own; only its share through h was sent back.',
      wrong: {
        dnext: (s) =>
          multiply(
            multiply(s.v.h, s.show),
            map(s.next, (c) => 1 - Math.tanh(c) ** 2),
          ),
      },
    },
    {
      id: 'old-for-new',
      title: 'The new cell in place of the old',
      kind: 'unknown-pattern',
      explanation: 'The forget gate multiplies the old cell; the buffer had been written over with the new one.',
      wrong: {
        dz: (s) =>
          [
            multiply(multiply(s.dnext, s.next), s.slope(s.keep)),
            multiply(multiply(s.dnext, s.fresh), s.slope(s.take)),
            multiply(
              multiply(s.dnext, s.take),
              map(s.fresh, (a) => 1 - a * a),
            ),
            multiply(s.dshow, s.slope(s.show)),
          ].flat(),
      },
    },
    {
      id: 'carried-cell',
      title: 'The cell carried back without its gate',
      kind: 'unknown-pattern',
      explanation: 'The old cell reaches the new one through the forget gate; so does its slope.',
      wrong: {
        gradient: (s) => ({
          x: matvec(transpose(s.W), s.dz),
          h: matvec(transpose(s.U), s.dz),
          c: s.dnext,
          W: outer(s.dz, s.x),
          U: outer(s.dz, s.h),
          b: s.dz,
        }),
      },
    },
    {
      id: 'bias-twice',
      title: 'The bias counted twice',
      kind: 'factor-two',
      explanation: 'Two biases were merged into one, their slopes added up.',
      wrong: {
        gradient: (s) => ({
          x: matvec(transpose(s.W), s.dz),
          h: matvec(transpose(s.U), s.dz),
          c: multiply(s.dnext, s.keep),
          W: outer(s.dz, s.x),
          U: outer(s.dz, s.h),
          b: scale(s.dz, 2),
        }),
      },
    },
  ],
});
