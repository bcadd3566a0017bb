/** Linear regression: the mean of squared residuals. Bishop, Pattern Recognition and Machine Learning, section 3.1. */
import { normalData } from '../random.ts';
import { defineFamily } from './define.ts';
import { lines } from './family.ts';
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

interface Scope {
  X: Matrix;
  y: Vector;
  n: number;
  w: Vector;
  b: number;
  residual: Vector;
  slope: Vector;
  dw: Vector;
  db: number;
}

const line = lines<Scope>();
const data = normalData(11);
const BATCH = 8;

type Point = { w: Vector; b: number };

export const linearRegression = defineFamily<Scope>({
  id: 'linear-regression',
  title: 'Linear regression',
  shows: 'The plainest backward pass there is, and where its constants, signs and indices go astray.',
  formula: String.raw`f(w, b) = \frac{1}{n} \sum_{i=1}^{n} \left( x_i \cdot w + b - y_i \right)^2`,
  sizes: { n: BATCH },
  data: { X: data.matrix(BATCH, 5), y: data.vector(BATCH), n: BATCH },
  point: { w: data.vector(5), b: 0.4 },
  forward: [
    line('residual', 'subtract(shift(matvec(X, w), b), y)', (s) => subtract(shift(matvec(s.X, s.w), s.b), s.y)),
  ],
  loss: { text: 'mean(multiply(residual, residual))', run: (s) => mean(multiply(s.residual, s.residual)) },
  backward: [
    line('slope', 'scale(residual, 2 / n)', (s) => scale(s.residual, 2 / s.n)),
    line('dw', 'matvec(transpose(X), slope)', (s) => matvec(transpose(s.X), s.slope)),
    line('db', 'sum(slope)', (s) => sum(s.slope)),
  ],
  returns: { w: 'dw', b: 'db' },
  bugs: [
    {
      id: 'mean-forgotten',
      title: 'The 1/n of the mean forgotten',
      kind: 'missing-mean',
      line: 'slope',
      text: 'scale(residual, 2)',
      run: (s) => scale(s.residual, 2),
      explanation: 'The loss is a mean, the gradient that of a sum: every element is n times too large.',
    },
    {
      id: 'two-lost',
      title: 'The 2 of the square lost',
      kind: 'factor-two',
      line: 'slope',
      text: 'scale(residual, 1 / n)',
      run: (s) => scale(s.residual, 1 / s.n),
      explanation: 'The derivative of r² is 2 r; only with a half in front of the square would the 2 cancel.',
    },
    {
      id: 'sign',
      title: 'Target minus prediction',
      kind: 'sign',
      line: 'slope',
      text: 'scale(residual, -2 / n)',
      run: (s) => scale(s.residual, -2 / s.n),
      explanation:
        'The residual was taken the other way round; the square hides that from the loss, not from the gradient.',
    },
    {
      id: 'column-shifted',
      title: 'The column after',
      kind: 'off-by-one',
      line: 'dw',
      text: 'w.map((_, j) => dot(slope, X.map((row) => row[(j + 1) % w.length])))',
      run: ({ X, w, slope }) =>
        w.map((_, j) =>
          dot(
            slope,
            X.map((row) => row[(j + 1) % w.length]),
          ),
        ),
      explanation: 'Each weight gets the gradient of the next one: the index of the feature is one too far.',
    },
    {
      id: 'last-weight',
      title: 'The loop ends one short',
      kind: 'single-element',
      line: 'dw',
      text: 'w.map((_, j) => (j < w.length - 1 ? dot(slope, X.map((row) => row[j])) : 0))',
      run: ({ X, w, slope }) =>
        w.map((_, j) =>
          j < w.length - 1
            ? dot(
                slope,
                X.map((row) => row[j]),
              )
            : 0,
        ),
      explanation: 'The loop over the weights stops before the last one, whose slope stays 0.',
    },
    {
      id: 'accumulates',
      title: 'The gradient is never set back to zero',
      kind: 'accumulates',
      line: 'dw',
      shown: 'total = add(total, matvec(transpose(X), slope)); const dw = total;',
      make: (right, point) => {
        let total = (point as Point).w.map(() => 0);
        return (x) => {
          const { w, b } = right(x) as Point;
          total = add(total, w);
          return { w: total, b };
        };
      },
      explanation:
        'total lives outside the function: the second call returns the sum of both, as .grad does without zero_grad().',
    },
    {
      id: 'decays-in-place',
      title: 'Weight decay applied to the weights themselves',
      kind: 'mutates-x',
      line: 'dw',
      shown: 'w.forEach((v, j) => { w[j] = 0.99 * v; }); const dw = matvec(transpose(X), slope);',
      make: (right) => (x) => {
        const result = right(x);
        const { w } = x as Point;
        for (const [j, v] of w.entries()) w[j] = 0.99 * v;
        return result;
      },
      explanation: "The gradient changes the caller's weights: after the call f is looked at from another point.",
    },
  ],
});
