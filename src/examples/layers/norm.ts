/** Rows as a direction and a length. Petersen and Pedersen, The Matrix Cookbook, section 2.6. */
import type { PointRecord } from '../../checker/types.ts';
import { add, dot, type Matrix, multiply, scale, subtract, type Vector } from '../programs/matrix.ts';
import { normalData } from '../random.ts';
import { defineLayer } from './layer.ts';

type Ends = PointRecord & { readonly unit: Matrix; readonly length: Vector };

type Scope = Record<'x' | 'unit' | 'along' | 'across' | 'dx', Matrix> &
  Record<'length', Vector> &
  Record<'y' | 'v', Ends>;

export default defineLayer<Scope>({
  id: 'norm',
  title: 'Norm',
  shows: 'A direction that does not change along itself, and a length that changes along itself alone.',
  formula: String.raw`\ell_i = \lVert x_i \rVert,\quad u_i = x_i / \ell_i`,
  sizes: {},
  data: {},
  point: { x: normalData(269).matrix(3, 3) },
  forward: {
    length: (s) => s.x.map((row) => Math.sqrt(dot(row, row))),
    unit: (s) => s.x.map((row, i) => scale(row, 1 / s.length[i])),
    y: (s) => ({ unit: s.unit, length: s.length }),
  },
  backward: {
    along: (s) => s.unit.map((u, i) => scale(u, s.v.length[i])),
    across: (s) => s.v.unit.map((d, i) => scale(subtract(d, scale(s.unit[i], dot(s.unit[i], d))), 1 / s.length[i])),
    dx: (s) => add(s.along, s.across),
  },
  gradient: (s) => ({ x: s.dx }),
  bugs: [
    {
      id: 'not-projected',
      title: 'The direction kept along itself',
      kind: 'unknown-pattern',
      explanation: 'A longer row has the same direction; what points along it must be taken off.',
      wrong: { across: (s) => s.v.unit.map((d, i) => scale(d, 1 / s.length[i])) },
    },
    {
      id: 'length-unused',
      title: 'The cotangent of the length unused',
      kind: 'projected',
      explanation: 'The length is an output of its own, and nothing of it is sent back.',
      wrong: { dx: (s) => s.across },
    },
    {
      id: 'length-of-squares',
      title: 'The length without its root',
      kind: 'activation-derivative',
      explanation: 'The slope of the squared length is 2x, not x over the length.',
      wrong: { along: (s) => s.x.map((row, i) => scale(row, 2 * s.v.length[i])) },
    },
    {
      id: 'cotangent-projected-alone',
      title: 'The projection by element',
      kind: 'unknown-pattern',
      explanation: 'Each element was projected on its own: the diagonal of the projection alone.',
      wrong: {
        across: (s) =>
          s.v.unit.map((d, i) => scale(subtract(d, multiply(multiply(s.unit[i], s.unit[i]), d)), 1 / s.length[i])),
      },
    },
  ],
});
