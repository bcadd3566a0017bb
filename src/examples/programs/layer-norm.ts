/** Layer normalisation under a mean of squares. Ba, Kiros and Hinton, Layer normalization, 2016. */
import { normalData } from '../random.ts';
import { defineFamily } from './family.ts';
import {
  add,
  addRow,
  columnSums,
  dot,
  type Matrix,
  map,
  mean,
  multiply,
  scale,
  shift,
  subtract,
  type Vector,
} from './matrix.ts';

type Scope = Record<'T' | 'x' | 'centred' | 'H' | 'O' | 'dO' | 'dH' | 'dx', Matrix> &
  Record<'gamma' | 'beta' | 'deviation' | 'dgamma' | 'dbeta', Vector> &
  Record<'sums', [Vector, Vector]>;

const data = normalData(67);

export default defineFamily<Scope>({
  id: 'layer-norm',
  title: 'Layer normalisation',
  shows: 'A mean and a variance that depend on every element of their row, and whose paths back are easily dropped.',
  formula: String.raw`f = \frac{1}{12} \sum_{i,j} \left( \gamma_j \frac{x_{ij} - \mu_i}{\sigma_i} + \beta_j - t_{ij} \right)^2`,
  sizes: {},
  data: { T: data.matrix(3, 4) },
  point: { x: data.matrix(3, 4), gamma: [1.1, 0.8, 1.3, 0.9], beta: data.vector(4, 0.3) },
  forward: {
    centred: (s) => s.x.map((row) => shift(row, -mean(row))),
    deviation: (s) => s.centred.map((row) => Math.sqrt(dot(row, row) / row.length + 1e-5)),
    H: (s) => s.centred.map((row, i) => scale(row, 1 / s.deviation[i])),
    O: (s) =>
      addRow(
        s.H.map((row) => multiply(row, s.gamma)),
        s.beta,
      ),
  },
  loss: (s) => mean(map(subtract(s.O, s.T), (r) => r * r).flat()),
  backward: {
    dO: (s) => scale(subtract(s.O, s.T), 2 / 12),
    sums: (s) => [columnSums(multiply(s.dO, s.H)), columnSums(s.dO)],
    dgamma: (s) => s.sums[0],
    dbeta: (s) => s.sums[1],
    dH: (s) => s.dO.map((row) => multiply(row, s.gamma)),
    dx: (s) =>
      s.dH.map((d, i) =>
        scale(subtract(shift(d, -mean(d)), scale(s.H[i], dot(d, s.H[i]) / d.length)), 1 / s.deviation[i]),
      ),
  },
  gradient: (s) => ({ x: s.dx, gamma: s.dgamma, beta: s.dbeta }),
  bugs: [
    {
      id: 'gamma-beta',
      title: 'Scale and offset exchanged',
      kind: 'swapped',
      explanation: 'The two sums are handed on in the wrong order: γ has the slope of β and β that of γ.',
      wrong: { sums: (s) => [columnSums(s.dO), columnSums(multiply(s.dO, s.H))] },
    },
    {
      id: 'mean-path',
      title: 'The path through the mean dropped',
      kind: 'constant-offset',
      explanation: "The mean was treated as a constant: each row is off by one amount, the row's mean slope.",
      wrong: {
        dx: (s) => s.dH.map((d, i) => scale(subtract(d, scale(s.H[i], dot(d, s.H[i]) / d.length)), 1 / s.deviation[i])),
      },
    },
    {
      id: 'variance-path',
      title: 'The path through the variance dropped',
      kind: 'normalisation',
      explanation:
        'The standard deviation was treated as a constant: in each row the gradient keeps a share along the row itself, which f does not feel.',
      wrong: { dx: (s) => s.dH.map((d, i) => scale(shift(d, -mean(d)), 1 / s.deviation[i])) },
    },
    {
      id: 'gamma-offset',
      title: 'The slope of γ taken after adding 1',
      kind: 'unknown-pattern',
      explanation:
        'γ was taken for 1 + γ, and the one moved to the wrong factor: the error in each column is the slope of β.',
      wrong: {
        dgamma: (s) =>
          columnSums(
            multiply(
              s.dO,
              map(s.H, (h) => h + 1),
            ),
          ),
      },
    },
    {
      id: 'residual-path',
      title: 'The slope of a skip connection that the loss does not have',
      kind: 'unknown-pattern',
      explanation:
        'A skip connection was added to the backward pass alone: the error is the whole slope at the output.',
      wrong: {
        dx: (s) =>
          add(
            s.dH,
            s.dH.map((d, i) =>
              scale(subtract(shift(d, -mean(d)), scale(s.H[i], dot(d, s.H[i]) / d.length)), 1 / s.deviation[i]),
            ),
          ),
      },
    },
  ],
});
