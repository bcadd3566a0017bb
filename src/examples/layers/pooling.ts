/** Max pooling, two to one. LeCun, Bottou, Bengio and Haffner, Gradient-based learning, 1998. */
import { type Matrix, map, type Vector } from '../programs/matrix.ts';
import { normalData } from '../random.ts';
import { defineLayer } from './layer.ts';

type Scope = Record<'x' | 'best' | 'y' | 'v' | 'dx', Matrix> & {
  readonly sent: (v: Vector, best: Vector, i: number) => number;
};

export default defineLayer<Scope>({
  id: 'pooling',
  title: 'Max pooling',
  shows: 'Each output has one input that it came from; the others have no slope at all.',
  formula: String.raw`y_{ct} = \max(x_{c,2t},\, x_{c,2t+1})`,
  sizes: {},
  data: { sent: (v, best, i) => (best[i >> 1] === i ? v[i >> 1] : 0) },
  point: { x: normalData(227).matrix(2, 8) },
  forward: {
    best: (s) => s.x.map((row) => [0, 2, 4, 6].map((i) => (row[i] > row[i + 1] ? i : i + 1))),
    y: (s) => s.best.map((row, c) => row.map((i) => s.x[c][i])),
  },
  backward: { dx: (s) => s.x.map((row, c) => row.map((_, i) => s.sent(s.v[c], s.best[c], i))) },
  gradient: (s) => ({ x: s.dx }),
  bugs: [
    {
      id: 'shared-out',
      title: 'Shared out as by a mean',
      kind: 'unknown-pattern',
      explanation: 'Both inputs of a window get half: the way back of average pooling.',
      wrong: { dx: (s) => s.x.map((row, c) => row.map((_, i) => s.v[c][i >> 1] / 2)) },
    },
    {
      id: 'both-get-it',
      title: 'The loser gets it too',
      kind: 'unknown-pattern',
      explanation: 'An input that lost cannot change the output, yet has a slope.',
      wrong: { dx: (s) => s.x.map((row, c) => row.map((_, i) => s.v[c][i >> 1])) },
    },
    {
      id: 'channels-exchanged',
      title: 'The channels exchanged',
      kind: 'swapped',
      explanation: 'Each channel is sent the cotangent of the other. Their sum hides it: every output has the same v.',
      wrong: { dx: (s) => s.x.map((row, c) => row.map((_, i) => s.sent(s.v[1 - c], s.best[c], i))) },
    },
    {
      id: 'ones',
      title: 'A one for each winner',
      kind: 'ignores-cotangent',
      explanation: 'Where the maximum sits is remembered, what comes from above is not.',
      wrong: {
        dx: (s) =>
          s.x.map((row, c) =>
            row.map((_, i) =>
              s.sent(
                map(s.v[c], () => 1),
                s.best[c],
                i,
              ),
            ),
          ),
      },
    },
  ],
});
