/** Layer normalisation. Ba, Kiros and Hinton, Layer normalization, 2016. */
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
  type Vector,
} from '../programs/matrix.ts';
import { normalData } from '../random.ts';
import { defineLayer } from './layer.ts';

type Scope = Record<'x' | 'centred' | 'unit' | 'y' | 'v' | 'd' | 'dx', Matrix> &
  Record<'gamma' | 'beta' | 'deviation' | 'dgamma' | 'dbeta', Vector>;

const data = normalData(233);

export default defineLayer<Scope>({
  id: 'layer-norm',
  title: 'Layer norm',
  shows: 'A mean and a deviation that every element of a row moves, and whose ways back are easily dropped.',
  formula: String.raw`y_{ij} = \gamma_j \frac{x_{ij} - \mu_i}{\sigma_i} + \beta_j`,
  sizes: { batch: 3 },
  data: {},
  point: { x: data.matrix(3, 4), gamma: [1.1, 0.8, 1.3, 0.9], beta: data.vector(4, 0.3) },
  forward: {
    centred: (s) => s.x.map((row) => shift(row, -mean(row))),
    deviation: (s) => s.centred.map((row) => Math.sqrt(dot(row, row) / row.length + 1e-5)),
    unit: (s) => s.centred.map((row, i) => scale(row, 1 / s.deviation[i])),
    y: (s) =>
      addRow(
        s.unit.map((row) => multiply(row, s.gamma)),
        s.beta,
      ),
  },
  backward: {
    d: (s) => s.v.map((row) => multiply(row, s.gamma)),
    dx: (s) =>
      s.d.map((d, i) =>
        scale(subtract(shift(d, -mean(d)), scale(s.unit[i], dot(d, s.unit[i]) / d.length)), 1 / s.deviation[i]),
      ),
    dgamma: (s) => columnSums(multiply(s.v, s.unit)),
    dbeta: (s) => columnSums(s.v),
  },
  gradient: (s) => ({ x: s.dx, gamma: s.dgamma, beta: s.dbeta }),
  bugs: [
    {
      id: 'deviation-fixed',
      title: 'The deviation taken as a constant',
      kind: 'normalisation',
      explanation: 'What a row gains along itself the deviation takes away again; the way back does not know of it.',
      wrong: { dx: (s) => s.d.map((d, i) => scale(shift(d, -mean(d)), 1 / s.deviation[i])) },
    },
    {
      id: 'mean-fixed',
      title: 'The mean taken as a constant',
      kind: 'constant-offset',
      explanation: 'Each row is off by one amount, its mean slope. With γ all ones and v all ones this is 0.',
      wrong: {
        dx: (s) =>
          s.d.map((d, i) => scale(subtract(d, scale(s.unit[i], dot(d, s.unit[i]) / d.length)), 1 / s.deviation[i])),
      },
    },
    {
      id: 'scale-and-offset',
      title: 'Scale and offset exchanged',
      kind: 'swapped',
      explanation: 'γ is given the slope of β and β that of γ: both are vectors of one length.',
      wrong: { gradient: (s) => ({ x: s.dx, gamma: s.dbeta, beta: s.dgamma }) },
    },
    {
      id: 'scale-forgotten',
      title: 'γ forgotten on the way back',
      kind: 'unknown-pattern',
      explanation: 'v reaches the normalised rows without their scale.',
      wrong: { d: (s) => s.v },
    },
  ],
});
