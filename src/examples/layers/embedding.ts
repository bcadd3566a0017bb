/** Rows of a table, by number; number 0 is padding. Mikolov and others, Efficient estimation of word representations, 2013. */
import { columnSums, type Matrix, scale, type Vector } from '../programs/matrix.ts';
import { normalData } from '../random.ts';
import { defineLayer } from './layer.ts';

type Scope = Record<'E' | 'y' | 'v' | 'dE', Matrix> & { tokens: Vector; sumAt: (v: Matrix, k: number) => Vector };

const TOKENS = [3, 1, 0, 3, 2];

export default defineLayer<Scope>({
  id: 'embedding',
  title: 'Embedding',
  shows: 'A row that is read twice has two slopes to add up, and a row of padding has none.',
  formula: String.raw`y_t = E_{k_t},\quad y_t = 0 \text{ where } k_t = 0`,
  sizes: { tokens: TOKENS.length },
  data: {
    tokens: TOKENS,
    sumAt: (v, k) => columnSums([[0, 0, 0], ...v.filter((_, t) => TOKENS[t] === k)]),
  },
  point: { E: normalData(251).matrix(5, 3) },
  forward: { y: (s) => s.tokens.map((k) => scale(s.E[k], k === 0 ? 0 : 1)) },
  backward: { dE: (s) => s.E.map((_, k) => scale(s.sumAt(s.v, k), k === 0 ? 0 : 1)) },
  gradient: (s) => ({ E: s.dE }),
  bugs: [
    {
      id: 'assigned',
      title: 'Assigned, not added',
      kind: 'unknown-pattern',
      explanation: 'A row that is read twice keeps the slope of the second time alone.',
      wrong: {
        dE: (s) => s.E.map((row, k) => (k === 0 ? scale(row, 0) : (s.v[s.tokens.lastIndexOf(k)] ?? scale(row, 0)))),
      },
    },
    {
      id: 'padding',
      title: 'A slope for the padding',
      kind: 'unused-parameter',
      explanation: 'The row of the padding is never shown, yet it is given a slope.',
      wrong: { dE: (s) => s.E.map((_, k) => s.sumAt(s.v, k)) },
    },
    {
      id: 'from-one',
      title: 'Tokens counted from one',
      kind: 'off-by-one',
      explanation: 'The table is read from 0 and written from 1: each row has the slope of the row after.',
      wrong: { dE: (s) => s.E.map((_, k) => s.sumAt(s.v, k + 1)) },
    },
  ],
});
