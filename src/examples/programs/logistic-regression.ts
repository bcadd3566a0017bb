/** Logistic regression with the loss in bits: the mean binary cross-entropy with the logarithm to base 2. */
import { normalData } from '../random.ts';
import { defineFamily } from './define.ts';
import { lines } from './family.ts';
import { type Matrix, matvec, mean, scale, shift, sigmoid, subtract, sum, transpose, type Vector } from './matrix.ts';

interface Scope {
  X: Matrix;
  y: Vector;
  n: number;
  w: Vector;
  b: number;
  p: Vector;
  delta: Vector;
  dw: Vector;
  db: number;
}

const line = lines<Scope>();
const data = normalData(29);
const BATCH = 9;
type Point = { w: Vector; b: number };

export const logisticRegression = defineFamily<Scope>({
  id: 'logistic-regression',
  title: 'Logistic regression',
  shows: 'A loss in bits, whose logarithm leaves a constant behind in every slope.',
  formula: String.raw`f(w, b) = -\frac{1}{n} \sum_{i=1}^{n} \Bigl( y_i \log_2 p_i + (1 - y_i) \log_2 (1 - p_i) \Bigr),\quad p_i = \sigma(x_i \cdot w + b)`,
  sizes: { n: BATCH },
  data: { X: data.matrix(BATCH, 4), y: [1, 0, 0, 1, 1, 0, 1, 0, 0], n: BATCH },
  point: { w: data.vector(4), b: -0.3 },
  forward: [line('p', 'sigmoid(shift(matvec(X, w), b))', (s) => sigmoid(shift(matvec(s.X, s.w), s.b)))],
  loss: {
    text: '-mean(p.map((q, i) => Math.log2(y[i] === 1 ? q : 1 - q)))',
    run: ({ p, y }) => -mean(p.map((q, i) => Math.log2(y[i] === 1 ? q : 1 - q))),
  },
  backward: [
    line('delta', 'scale(subtract(p, y), 1 / (n * Math.LN2))', (s) => scale(subtract(s.p, s.y), 1 / (s.n * Math.LN2))),
    line('dw', 'matvec(transpose(X), delta)', (s) => matvec(transpose(s.X), s.delta)),
    line('db', 'sum(delta)', (s) => sum(s.delta)),
  ],
  returns: { w: 'dw', b: 'db' },
  bugs: [
    {
      id: 'base-two',
      title: 'The base of the logarithm forgotten',
      kind: 'log-base',
      line: 'delta',
      text: 'scale(subtract(p, y), 1 / n)',
      run: (s) => scale(subtract(s.p, s.y), 1 / s.n),
      explanation: 'The derivative of log₂ p is 1/(p ln 2); this is the gradient of the loss in nats.',
    },
    {
      id: 'counted-twice-over-n',
      title: 'Divided by n twice',
      kind: 'missing-mean',
      line: 'dw',
      text: 'scale(matvec(transpose(X), delta), 1 / n)',
      run: (s) => scale(matvec(transpose(s.X), s.delta), 1 / s.n),
      explanation:
        'delta is divided by n already: the slopes of the weights are n times too small, that of the bias is right.',
    },
    {
      id: 'bias-added',
      title: 'The slope of the bias added to every weight',
      kind: 'constant-offset',
      line: 'dw',
      text: 'shift(matvec(transpose(X), delta), sum(delta))',
      run: (s) => shift(matvec(transpose(s.X), s.delta), sum(s.delta)),
      explanation: 'A scalar spread over a vector: every slope of the weights is off by the same amount.',
    },
    {
      id: 'temperature',
      title: 'A temperature of 0.7 in the gradient alone',
      kind: 'constant-factor',
      line: 'delta',
      text: 'scale(subtract(p, y), 0.7 / (n * Math.LN2))',
      run: (s) => scale(subtract(s.p, s.y), 0.7 / (s.n * Math.LN2)),
      explanation: 'A constant that the loss does not have scales every slope alike.',
    },
    {
      id: 'stale-prediction',
      title: 'The predictions of an earlier call',
      kind: 'stale-cache',
      line: 'delta',
      shown: 'cache ??= p; const delta = scale(subtract(cache, y), 1 / (n * Math.LN2));',
      make: (right) => {
        let cache: Point | undefined;
        return (x) => {
          cache ??= right(x) as Point;
          return { w: [...cache.w], b: cache.b };
        };
      },
      explanation:
        'The forward pass was kept from the first call: at every later point the gradient is that of the first.',
    },
    {
      id: 'one-buffer',
      title: 'Every call hands out the same buffer',
      kind: 'aliases-x',
      line: 'dw',
      shown: 'matvec(transpose(X), delta).forEach((v, j) => { buffer[j] = v; }); const dw = buffer;',
      make: (right, point) => {
        const buffer = [...(point as Point).w];
        return (x) => {
          const { w, b } = right(x) as Point;
          for (const [j, v] of w.entries()) buffer[j] = v;
          return { w: buffer, b };
        };
      },
      explanation:
        'The numbers are right until the next call, which overwrites the gradient that was kept from this one.',
    },
  ],
});
