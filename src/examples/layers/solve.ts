/** The solution of a linear system. Giles, Collected matrix derivative results, 2008. */
import { type Matrix, outer, scale, solve, transpose, type Vector } from '../programs/matrix.ts';
import { normalData } from '../random.ts';
import { defineLayer } from './layer.ts';

type Scope = Record<'A' | 'dA', Matrix> & Record<'b' | 'y' | 'v' | 'db', Vector>;

const data = normalData(271);

export default defineLayer<Scope>({
  id: 'solve',
  title: 'Solve',
  shows: 'A solver is not differentiated step by step: one more solve, with the transpose, gives all slopes.',
  formula: 'y = A^{-1} b',
  sizes: {},
  data: {},
  point: { A: data.matrix(3, 3, 0.5).map((row, i) => row.map((a, j) => (i === j ? a + 2 : a))), b: data.vector(3) },
  forward: { y: (s) => solve(s.A, s.b) },
  backward: {
    db: (s) => solve(transpose(s.A), s.v),
    dA: (s) => scale(outer(s.db, s.y), -1),
  },
  gradient: (s) => ({ A: s.dA, b: s.db }),
  bugs: [
    {
      id: 'same-system',
      title: 'The same system solved again',
      kind: 'unknown-pattern',
      explanation: 'The way back solves with the transpose. With a symmetric A nobody would have seen it.',
      wrong: { db: (s) => solve(s.A, s.v) },
    },
    {
      id: 'sign',
      title: 'The sign of the matrix',
      kind: 'sign',
      explanation: 'More of A gives less of y: the derivative of an inverse has a minus.',
      wrong: { dA: (s) => outer(s.db, s.y) },
    },
    {
      id: 'outer-turned',
      title: 'The outer product the other way round',
      kind: 'transposed',
      explanation: 'y dᵀ in place of d yᵀ.',
      wrong: { dA: (s) => scale(outer(s.y, s.db), -1) },
    },
  ],
});
