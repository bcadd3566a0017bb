/** One head of attention. Vaswani and others, Attention is all you need, 2017. */
import { dot, type Matrix, matmul, multiply, scale, shift, softmax, transpose } from '../programs/matrix.ts';
import { normalData } from '../random.ts';
import { defineLayer } from './layer.ts';

type Scope = Record<'q' | 'k' | 'u' | 'A' | 'y' | 'v' | 'dA' | 'dS' | 'dq' | 'dk' | 'du', Matrix>;

const data = normalData(241);

export default defineLayer<Scope>({
  id: 'attention',
  title: 'Attention',
  shows: 'Three inputs, a softmax between them, and a scale that must be on the way back twice.',
  formula: String.raw`y = \operatorname{softmax}\bigl( q k^{\mathsf T} / \sqrt 2 \bigr)\, u`,
  sizes: { tokens: 3 },
  data: {},
  point: { q: data.matrix(3, 2), k: data.matrix(3, 2), u: data.matrix(3, 2) },
  forward: {
    A: (s) => softmax(scale(matmul(s.q, transpose(s.k)), Math.SQRT1_2)),
    y: (s) => matmul(s.A, s.u),
  },
  backward: {
    dA: (s) => matmul(s.v, transpose(s.u)),
    dS: (s) => s.A.map((p, i) => scale(multiply(p, shift(s.dA[i], -dot(p, s.dA[i]))), Math.SQRT1_2)),
    dq: (s) => matmul(s.dS, s.k),
    dk: (s) => matmul(transpose(s.dS), s.q),
    du: (s) => matmul(transpose(s.A), s.v),
  },
  gradient: (s) => ({ q: s.dq, k: s.dk, u: s.du }),
  bugs: [
    {
      id: 'scale-forgotten',
      title: 'The scale forgotten on the way back',
      kind: 'constant-factor',
      explanation: 'The scores are divided by the root of the width; so are their slopes.',
      wrong: { dS: (s) => s.A.map((p, i) => multiply(p, shift(s.dA[i], -dot(p, s.dA[i])))) },
    },
    {
      id: 'weights-not-transposed',
      title: 'Back through the weights untransposed',
      kind: 'transposed',
      explanation: 'The weights are square, so A fits where Aᵀ belongs.',
      wrong: { du: (s) => matmul(s.A, s.v) },
    },
    {
      id: 'queries-and-keys',
      title: 'Queries and keys exchanged',
      kind: 'swapped',
      explanation: 'Each is given the slope of the other: they have one shape.',
      wrong: { gradient: (s) => ({ q: s.dk, k: s.dq, u: s.du }) },
    },
    {
      id: 'scores-not-transposed',
      title: 'The scores untransposed',
      kind: 'unknown-pattern',
      explanation: 'The slope of the keys needs the scores by key, a row for each.',
      wrong: { dk: (s) => matmul(s.dS, s.q) },
    },
  ],
});
