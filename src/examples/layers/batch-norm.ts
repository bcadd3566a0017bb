/** Batch normalisation in training mode. Ioffe and Szegedy, Batch normalization, 2015. */
import {
  addRow,
  columnSums,
  dot,
  type Matrix,
  mean,
  multiply,
  scale,
  shift,
  subtract,
  transpose,
  type Vector,
} from '../programs/matrix.ts';
import { normalData } from '../random.ts';
import { defineLayer } from './layer.ts';

type Scope = Record<'x' | 'centred' | 'unit' | 'y' | 'v' | 'd' | 'dx', Matrix> &
  Record<'gamma' | 'beta' | 'deviation' | 'dgamma' | 'dbeta', Vector>;

const data = normalData(239);

export default defineLayer<Scope>({
  id: 'batch-norm',
  title: 'Batch norm, training',
  shows: 'Statistics of a column that couple all samples of a batch: no sample has a slope of its own.',
  formula: String.raw`y_{ij} = \gamma_j \frac{x_{ij} - \mu_j}{\sigma_j} + \beta_j`,
  sizes: { batch: 5 },
  data: {},
  point: { x: data.matrix(5, 3), gamma: [1.2, 0.7, 1.4], beta: data.vector(3, 0.3) },
  forward: {
    // a row for each feature
    centred: (s) => transpose(s.x).map((row) => shift(row, -mean(row))),
    deviation: (s) => s.centred.map((row) => Math.sqrt(dot(row, row) / row.length + 1e-5)),
    unit: (s) => s.centred.map((row, j) => scale(row, 1 / s.deviation[j])),
    y: (s) =>
      addRow(
        transpose(s.unit).map((row) => multiply(row, s.gamma)),
        s.beta,
      ),
  },
  backward: {
    d: (s) => transpose(s.v).map((row, j) => scale(row, s.gamma[j] / s.deviation[j])),
    dx: (s) =>
      transpose(s.d.map((d, j) => subtract(shift(d, -mean(d)), scale(s.unit[j], dot(d, s.unit[j]) / d.length)))),
    dgamma: (s) => transpose(s.v).map((row, j) => dot(row, s.unit[j])),
    dbeta: (s) => columnSums(s.v),
  },
  gradient: (s) => ({ x: s.dx, gamma: s.dgamma, beta: s.dbeta }),
  bugs: [
    {
      id: 'statistics-fixed',
      title: 'The statistics taken as constants',
      kind: 'normalisation',
      explanation: 'The way back of evaluation mode, where mean and deviation are stored numbers.',
      wrong: { dx: (s) => transpose(s.d) },
    },
    {
      id: 'deviation-fixed',
      title: 'The deviation taken as a constant',
      kind: 'normalisation',
      explanation: 'The mean has its way back, the deviation has none. Where v is ones there is nothing to miss.',
      wrong: { dx: (s) => transpose(s.d.map((d) => shift(d, -mean(d)))) },
    },
    {
      id: 'one-less',
      title: 'The variance of n - 1 on the way back',
      kind: 'normalisation',
      explanation: 'The forward pass divides by n, the backward pass by n - 1.',
      wrong: {
        dx: (s) =>
          transpose(
            s.d.map((d, j) => subtract(shift(d, -mean(d)), scale(s.unit[j], dot(d, s.unit[j]) / (d.length - 1)))),
          ),
      },
    },
    {
      id: 'offset-mean',
      title: 'The offset averaged over the batch',
      kind: 'missing-mean',
      explanation: 'β is added to every sample; its slope is their sum.',
      wrong: { dbeta: (s) => scale(columnSums(s.v), 1 / 5) },
    },
  ],
});
