/** Softmax regression with weight decay: the mean cross-entropy of three classes. Bishop, section 4.3.4. */
import { normalData } from '../random.ts';
import { defineFamily } from './define.ts';
import { lines } from './family.ts';
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

interface Scope {
  X: Matrix;
  Y: Matrix;
  n: number;
  lambda: number;
  W: Matrix;
  b: Vector;
  Q: Matrix;
  delta: Matrix;
  dW: Matrix;
  db: Vector;
}

const line = lines<Scope>();
const data = normalData(43);
const BATCH = 9;

export const softmaxRegression = defineFamily<Scope>({
  id: 'softmax-regression',
  title: 'Softmax cross-entropy',
  shows: 'Probabilities minus targets, and a penalty on the weights but not on the biases.',
  formula: String.raw`f(W, b) = -\frac{1}{n} \sum_{i=1}^{n} \ln q_{i, y_i} + \frac{\lambda}{2} \lVert W \rVert^2,\quad q_i = \mathrm{softmax}(x_i W + b)`,
  sizes: { n: BATCH },
  data: { X: data.matrix(BATCH, 3), Y: oneHot([0, 2, 1, 1, 0, 2, 0, 0, 1], 3), n: BATCH, lambda: 0.1 },
  point: { W: data.matrix(3, 3), b: data.vector(3, 0.5) },
  forward: [line('Q', 'softmax(addRow(matmul(X, W), b))', (s) => softmax(addRow(matmul(s.X, s.W), s.b)))],
  loss: {
    text: 'crossEntropy(Q, Y) + (lambda / 2) * sum(multiply(W, W).flat())',
    run: (s) => crossEntropy(s.Q, s.Y) + (s.lambda / 2) * sum(multiply(s.W, s.W).flat()),
  },
  backward: [
    line('delta', 'scale(subtract(Q, Y), 1 / n)', (s) => scale(subtract(s.Q, s.Y), 1 / s.n)),
    line('dW', 'add(matmul(transpose(X), delta), scale(W, lambda))', (s) =>
      add(matmul(transpose(s.X), s.delta), scale(s.W, s.lambda)),
    ),
    line('db', 'columnSums(delta)', (s) => columnSums(s.delta)),
  ],
  returns: { W: 'dW', b: 'db' },
  bugs: [
    {
      id: 'target-forgotten',
      title: 'The target not subtracted',
      kind: 'softmax-target',
      line: 'delta',
      text: 'scale(Q, 1 / n)',
      run: (s) => scale(s.Q, 1 / s.n),
      explanation: 'The slope of the cross-entropy with respect to the logits is q - y; this is q alone.',
    },
    {
      id: 'decay-forgotten',
      title: 'Weight decay in the loss alone',
      kind: 'missing-l2',
      line: 'dW',
      text: 'matmul(transpose(X), delta)',
      run: (s) => matmul(transpose(s.X), s.delta),
      explanation: 'The penalty λ/2 ‖W‖² has the slope λ W, which the gradient lacks.',
    },
    {
      id: 'decay-doubled',
      title: 'The half of the penalty overlooked',
      kind: 'missing-l2',
      line: 'dW',
      text: 'add(matmul(transpose(X), delta), scale(W, 2 * lambda))',
      run: (s) => add(matmul(transpose(s.X), s.delta), scale(s.W, 2 * s.lambda)),
      explanation: 'λ/2 ‖W‖² has the slope λ W; 2 λ W would be that of λ ‖W‖².',
    },
    {
      id: 'transposed',
      title: 'The product the other way round',
      kind: 'transposed',
      line: 'dW',
      text: 'add(matmul(transpose(delta), X), scale(transpose(W), lambda))',
      run: (s) => add(matmul(transpose(s.delta), s.X), scale(transpose(s.W), s.lambda)),
      explanation: 'Classes and features are both three, so that the transposed gradient fits without complaint.',
    },
    {
      id: 'bias-not-summed',
      title: 'The bias gradient not summed over the batch',
      kind: 'broadcast-not-summed',
      line: 'db',
      text: 'delta',
      run: (s) => s.delta,
      explanation: 'The bias was spread over the n rows of the batch, so its gradient is the sum over them.',
    },
    {
      id: 'bias-forgotten',
      title: 'The bias left at zero',
      kind: 'zeroed-group',
      line: 'db',
      text: 'scale(b, 0)',
      run: (s) => scale(s.b, 0),
      explanation: 'The bias takes part in the loss but nothing flows back to it.',
    },
  ],
});
