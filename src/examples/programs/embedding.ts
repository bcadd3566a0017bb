/** Five tokens embedded and averaged, a tanh layer, one output. Mikolov and others, Efficient estimation of word representations, 2013. */
import { normalData } from '../random.ts';
import { defineFamily } from './family.ts';
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

type Scope = Record<'tokens' | 'b1' | 'v' | 'm' | 'a' | 'dv' | 'dz' | 'db1' | 'dm', Vector> &
  Record<'target' | 'error', number> &
  Record<'count', (k: number) => number> &
  Record<'E' | 'W1' | 'dW1' | 'dE', Matrix>;

const data = normalData(97);
const TOKENS = [1, 4, 1, 2, 5];

export default defineFamily<Scope>({
  id: 'embedding',
  title: 'Embedding',
  shows: 'A table of which only the rows that occur have a slope, and rows that occur twice have it twice.',
  formula: String.raw`f = \tfrac12 (v \cdot a - y)^2,\quad a = \tanh\Bigl( W_1 \tfrac15 \sum_{t=1}^{5} E_{k_t} + b_1 \Bigr)`,
  sizes: { tokens: TOKENS.length },
  data: { tokens: TOKENS, target: 0.6, count: (k) => TOKENS.filter((token) => token === k).length },
  point: { E: data.matrix(7, 3), W1: data.matrix(4, 3, 0.8), b1: data.vector(4, 0.4), v: data.vector(4) },
  forward: {
    m: (s) => scale(columnSums(s.tokens.map((k) => s.E[k])), 1 / 5),
    a: (s) => tanh(add(matvec(s.W1, s.m), s.b1)),
    error: (s) => dot(s.v, s.a) - s.target,
  },
  loss: (s) => 0.5 * s.error * s.error,
  backward: {
    dv: (s) => scale(s.a, s.error),
    dz: (s) =>
      multiply(
        map(s.a, (t) => 1 - t * t),
        scale(s.v, s.error),
      ),
    dW1: (s) => outer(s.dz, s.m),
    db1: (s) => s.dz,
    dm: (s) => matvec(transpose(s.W1), s.dz),
    dE: (s) => s.E.map((_, k) => scale(s.dm, s.count(k) / 5)),
  },
  gradient: (s) => ({ E: s.dE, W1: s.dW1, b1: s.db1, v: s.dv }),
  bugs: [
    {
      id: 'tanh-forgotten',
      title: 'The derivative of tanh forgotten',
      kind: 'activation-derivative',
      explanation:
        'Each unit lacks its factor 1 - a²: a row of the weights is off by one factor, the next row by another.',
      wrong: { dz: (s) => scale(s.v, s.error) },
    },
    {
      id: 'tanh-twice',
      title: 'The derivative taken of the activation',
      kind: 'activation-derivative',
      explanation: 'The slope 1 - tanh² belongs at z; here it is taken at a, which is tanh z already.',
      wrong: {
        dz: (s) =>
          multiply(
            map(s.a, (t) => 1 - Math.tanh(t) ** 2),
            scale(s.v, s.error),
          ),
      },
    },
    {
      id: 'absent-tokens',
      title: 'Tokens that do not occur',
      kind: 'unused-parameter',
      explanation: 'Rows of tokens that the text does not contain cannot change the loss, yet have a slope.',
      wrong: { dE: (s) => s.E.map((_, k) => scale(s.dm, Math.max(s.count(k), 1) / 5)) },
    },
    {
      id: 'ids-from-one',
      title: 'Tokens counted from one',
      kind: 'off-by-one',
      explanation: 'The table is read from 0 and written from 1: each row gets the slope of the row after.',
      wrong: { dE: (s) => s.E.map((_, k) => scale(s.dm, s.count(k + 1) / 5)) },
    },
    {
      id: 'written-once',
      title: 'A token that occurs twice counted once',
      kind: 'factor-two',
      explanation: 'The rows were assigned instead of added up, so the token that occurs twice has half its slope.',
      wrong: { dE: (s) => s.E.map((_, k) => scale(s.dm, Math.min(s.count(k), 1) / 5)) },
    },
  ],
});
