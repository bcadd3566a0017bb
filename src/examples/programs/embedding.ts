/** Five tokens embedded and averaged, a tanh layer, one output. Mikolov and others, Efficient estimation of word representations, 2013. */
import { normalData } from '../random.ts';
import { defineFamily } from './define.ts';
import { lines } from './family.ts';
import {
  add,
  columnSums,
  dot,
  type Matrix,
  map,
  matvec,
  multiply,
  outer,
  scale,
  tanh,
  transpose,
  type Vector,
} from './matrix.ts';

interface Scope {
  tokens: Vector;
  target: number;
  count: (k: number) => number;
  E: Matrix;
  W1: Matrix;
  b1: Vector;
  v: Vector;
  m: Vector;
  a: Vector;
  error: number;
  dv: Vector;
  dz: Vector;
  dW1: Matrix;
  db1: Vector;
  dm: Vector;
  dE: Matrix;
}

const line = lines<Scope>();
const data = normalData(97);
const TOKENS = [1, 4, 1, 2, 5];

export const embedding = defineFamily<Scope>({
  id: 'embedding',
  title: 'Embedding',
  shows: 'A table of which only the rows that occur have a slope, and rows that occur twice have it twice.',
  formula: String.raw`f = \tfrac12 (v \cdot a - y)^2,\quad a = \tanh\Bigl( W_1 \tfrac15 \sum_{t=1}^{5} E_{k_t} + b_1 \Bigr)`,
  sizes: { tokens: TOKENS.length },
  data: { tokens: TOKENS, target: 0.6, count: (k) => TOKENS.filter((token) => token === k).length },
  point: { E: data.matrix(7, 3), W1: data.matrix(4, 3, 0.8), b1: data.vector(4, 0.4), v: data.vector(4) },
  forward: [
    line('m', 'scale(columnSums(tokens.map((k) => E[k])), 1 / 5)', (s) =>
      scale(columnSums(s.tokens.map((k) => s.E[k])), 1 / 5),
    ),
    line('a', 'tanh(add(matvec(W1, m), b1))', (s) => tanh(add(matvec(s.W1, s.m), s.b1))),
    line('error', 'dot(v, a) - target', (s) => dot(s.v, s.a) - s.target),
  ],
  loss: { text: '0.5 * error * error', run: (s) => 0.5 * s.error * s.error },
  backward: [
    line('dv', 'scale(a, error)', (s) => scale(s.a, s.error)),
    line('dz', 'multiply(map(a, (t) => 1 - t * t), scale(v, error))', (s) =>
      multiply(
        map(s.a, (t) => 1 - t * t),
        scale(s.v, s.error),
      ),
    ),
    line('dW1', 'outer(dz, m)', (s) => outer(s.dz, s.m)),
    line('db1', 'dz', (s) => s.dz),
    line('dm', 'matvec(transpose(W1), dz)', (s) => matvec(transpose(s.W1), s.dz)),
    line('dE', 'E.map((_, k) => scale(dm, count(k) / 5))', (s) => s.E.map((_, k) => scale(s.dm, s.count(k) / 5))),
  ],
  returns: { E: 'dE', W1: 'dW1', b1: 'db1', v: 'dv' },
  bugs: [
    {
      id: 'tanh-forgotten',
      title: 'The derivative of tanh forgotten',
      kind: 'activation-derivative',
      line: 'dz',
      text: 'scale(v, error)',
      run: (s) => scale(s.v, s.error),
      explanation:
        'Each unit lacks its factor 1 - a²: a row of the weights is off by one factor, the next row by another.',
    },
    {
      id: 'tanh-twice',
      title: 'The derivative taken of the activation',
      kind: 'activation-derivative',
      line: 'dz',
      text: 'multiply(map(a, (t) => 1 - Math.tanh(t) ** 2), scale(v, error))',
      run: (s) =>
        multiply(
          map(s.a, (t) => 1 - Math.tanh(t) ** 2),
          scale(s.v, s.error),
        ),
      explanation: 'The slope 1 - tanh² belongs at z; here it is taken at a, which is tanh z already.',
    },
    {
      id: 'absent-tokens',
      title: 'Tokens that do not occur',
      kind: 'unused-parameter',
      line: 'dE',
      text: 'E.map((_, k) => scale(dm, Math.max(count(k), 1) / 5))',
      run: (s) => s.E.map((_, k) => scale(s.dm, Math.max(s.count(k), 1) / 5)),
      explanation: 'Rows of tokens that the text does not contain cannot change the loss, yet have a slope.',
    },
    {
      id: 'ids-from-one',
      title: 'Tokens counted from one',
      kind: 'off-by-one',
      line: 'dE',
      text: 'E.map((_, k) => scale(dm, count(k + 1) / 5))',
      run: (s) => s.E.map((_, k) => scale(s.dm, s.count(k + 1) / 5)),
      explanation: 'The table is read from 0 and written from 1: each row gets the slope of the row after.',
    },
    {
      id: 'written-once',
      title: 'A token that occurs twice counted once',
      kind: 'factor-two',
      line: 'dE',
      text: 'E.map((_, k) => scale(dm, Math.min(count(k), 1) / 5))',
      run: (s) => s.E.map((_, k) => scale(s.dm, Math.min(s.count(k), 1) / 5)),
      explanation: 'The rows were assigned instead of added up, so the token that occurs twice has half its slope.',
    },
  ],
});
