/** A linear layer over a batch. Goodfellow, Bengio and Courville, Deep Learning, section 6.5. */
import { addRow, columnSums, type Matrix, map, matmul, scale, transpose, type Vector } from '../programs/matrix.ts';
import { normalData } from '../random.ts';
import { defineLayer } from './layer.ts';

type Scope = Record<'x' | 'W' | 'y' | 'v' | 'dx' | 'dW', Matrix> & Record<'b' | 'db', Vector>;

const data = normalData(211);

export default defineLayer<Scope>({
  id: 'linear',
  title: 'Linear',
  shows: 'Three inputs with a slope each, and a batch that the weights and the bias must be summed over.',
  formula: String.raw`y = x W^{\mathsf T} + b`,
  sizes: { batch: 4 },
  data: {},
  point: { x: data.matrix(4, 3), W: data.matrix(3, 3), b: data.vector(3) },
  forward: { y: (s) => addRow(matmul(s.x, transpose(s.W)), s.b) },
  backward: {
    dx: (s) => matmul(s.v, s.W),
    dW: (s) => matmul(transpose(s.v), s.x),
    db: (s) => columnSums(s.v),
  },
  gradient: (s) => ({ x: s.dx, W: s.dW, b: s.db }),
  bugs: [
    {
      id: 'bias-not-summed',
      title: 'The bias not summed over the batch',
      kind: 'broadcast-not-summed',
      explanation: 'The bias is added to every sample, so its slope is the sum over the samples, not one row for each.',
      wrong: { db: (s) => s.v },
    },
    {
      id: 'bias-mean',
      title: 'The bias averaged over the batch',
      kind: 'missing-mean',
      explanation: 'Nothing is averaged on the way forward, so the way back is a sum.',
      wrong: { db: (s) => scale(columnSums(s.v), 1 / 4) },
    },
    {
      id: 'weights-turned',
      title: 'The outer product the other way round',
      kind: 'transposed',
      explanation: 'xᵀ v is the transpose of vᵀ x; the weights are square, so no shape complains.',
      wrong: { dW: (s) => matmul(transpose(s.x), s.v) },
    },
    {
      id: 'through-the-transpose',
      title: 'Back through the weights untransposed',
      kind: 'transposed',
      explanation: 'Forward goes through Wᵀ, so back goes through W. Square weights let either pass.',
      wrong: { dx: (s) => matmul(s.v, transpose(s.W)) },
    },
    {
      id: 'sum-of-outputs',
      title: 'The gradient of the sum of the outputs',
      kind: 'ignores-cotangent',
      explanation: 'v is never used: right under a plain sum, where v is ones, and under nothing else.',
      wrong: {
        dW: (s) => matmul(transpose(map(s.v, () => 1)), s.x),
      },
    },
  ],
});
