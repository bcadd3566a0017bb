/** A column, a row and a number added up by broadcasting. Harris and others, Array programming with NumPy, 2020. */
import { columnSums, type Matrix, mean, scale, sum, type Vector } from '../programs/matrix.ts';
import { normalData } from '../random.ts';
import { defineLayer } from './layer.ts';

type Scope = Record<'column' | 'row' | 'dcolumn' | 'drow', Vector> &
  Record<'y' | 'v', Matrix> &
  Record<'number' | 'dnumber', number>;

const data = normalData(263);

export default defineLayer<Scope>({
  id: 'broadcast-add',
  title: 'Broadcasting add',
  shows: 'What is stretched on the way forward is summed on the way back, along the same axis.',
  formula: 'y_{ij} = a_i + b_j + s',
  sizes: {},
  data: {},
  point: { column: data.vector(4), row: data.vector(3), number: 0.7 },
  forward: { y: (s) => s.column.map((a) => s.row.map((b) => a + b + s.number)) },
  backward: {
    dcolumn: (s) => s.v.map(sum),
    drow: (s) => columnSums(s.v),
    dnumber: (s) => sum(s.v.flat()),
  },
  gradient: (s) => ({ column: s.dcolumn, row: s.drow, number: s.dnumber }),
  bugs: [
    {
      id: 'row-not-summed',
      title: 'The row not summed',
      kind: 'broadcast-not-summed',
      explanation: 'The row was stretched over four rows of the output; back comes one row, their sum.',
      wrong: { drow: (s) => s.v },
    },
    {
      id: 'number-averaged',
      title: 'The number averaged',
      kind: 'missing-mean',
      explanation: 'It is added to every output, so its slope is the sum of all of v.',
      wrong: { dnumber: (s) => mean(s.v.flat()) },
    },
    {
      id: 'first-row',
      title: 'The first row alone',
      kind: 'broadcast-not-summed',
      explanation: 'The row was taken from the top of v in place of the sum down its columns.',
      wrong: { drow: (s) => s.v[0] },
    },
    {
      id: 'sum-spread',
      title: 'The whole sum, spread evenly',
      kind: 'unknown-pattern',
      explanation: 'Each element is given its share of the total: right as long as all of v are equal.',
      wrong: { dcolumn: (s) => s.column.map(() => sum(s.v.flat()) / 4) },
    },
    {
      id: 'count',
      title: 'How often each is used',
      kind: 'ignores-cotangent',
      explanation: 'The slopes are the sizes that were stretched over, whatever comes from above.',
      wrong: { drow: (s) => scale(s.row, 0).map((zero) => zero + 4) },
    },
  ],
});
