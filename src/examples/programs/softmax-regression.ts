/** Softmax regression with weight decay: the mean cross-entropy of three classes. Bishop, section 4.3.4. */
import { normalData } from '../random.ts';
import { defineFamily } from './family.ts';
import {
  add,
  addRow,
  columnSums,
  crossEntropy,
  type Matrix,
  matmul,
  multiply,
  oneHot,
  scale,
  softmax,
  subtract,
  sum,
  transpose,
  type Vector,
} from './matrix.ts';

type Scope = Record<'X' | 'Y' | 'W' | 'Q' | 'delta' | 'dW', Matrix> &
  Record<'n' | 'lambda', number> &
  Record<'b' | 'db', Vector>;

const data = normalData(43);
const BATCH = 9;

export default defineFamily<Scope>({
  id: 'softmax-regression',
  title: 'Softmax cross-entropy',
  shows: 'Probabilities minus targets, and a penalty on the weights but not on the biases.',
  formula: String.raw`f(W, b) = -\frac{1}{n} \sum_{i=1}^{n} \ln q_{i, y_i} + \frac{\lambda}{2} \lVert W \rVert^2,\quad q_i = \mathrm{softmax}(x_i W + b)`,
  sizes: { n: BATCH },
  data: { X: data.matrix(BATCH, 3), Y: oneHot([0, 2, 1, 1, 0, 2, 0, 0, 1], 3), n: BATCH, lambda: 0.1 },
  point: { W: data.matrix(3, 3), b: data.vector(3, 0.5) },
  forward: {
    Q: (s) => softmax(addRow(matmul(s.X, s.W), s.b)),
  },
  loss: (s) => crossEntropy(s.Q, s.Y) + (s.lambda / 2) * sum(multiply(s.W, s.W).flat()),
  backward: {
    delta: (s) => scale(subtract(s.Q, s.Y), 1 / s.n),
    dW: (s) => add(matmul(transpose(s.X), s.delta), scale(s.W, s.lambda)),
    db: (s) => columnSums(s.delta),
  },
  gradient: (s) => ({ W: s.dW, b: s.db }),
  bugs: [
    {
      id: 'target-forgotten',
      title: 'The target not subtracted',
      kind: 'softmax-target',
      explanation: 'The slope of the cross-entropy with respect to the logits is q - y; this is q alone.',
      wrong: { delta: (s) => scale(s.Q, 1 / s.n) },
    },
    {
      id: 'decay-forgotten',
      title: 'Weight decay in the loss alone',
      kind: 'missing-l2',
      explanation: 'The penalty λ/2 ‖W‖² has the slope λ W, which the gradient lacks.',
      wrong: { dW: (s) => matmul(transpose(s.X), s.delta) },
    },
    {
      id: 'decay-doubled',
      title: 'The half of the penalty overlooked',
      kind: 'missing-l2',
      explanation: 'λ/2 ‖W‖² has the slope λ W; 2 λ W would be that of λ ‖W‖².',
      wrong: { dW: (s) => add(matmul(transpose(s.X), s.delta), scale(s.W, 2 * s.lambda)) },
    },
    {
      id: 'transposed',
      title: 'The product the other way round',
      kind: 'transposed',
      explanation: 'Classes and features are both three, so that the transposed gradient fits without complaint.',
      wrong: { dW: (s) => add(matmul(transpose(s.delta), s.X), scale(transpose(s.W), s.lambda)) },
    },
    {
      id: 'bias-not-summed',
      title: 'The bias gradient not summed over the batch',
      kind: 'broadcast-not-summed',
      explanation: 'The bias was spread over the n rows of the batch, so its gradient is the sum over them.',
      wrong: { db: (s) => s.delta },
    },
    {
      id: 'bias-forgotten',
      title: 'The bias left at zero',
      kind: 'zeroed-group',
      explanation: 'The bias takes part in the loss but nothing flows back to it.',
      wrong: { db: (s) => scale(s.b, 0) },
    },
  ],
});
