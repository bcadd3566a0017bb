/** Independent normal variables: the mean of the negative logarithm of their density, by their means and deviations. */
import { normalData } from '../random.ts';
import { defineFamily } from './family.ts';
import { columnSums, type Matrix, multiply, scale, subtract, sum, type Vector } from './matrix.ts';

type Scope = Record<'X' | 'centred', Matrix> & Record<'m' | 'deviation' | 'variance' | 'dm' | 'ddeviation', Vector>;

const data = normalData(149);

export default defineFamily<Scope>({
  id: 'normal',
  title: 'Normal distribution',
  shows: 'Parameters of which some must be positive, so that they are often replaced by their logarithms.',
  formula: String.raw`f(m, s) = \sum_j \left( \log s_j + \frac{1}{2 n s_j^2} \sum_i (x_{ij} - m_j)^2 \right)`,
  sizes: { n: 6 },
  data: { X: data.matrix(6, 4) },
  point: { m: data.vector(4, 0.5), deviation: [0.8, 1.7, 1.1, 0.6] },
  forward: {
    centred: (s) => s.X.map((row) => subtract(row, s.m)),
    variance: (s) => scale(columnSums(multiply(s.centred, s.centred)), 1 / 6),
  },
  loss: (s) => sum(s.deviation.map((v, j) => Math.log(v) + s.variance[j] / (2 * v * v))),
  backward: {
    dm: (s) => scale(columnSums(s.centred), -1 / 6).map((v, j) => v / s.deviation[j] ** 2),
    ddeviation: (s) => s.deviation.map((v, j) => 1 / v - s.variance[j] / v ** 3),
  },
  gradient: (s) => ({ m: s.dm, deviation: s.ddeviation }),
  bugs: [
    {
      id: 'by-logarithm',
      title: 'The slope by the logarithm',
      kind: 'other-parameter',
      explanation:
        'The slope was derived for the logarithm of the deviation, as optimisers like it, and f takes the deviation itself: it is a factor too many.',
      wrong: { ddeviation: (s) => s.deviation.map((v, j) => 1 - s.variance[j] / v ** 2) },
    },
    {
      id: 'epsilon',
      title: 'An epsilon in the gradient alone',
      kind: 'tiny-errors',
      explanation:
        'A small number keeps the division from failing, but it is missing from the loss: every element is a little off.',
      wrong: { ddeviation: (s) => s.deviation.map((v, j) => 1 / (v + 1e-6) - s.variance[j] / (v ** 3 + 1e-6)) },
    },
    {
      id: 'sum-for-mean',
      title: 'The sum over the samples',
      kind: 'missing-mean',
      explanation: 'The squares were summed over the samples; the loss takes their mean.',
      wrong: { dm: (s) => columnSums(s.centred).map((v, j) => -v / s.deviation[j] ** 2) },
    },
  ],
});
