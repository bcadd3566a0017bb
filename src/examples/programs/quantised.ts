/** A layer whose weights are rounded to sixteenths. Bengio, Léonard and Courville, Estimating or propagating gradients, 2013. */
import { normalData } from '../random.ts';
import { defineFamily } from './family.ts';
import {
  type Matrix,
  map,
  matvec,
  mean,
  multiply,
  scale,
  shift,
  subtract,
  sum,
  transpose,
  type Vector,
} from './matrix.ts';

type Scope = Record<'X', Matrix> &
  Record<'y' | 'w' | 'rounded' | 'error' | 'slope' | 'dw', Vector> &
  Record<'b' | 'db', number>;

const data = normalData(191);

export default defineFamily<Scope>({
  id: 'quantised',
  title: 'Rounded weights',
  shows: 'A loss that is flat wherever it has a slope at all: between two steps nothing changes.',
  formula: String.raw`f(w, b) = \frac{1}{n} \sum_{i=1}^{n} \left( x_i \cdot \tfrac{1}{16} \lfloor 16\, w \rceil + b - y_i \right)^2`,
  sizes: { n: 6 },
  data: { X: data.matrix(6, 4), y: data.vector(6) },
  point: { w: data.vector(4), b: 0.3 },
  forward: {
    rounded: (s) => map(s.w, (v) => Math.round(16 * v) / 16),
    error: (s) => subtract(shift(matvec(s.X, s.rounded), s.b), s.y),
  },
  loss: (s) => mean(multiply(s.error, s.error)),
  backward: {
    slope: (s) => scale(s.error, 2 / 6),
    dw: (s) => map(s.w, () => 0),
    db: (s) => sum(s.slope),
  },
  gradient: (s) => ({ w: s.dw, b: s.db }),
  bugs: [
    {
      id: 'straight-through',
      title: 'The rounding passed over',
      kind: 'straight-through',
      explanation:
        'The slope is that of the rounded weights, handed on to the weights as if they were not rounded. For training that is meant; f has no such slope.',
      wrong: { dw: (s) => matvec(transpose(s.X), s.slope) },
    },
  ],
});
