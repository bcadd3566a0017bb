/** Layer normalisation under a mean of squares. Ba, Kiros and Hinton, Layer normalization, 2016. */
import { normalData } from '../random.ts';
import { defineFamily } from './define.ts';
import { lines } from './family.ts';
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

interface Scope {
  T: Matrix;
  x: Matrix;
  gamma: Vector;
  beta: Vector;
  centred: Matrix;
  deviation: Vector;
  H: Matrix;
  O: Matrix;
  dO: Matrix;
  sums: [Vector, Vector];
  dgamma: Vector;
  dbeta: Vector;
  dH: Matrix;
  dx: Matrix;
}

const line = lines<Scope>();
const data = normalData(67);

export const layerNorm = defineFamily<Scope>({
  id: 'layer-norm',
  title: 'Layer normalisation',
  shows: 'A mean and a variance that depend on every element of their row, and whose paths back are easily dropped.',
  formula: String.raw`f = \frac{1}{12} \sum_{i,j} \left( \gamma_j \frac{x_{ij} - \mu_i}{\sigma_i} + \beta_j - t_{ij} \right)^2`,
  sizes: {},
  data: { T: data.matrix(3, 4) },
  point: { x: data.matrix(3, 4), gamma: [1.1, 0.8, 1.3, 0.9], beta: data.vector(4, 0.3) },
  forward: [
    line('centred', 'x.map((row) => shift(row, -mean(row)))', (s) => s.x.map((row) => shift(row, -mean(row)))),
    line('deviation', 'centred.map((row) => Math.sqrt(dot(row, row) / row.length + 1e-5))', (s) =>
      s.centred.map((row) => Math.sqrt(dot(row, row) / row.length + 1e-5)),
    ),
    line('H', 'centred.map((row, i) => scale(row, 1 / deviation[i]))', (s) =>
      s.centred.map((row, i) => scale(row, 1 / s.deviation[i])),
    ),
    line('O', 'addRow(H.map((row) => multiply(row, gamma)), beta)', (s) =>
      addRow(
        s.H.map((row) => multiply(row, s.gamma)),
        s.beta,
      ),
    ),
  ],
  loss: {
    text: 'mean(map(subtract(O, T), (r) => r * r).flat())',
    run: (s) => mean(map(subtract(s.O, s.T), (r) => r * r).flat()),
  },
  backward: [
    line('dO', 'scale(subtract(O, T), 2 / 12)', (s) => scale(subtract(s.O, s.T), 2 / 12)),
    line('sums', '[columnSums(multiply(dO, H)), columnSums(dO)]', (s) => [
      columnSums(multiply(s.dO, s.H)),
      columnSums(s.dO),
    ]),
    line('dgamma', 'sums[0]', (s) => s.sums[0]),
    line('dbeta', 'sums[1]', (s) => s.sums[1]),
    line('dH', 'dO.map((row) => multiply(row, gamma))', (s) => s.dO.map((row) => multiply(row, s.gamma))),
    line(
      'dx',
      'dH.map((d, i) => scale(subtract(shift(d, -mean(d)), scale(H[i], dot(d, H[i]) / d.length)), 1 / deviation[i]))',
      (s) =>
        s.dH.map((d, i) =>
          scale(subtract(shift(d, -mean(d)), scale(s.H[i], dot(d, s.H[i]) / d.length)), 1 / s.deviation[i]),
        ),
    ),
  ],
  returns: { x: 'dx', gamma: 'dgamma', beta: 'dbeta' },
  bugs: [
    {
      id: 'gamma-beta',
      title: 'Scale and offset exchanged',
      kind: 'swapped',
      line: 'sums',
      text: '[columnSums(dO), columnSums(multiply(dO, H))]',
      run: (s) => [columnSums(s.dO), columnSums(multiply(s.dO, s.H))],
      explanation: 'The two sums are handed on in the wrong order: γ has the slope of β and β that of γ.',
    },
    {
      id: 'mean-path',
      title: 'The path through the mean dropped',
      kind: 'constant-offset',
      line: 'dx',
      text: 'dH.map((d, i) => scale(subtract(d, scale(H[i], dot(d, H[i]) / d.length)), 1 / deviation[i]))',
      run: (s) => s.dH.map((d, i) => scale(subtract(d, scale(s.H[i], dot(d, s.H[i]) / d.length)), 1 / s.deviation[i])),
      explanation: "The mean was treated as a constant: each row is off by one amount, the row's mean slope.",
    },
    {
      id: 'variance-path',
      title: 'The path through the variance dropped',
      kind: 'unknown-pattern',
      line: 'dx',
      text: 'dH.map((d, i) => scale(shift(d, -mean(d)), 1 / deviation[i]))',
      run: (s) => s.dH.map((d, i) => scale(shift(d, -mean(d)), 1 / s.deviation[i])),
      explanation:
        'The standard deviation was treated as a constant. The errors have no simple pattern: only x is known to be wrong.',
    },
    {
      id: 'gamma-offset',
      title: 'The slope of γ taken after adding 1',
      kind: 'unknown-pattern',
      line: 'dgamma',
      text: 'columnSums(multiply(dO, map(H, (h) => h + 1)))',
      run: (s) =>
        columnSums(
          multiply(
            s.dO,
            map(s.H, (h) => h + 1),
          ),
        ),
      explanation:
        'γ was taken for 1 + γ, and the one moved to the wrong factor: the error in each column is the slope of β.',
    },
    {
      id: 'residual-path',
      title: 'The slope of a skip connection that the loss does not have',
      kind: 'unknown-pattern',
      line: 'dx',
      text: 'add(dH, dH.map((d, i) => scale(subtract(shift(d, -mean(d)), scale(H[i], dot(d, H[i]) / d.length)), 1 / deviation[i])))',
      run: (s) =>
        add(
          s.dH,
          s.dH.map((d, i) =>
            scale(subtract(shift(d, -mean(d)), scale(s.H[i], dot(d, s.H[i]) / d.length)), 1 / s.deviation[i]),
          ),
        ),
      explanation:
        'A skip connection was added to the backward pass alone: the error is the whole slope at the output.',
    },
  ],
});
