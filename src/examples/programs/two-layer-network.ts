/** A network of two layers: tanh, then softmax cross-entropy. Goodfellow, Bengio and Courville, Deep Learning, section 6.5. */
import { normalData } from '../random.ts';
import { defineFamily } from './define.ts';
import { lines } from './family.ts';
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

interface Scope {
  X: Matrix;
  Y: Matrix;
  n: number;
  W1: Matrix;
  b1: Vector;
  W2: Matrix;
  b2: Vector;
  A: Matrix;
  Q: Matrix;
  delta: Matrix;
  dW2: Matrix;
  db2: Vector;
  back: Matrix;
  dW1: Matrix;
  db1: Vector;
}

const line = lines<Scope>();
const data = normalData(59);
const BATCH = 8;

export const twoLayerNetwork = defineFamily<Scope>({
  id: 'two-layer-network',
  title: 'Two-layer network',
  shows: 'Errors that stay in one layer, and errors that flow back into every layer before it.',
  formula: String.raw`f = -\frac{1}{n} \sum_{i=1}^{n} \ln q_{i, y_i},\quad q_i = \mathrm{softmax}\bigl(\tanh(x_i W_1 + b_1)\, W_2 + b_2\bigr)`,
  sizes: { n: BATCH },
  data: { X: data.matrix(BATCH, 3), Y: oneHot([0, 2, 1, 1, 0, 2, 0, 1], 3), n: BATCH },
  point: { W1: data.matrix(3, 4, 0.7), b1: data.vector(4, 0.5), W2: data.matrix(4, 3, 0.7), b2: data.vector(3, 0.5) },
  forward: [
    line('A', 'tanh(addRow(matmul(X, W1), b1))', (s) => tanh(addRow(matmul(s.X, s.W1), s.b1))),
    line('Q', 'softmax(addRow(matmul(A, W2), b2))', (s) => softmax(addRow(matmul(s.A, s.W2), s.b2))),
  ],
  loss: { text: 'crossEntropy(Q, Y)', run: (s) => crossEntropy(s.Q, s.Y) },
  backward: [
    line('delta', 'scale(subtract(Q, Y), 1 / n)', (s) => scale(subtract(s.Q, s.Y), 1 / s.n)),
    line('dW2', 'matmul(transpose(A), delta)', (s) => matmul(transpose(s.A), s.delta)),
    line('db2', 'columnSums(delta)', (s) => columnSums(s.delta)),
    line('back', 'multiply(matmul(delta, transpose(W2)), map(A, (a) => 1 - a * a))', (s) =>
      multiply(
        matmul(s.delta, transpose(s.W2)),
        map(s.A, (a) => 1 - a * a),
      ),
    ),
    line('dW1', 'matmul(transpose(X), back)', (s) => matmul(transpose(s.X), s.back)),
    line('db1', 'columnSums(back)', (s) => columnSums(s.back)),
  ],
  returns: { W1: 'dW1', b1: 'db1', W2: 'dW2', b2: 'db2' },
  bugs: [
    {
      id: 'mean-forgotten',
      title: 'The batch summed, not averaged',
      kind: 'missing-mean',
      line: 'delta',
      text: 'subtract(Q, Y)',
      run: (s) => subtract(s.Q, s.Y),
      explanation: 'The factor 1/n stands at the source of the backward pass, so every group is n times too large.',
    },
    {
      id: 'target-forgotten',
      title: 'The target not subtracted',
      kind: 'softmax-target',
      line: 'delta',
      text: 'scale(Q, 1 / n)',
      run: (s) => scale(s.Q, 1 / s.n),
      explanation: 'q in place of q - y spoils the last layer, and through it all the layers before.',
    },
    {
      id: 'tanh-forgotten',
      title: 'The derivative of tanh forgotten',
      kind: 'layer-boundary',
      line: 'back',
      text: 'matmul(delta, transpose(W2))',
      run: (s) => matmul(s.delta, transpose(s.W2)),
      explanation: 'The second layer is right; what flows back through the tanh lacks its slope 1 - a².',
    },
    {
      id: 'bias-detached',
      title: 'The first bias detached',
      kind: 'zeroed-group',
      line: 'db1',
      text: 'scale(b1, 0)',
      run: (s) => scale(s.b1, 0),
      explanation: 'Nothing flows back to the first bias: training moves all but this one.',
    },
    {
      id: 'sign-in-one-group',
      title: 'The sign of one group',
      kind: 'sign',
      line: 'dW1',
      text: 'scale(matmul(transpose(X), back), -1)',
      run: (s) => scale(matmul(transpose(s.X), s.back), -1),
      explanation: 'Only the first weights climb while the others descend.',
    },
    {
      id: 'bias-averaged',
      title: 'The second bias averaged once more',
      kind: 'missing-mean',
      line: 'db2',
      text: 'scale(columnSums(delta), 1 / n)',
      run: (s) => scale(columnSums(s.delta), 1 / s.n),
      explanation: 'delta carries the 1/n already: a mean over the batch divides by n a second time.',
    },
    {
      id: 'reshaped',
      title: 'Transposed by a reshape',
      kind: 'transposed',
      line: 'dW1',
      text: 'reshape(matmul(transpose(back), X), 4)',
      run: (s) => reshape(matmul(transpose(s.back), s.X), 4),
      explanation:
        'The product has the shape of the transposed weights, and a reshape forces it into place without transposing it.',
    },
  ],
});
