/** Logistic regression with the loss in bits: the mean binary cross-entropy with the logarithm to base 2. */
import { normalData } from '../random.ts';
import { defineFamily } from './family.ts';
import { type Matrix, matvec, mean, scale, shift, sigmoid, subtract, sum, transpose, type Vector } from './matrix.ts';

type Scope = Record<'X', Matrix> &
  Record<'y' | 'w' | 'p' | 'delta' | 'dw' | 'buffer', Vector> &
  Record<'cache', Vector | undefined> &
  Record<'n' | 'b' | 'db', number>;

const data = normalData(29);
const BATCH = 9;

export default defineFamily<Scope>({
  id: 'logistic-regression',
  title: 'Logistic regression',
  shows: 'A loss in bits, whose logarithm leaves a constant behind in every slope.',
  formula: String.raw`f(w, b) = -\frac{1}{n} \sum_{i=1}^{n} \Bigl( y_i \log_2 p_i + (1 - y_i) \log_2 (1 - p_i) \Bigr),\quad p_i = \sigma(x_i \cdot w + b)`,
  sizes: { n: BATCH },
  data: { X: data.matrix(BATCH, 4), y: [1, 0, 0, 1, 1, 0, 1, 0, 0], n: BATCH },
  point: { w: data.vector(4), b: -0.3 },
  forward: {
    p: (s) => sigmoid(shift(matvec(s.X, s.w), s.b)),
  },
  loss: (s) => -mean(s.p.map((q, i) => Math.log2(s.y[i] === 1 ? q : 1 - q))),
  backward: {
    delta: (s) => scale(subtract(s.p, s.y), 1 / (s.n * Math.LN2)),
    dw: (s) => matvec(transpose(s.X), s.delta),
    db: (s) => sum(s.delta),
  },
  gradient: (s) => ({ w: s.dw, b: s.db }),
  bugs: [
    {
      id: 'base-two',
      title: 'The base of the logarithm forgotten',
      kind: 'log-base',
      explanation: 'The derivative of log₂ p is 1/(p ln 2); this is the gradient of the loss in nats.',
      wrong: { delta: (s) => scale(subtract(s.p, s.y), 1 / s.n) },
    },
    {
      id: 'counted-twice-over-n',
      title: 'Divided by n twice',
      kind: 'missing-mean',
      explanation:
        'delta is divided by n already: the slopes of the weights are n times too small, that of the bias is right.',
      wrong: { dw: (s) => scale(matvec(transpose(s.X), s.delta), 1 / s.n) },
    },
    {
      id: 'bias-added',
      title: 'The slope of the bias added to every weight',
      kind: 'constant-offset',
      explanation: 'A scalar spread over a vector: every slope of the weights is off by the same amount.',
      wrong: { dw: (s) => shift(matvec(transpose(s.X), s.delta), sum(s.delta)) },
    },
    {
      id: 'temperature',
      title: 'A temperature of 0.7 in the gradient alone',
      kind: 'constant-factor',
      explanation: 'A constant that the loss does not have scales every slope alike.',
      wrong: { delta: (s) => scale(subtract(s.p, s.y), 0.7 / (s.n * Math.LN2)) },
    },
    {
      id: 'stale-prediction',
      title: 'The predictions of an earlier call',
      kind: 'stale-cache',
      explanation:
        'The forward pass was kept from the first call: at every later point the gradient is that of the first.',
      keeps: () => ({ cache: undefined }),
      wrong: {
        delta: (s) => {
          s.cache ??= s.p;
          return scale(subtract(s.cache, s.y), 1 / (s.n * Math.LN2));
        },
      },
    },
    {
      id: 'one-buffer',
      title: 'Every call hands out the same buffer',
      kind: 'aliases-x',
      explanation:
        'The numbers are right until the next call, which overwrites the gradient that was kept from this one.',
      keeps: (s) => ({ buffer: [...s.w] }),
      wrong: {
        dw: (s) => {
          matvec(transpose(s.X), s.delta).forEach((v, j) => {
            s.buffer[j] = v;
          });
          return s.buffer;
        },
      },
    },
  ],
});
