/** Sparse linear regression: least squares with an L1 penalty. Tibshirani, Regression shrinkage and selection via the lasso, 1996. */
import { normalData } from '../random.ts';
import { defineFamily } from './define.ts';
import { lines } from './family.ts';
import { add, dot, type Matrix, map, matvec, mean, scale, subtract, sum, transpose, type Vector } from './matrix.ts';

interface Scope {
  X: Matrix;
  y: Vector;
  n: number;
  lambda: number;
  w: Vector;
  residual: Vector;
  fit: Vector;
  penalty: Vector;
  dw: Vector;
}

const line = lines<Scope>();
const data = normalData(37);
const BATCH = 10;

export const lasso = defineFamily<Scope>({
  id: 'lasso',
  title: 'Sparse regression (lasso)',
  shows: 'A penalty on the size of the weights, and its slope that depends on their sign alone.',
  formula: String.raw`f(w) = \frac{1}{2n} \sum_{i=1}^{n} (x_i \cdot w - y_i)^2 + \lambda \sum_j |w_j|`,
  sizes: { n: BATCH },
  data: { X: data.matrix(BATCH, 6), y: data.vector(BATCH), n: BATCH, lambda: 0.05 },
  point: { w: data.vector(6) },
  forward: [line('residual', 'subtract(matvec(X, w), y)', (s) => subtract(matvec(s.X, s.w), s.y))],
  loss: {
    text: 'dot(residual, residual) / (2 * n) + lambda * sum(map(w, Math.abs))',
    run: (s) => dot(s.residual, s.residual) / (2 * s.n) + s.lambda * sum(map(s.w, Math.abs)),
  },
  backward: [
    line('fit', 'scale(matvec(transpose(X), residual), 1 / n)', (s) =>
      scale(matvec(transpose(s.X), s.residual), 1 / s.n),
    ),
    line('penalty', 'scale(map(w, Math.sign), lambda)', (s) => scale(map(s.w, Math.sign), s.lambda)),
    line('dw', 'add(fit, penalty)', (s) => add(s.fit, s.penalty)),
  ],
  returns: { w: 'dw' },
  bugs: [
    {
      id: 'penalty-forgotten',
      title: 'The penalty is in the loss alone',
      kind: 'missing-l1',
      line: 'dw',
      text: 'fit',
      run: (s) => s.fit,
      explanation: 'The term λ Σ|w| has the slope λ sign(w), which the gradient lacks.',
    },
    {
      id: 'penalty-subtracted',
      title: 'The penalty subtracted',
      kind: 'missing-l1',
      line: 'dw',
      text: 'subtract(fit, penalty)',
      run: (s) => subtract(s.fit, s.penalty),
      explanation: 'Subtracting the penalty pushes the weights away from zero: the error is twice λ sign(w).',
    },
    {
      id: 'centred',
      title: 'The gradient centred on its mean',
      kind: 'constant-offset',
      line: 'dw',
      text: 'add(fit, penalty).map((v, _, all) => v - mean(all))',
      run: (s) => add(s.fit, s.penalty).map((v, _, all) => v - mean(all)),
      explanation: 'Centring takes the same amount from every slope; the loss knows nothing of it.',
    },
  ],
});
