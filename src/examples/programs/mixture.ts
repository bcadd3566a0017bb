/** Weights of a mixture of known densities. Bishop, Pattern Recognition and Machine Learning, section 9.2. */
import { normalData } from '../random.ts';
import { defineFamily } from './family.ts';
import { columnSums, dot, type Matrix, map, matvec, mean, scale, type Vector } from './matrix.ts';

type Scope = Record<'L', Matrix> & Record<'p' | 'total' | 'dp', Vector>;

const data = normalData(181);

export default defineFamily<Scope>({
  id: 'mixture',
  title: 'Mixture weights',
  shows: 'Probabilities as parameters, which many a program keeps as the logits of a softmax.',
  formula: String.raw`f(p) = -\frac{1}{n} \sum_{i=1}^{n} \log \sum_k p_k L_{ik}`,
  sizes: { n: 5 },
  data: { L: map(data.matrix(5, 4), Math.exp) },
  point: { p: [0.4, 0.1, 0.3, 0.2] },
  forward: {
    total: (s) => matvec(s.L, s.p),
  },
  loss: (s) => -mean(map(s.total, Math.log)),
  backward: {
    dp: (s) => scale(columnSums(s.L.map((row, i) => scale(row, 1 / s.total[i]))), -1 / 5),
  },
  gradient: (s) => ({ p: s.dp }),
  bugs: [
    {
      id: 'by-logits',
      title: 'The slope by the logits',
      kind: 'softmax-folded',
      explanation:
        'The slope was taken back through a softmax, p (g - g · p), though the parameters are the probabilities themselves.',
      wrong: {
        dp: (s) => {
          const g = scale(columnSums(s.L.map((row, i) => scale(row, 1 / s.total[i]))), -1 / 5);
          return g.map((v, k) => s.p[k] * (v - dot(g, s.p)));
        },
      },
    },
    {
      id: 'joint',
      title: 'Each likelihood times its weight',
      kind: 'other-parameter',
      explanation: 'With the weight in front these are the shares of each component, which are the slopes by log p.',
      wrong: {
        dp: (s) => scale(columnSums(s.L.map((row, i) => scale(row, 1 / s.total[i]))), -1 / 5).map((v, k) => v * s.p[k]),
      },
    },
  ],
});
