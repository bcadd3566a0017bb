/** A distance that is learned: a symmetric matrix under a squared error. Xing and others, Distance metric learning, 2002. */
import { normalData } from '../random.ts';
import { defineFamily } from './family.ts';
import { add, dot, type Matrix, matvec, mean, multiply, outer, scale, subtract, type Vector } from './matrix.ts';

type Scope = Record<'D' | 'S' | 'dS', Matrix> & Record<'t' | 'error', Vector>;

const data = normalData(163);

export default defineFamily<Scope>({
  id: 'metric',
  title: 'Learned distance',
  shows: 'A matrix that is symmetric, so that each pair of its elements may be counted once or twice.',
  formula: String.raw`f(S) = \frac{1}{n} \sum_{i=1}^{n} \left( d_i^{\mathsf T} S\, d_i - t_i \right)^2`,
  sizes: { n: 5 },
  data: { D: data.matrix(5, 3), t: data.vector(5) },
  point: {
    S: [
      [1.4, 0.3, -0.2],
      [0.3, 0.9, 0.5],
      [-0.2, 0.5, 1.1],
    ],
  },
  forward: {
    error: (s) =>
      subtract(
        s.D.map((d) => dot(d, matvec(s.S, d))),
        s.t,
      ),
  },
  loss: (s) => mean(multiply(s.error, s.error)),
  backward: {
    dS: (s) => s.D.map((d, i) => scale(outer(d, d), (2 / 5) * s.error[i])).reduce(add),
  },
  gradient: (s) => ({ S: s.dS }),
  bugs: [
    {
      id: 'pairs-twice',
      title: 'Each pair counted twice',
      kind: 'one-triangle',
      explanation:
        'The slope was derived for a symmetric matrix, of which one triangle is free: off the diagonal it is double that of a single element.',
      wrong: {
        dS: (s) =>
          s.D.map((d, i) => scale(outer(d, d), (2 / 5) * s.error[i]))
            .reduce(add)
            .map((row, i) => row.map((v, j) => (i === j ? v : 2 * v))),
      },
    },
    {
      id: 'two-lost',
      title: 'The 2 of the square lost',
      kind: 'factor-two',
      explanation: 'The derivative of the squared error is twice the error.',
      wrong: { dS: (s) => s.D.map((d, i) => scale(outer(d, d), s.error[i] / 5)).reduce(add) },
    },
  ],
});
