/** Linear regression: the mean of squared residuals. Bishop, Pattern Recognition and Machine Learning, section 3.1. */
import { normalData } from '../random.ts';
import { defineFamily } from './family.ts';
import {
  add,
  dot,
  type Matrix,
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
  Record<'y' | 'w' | 'residual' | 'slope' | 'dw' | 'total', Vector> &
  Record<'n' | 'b' | 'db', number>;

const data = normalData(11);
const BATCH = 8;

export default defineFamily<Scope>({
  id: 'linear-regression',
  title: 'Linear regression',
  shows: 'The plainest backward pass there is, and where its constants, signs and indices go astray.',
  formula: String.raw`f(w, b) = \frac{1}{n} \sum_{i=1}^{n} \left( x_i \cdot w + b - y_i \right)^2`,
  sizes: { n: BATCH },
  data: { X: data.matrix(BATCH, 5), y: data.vector(BATCH), n: BATCH },
  point: { w: data.vector(5), b: 0.4 },
  forward: {
    residual: (s) => subtract(shift(matvec(s.X, s.w), s.b), s.y),
  },
  loss: (s) => mean(multiply(s.residual, s.residual)),
  backward: {
    slope: (s) => scale(s.residual, 2 / s.n),
    dw: (s) => matvec(transpose(s.X), s.slope),
    db: (s) => sum(s.slope),
  },
  gradient: (s) => ({ w: s.dw, b: s.db }),
  bugs: [
    {
      id: 'mean-forgotten',
      title: 'The 1/n of the mean forgotten',
      kind: 'missing-mean',
      explanation: 'The loss is a mean, the gradient that of a sum: every element is n times too large.',
      wrong: { slope: (s) => scale(s.residual, 2) },
    },
    {
      id: 'two-lost',
      title: 'The 2 of the square lost',
      kind: 'factor-two',
      explanation: 'The derivative of r² is 2 r; only with a half in front of the square would the 2 cancel.',
      wrong: { slope: (s) => scale(s.residual, 1 / s.n) },
    },
    {
      id: 'sign',
      title: 'Target minus prediction',
      kind: 'sign',
      explanation:
        'The residual was taken the other way round; the square hides that from the loss, not from the gradient.',
      wrong: { slope: (s) => scale(s.residual, -2 / s.n) },
    },
    {
      id: 'column-shifted',
      title: 'The column after',
      kind: 'off-by-one',
      explanation: 'Each weight gets the gradient of the next one: the index of the feature is one too far.',
      wrong: {
        dw: (s) =>
          s.w.map((_, j) =>
            dot(
              s.slope,
              s.X.map((row) => row[(j + 1) % s.w.length]),
            ),
          ),
      },
    },
    {
      id: 'last-weight',
      title: 'The loop ends one short',
      kind: 'single-element',
      explanation: 'The loop over the weights stops before the last one, whose slope stays 0.',
      wrong: {
        dw: (s) =>
          s.w.map((_, j) =>
            j < s.w.length - 1
              ? dot(
                  s.slope,
                  s.X.map((row) => row[j]),
                )
              : 0,
          ),
      },
    },
    {
      id: 'accumulates',
      title: 'The gradient is never set back to zero',
      kind: 'accumulates',
      explanation:
        'total lives outside the function: the second call returns the sum of both, as .grad does without zero_grad().',
      keeps: (s) => ({ total: scale(s.w, 0) }),
      wrong: {
        dw: (s) => {
          s.total = add(s.total, matvec(transpose(s.X), s.slope));
          return s.total;
        },
      },
    },
    {
      id: 'decays-in-place',
      title: 'Weight decay applied to the weights themselves',
      kind: 'mutates-x',
      explanation: "The gradient changes the caller's weights: after the call f is looked at from another point.",
      keeps: () => ({}),
      wrong: {
        dw: (s) => {
          s.w.forEach((v, j) => {
            s.w[j] = 0.99 * v;
          });
          return matvec(transpose(s.X), s.slope);
        },
      },
    },
    {
      id: 'weights-returned',
      title: 'The weights returned in place of their slopes',
      kind: 'returns-x',
      explanation: 'The line that returns names w where dw was meant: what comes back is the point itself.',
      wrong: { dw: (s) => scale(s.w, 1) },
    },
  ],
});
