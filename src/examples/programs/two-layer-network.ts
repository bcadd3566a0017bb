/** A network of two layers: tanh, then softmax cross-entropy. Goodfellow, Bengio and Courville, Deep Learning, section 6.5. */
import { normalData } from '../random.ts';
import { defineFamily } from './family.ts';
import {
  addRow,
  columnSums,
  crossEntropy,
  type Matrix,
  map,
  matmul,
  multiply,
  oneHot,
  reshape,
  scale,
  softmax,
  subtract,
  tanh,
  transpose,
  type Vector,
} from './matrix.ts';

type Scope = Record<'X' | 'Y' | 'W1' | 'W2' | 'A' | 'Q' | 'delta' | 'dW2' | 'back' | 'dW1', Matrix> &
  Record<'n', number> &
  Record<'b1' | 'b2' | 'db2' | 'db1', Vector>;

const data = normalData(59);
const BATCH = 8;

export default defineFamily<Scope>({
  id: 'two-layer-network',
  title: 'Two-layer network',
  shows: 'Errors that stay in one layer, and errors that flow back into every layer before it.',
  formula: String.raw`f = -\frac{1}{n} \sum_{i=1}^{n} \ln q_{i, y_i},\quad q_i = \mathrm{softmax}\bigl(\tanh(x_i W_1 + b_1)\, W_2 + b_2\bigr)`,
  sizes: { n: BATCH },
  data: { X: data.matrix(BATCH, 3), Y: oneHot([0, 2, 1, 1, 0, 2, 0, 1], 3), n: BATCH },
  point: { W1: data.matrix(3, 4, 0.7), b1: data.vector(4, 0.5), W2: data.matrix(4, 3, 0.7), b2: data.vector(3, 0.5) },
  forward: {
    A: (s) => tanh(addRow(matmul(s.X, s.W1), s.b1)),
    Q: (s) => softmax(addRow(matmul(s.A, s.W2), s.b2)),
  },
  loss: (s) => crossEntropy(s.Q, s.Y),
  backward: {
    delta: (s) => scale(subtract(s.Q, s.Y), 1 / s.n),
    dW2: (s) => matmul(transpose(s.A), s.delta),
    db2: (s) => columnSums(s.delta),
    back: (s) =>
      multiply(
        matmul(s.delta, transpose(s.W2)),
        map(s.A, (a) => 1 - a * a),
      ),
    dW1: (s) => matmul(transpose(s.X), s.back),
    db1: (s) => columnSums(s.back),
  },
  gradient: (s) => ({ W1: s.dW1, b1: s.db1, W2: s.dW2, b2: s.db2 }),
  bugs: [
    {
      id: 'mean-forgotten',
      title: 'The batch summed, not averaged',
      kind: 'missing-mean',
      explanation: 'The factor 1/n stands at the source of the backward pass, so every group is n times too large.',
      wrong: { delta: (s) => subtract(s.Q, s.Y) },
    },
    {
      id: 'target-forgotten',
      title: 'The target not subtracted',
      kind: 'softmax-target',
      explanation: 'q in place of q - y spoils the last layer, and through it all the layers before.',
      wrong: { delta: (s) => scale(s.Q, 1 / s.n) },
    },
    {
      id: 'tanh-forgotten',
      title: 'The derivative of tanh forgotten',
      kind: 'layer-boundary',
      explanation: 'The second layer is right; what flows back through the tanh lacks its slope 1 - a².',
      wrong: { back: (s) => matmul(s.delta, transpose(s.W2)) },
    },
    {
      id: 'bias-detached',
      title: 'The first bias detached',
      kind: 'zeroed-group',
      explanation: 'Nothing flows back to the first bias: training moves all but this one.',
      wrong: { db1: (s) => scale(s.b1, 0) },
    },
    {
      id: 'sign-in-one-group',
      title: 'The sign of one group',
      kind: 'sign',
      explanation: 'Only the first weights climb while the others descend.',
      wrong: { dW1: (s) => scale(matmul(transpose(s.X), s.back), -1) },
    },
    {
      id: 'bias-averaged',
      title: 'The second bias averaged once more',
      kind: 'missing-mean',
      explanation: 'delta carries the 1/n already: a mean over the batch divides by n a second time.',
      wrong: { db2: (s) => scale(columnSums(s.delta), 1 / s.n) },
    },
    {
      id: 'reshaped',
      title: 'Transposed by a reshape',
      kind: 'transposed',
      explanation:
        'The product has the shape of the transposed weights, and a reshape forces it into place without transposing it.',
      wrong: { dW1: (s) => reshape(matmul(transpose(s.back), s.X), 4) },
    },
  ],
});
