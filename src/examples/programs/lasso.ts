/** Sparse linear regression: least squares with an L1 penalty. Tibshirani, Regression shrinkage and selection via the lasso, 1996. */
import { normalData } from '../random.ts';
import { defineFamily } from './family.ts';
import { add, dot, type Matrix, map, matvec, mean, scale, subtract, sum, transpose, type Vector } from './matrix.ts';

type Scope = Record<'X', Matrix> &
  Record<'y' | 'w' | 'residual' | 'fit' | 'penalty' | 'dw', Vector> &
  Record<'n' | 'lambda', number>;

const data = normalData(37);
const BATCH = 10;

export default defineFamily<Scope>({
  id: 'lasso',
  title: 'Sparse regression (lasso)',
  shows: 'A penalty on the size of the weights, and its slope that depends on their sign alone.',
  formula: String.raw`f(w) = \frac{1}{2n} \sum_{i=1}^{n} (x_i \cdot w - y_i)^2 + \lambda \sum_j |w_j|`,
  sizes: { n: BATCH },
  data: { X: data.matrix(BATCH, 6), y: data.vector(BATCH), n: BATCH, lambda: 0.05 },
  point: { w: data.vector(6) },
  forward: {
    residual: (s) => subtract(matvec(s.X, s.w), s.y),
  },
  loss: (s) => dot(s.residual, s.residual) / (2 * s.n) + s.lambda * sum(map(s.w, Math.abs)),
  backward: {
    fit: (s) => scale(matvec(transpose(s.X), s.residual), 1 / s.n),
    penalty: (s) => scale(map(s.w, Math.sign), s.lambda),
    dw: (s) => add(s.fit, s.penalty),
  },
  gradient: (s) => ({ w: s.dw }),
  bugs: [
    {
      id: 'penalty-forgotten',
      title: 'The penalty is in the loss alone',
      kind: 'missing-l1',
      explanation: 'The term λ Σ|w| has the slope λ sign(w), which the gradient lacks.',
      wrong: { dw: (s) => s.fit },
    },
    {
      id: 'penalty-subtracted',
      title: 'The penalty subtracted',
      kind: 'missing-l1',
      explanation: 'Subtracting the penalty pushes the weights away from zero: the error is twice λ sign(w).',
      wrong: { dw: (s) => subtract(s.fit, s.penalty) },
    },
    {
      id: 'centred',
      title: 'The gradient centred on its mean',
      kind: 'projected',
      explanation: 'Centring takes the same amount from every slope; the loss knows nothing of it.',
      wrong: { dw: (s) => add(s.fit, s.penalty).map((v, _, all) => v - mean(all)) },
    },
  ],
});
