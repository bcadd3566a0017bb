/** The numbers of the page “Checks in CI”: what layers cost to check, and which shapes show which slip. */
import { diagnoseVjp, formatLayerReport } from '@/checker/index.ts';
import type { Point, PointRecord } from '@/checker/types.ts';
import { layers } from '@/examples/layers/index.ts';
import type { Vjp } from '@/examples/layers/layer.ts';
import linear from '@/examples/layers/linear.ts';
import { mapPoint } from '@/examples/programs/planted.ts';
import { normalData } from '@/examples/random.ts';

function sizeOf(values: Point): number {
  let count = 0;
  mapPoint(values, (value) => {
    count++;
    return value;
  });
  return count;
}

/** Every layer of the zoo, and how often a check calls each of its passes. */
export const costs = layers.map(({ title, F, vjp, point, sizes }) => {
  let backward = 0;
  const counted: Vjp = (x, v) => {
    backward++;
    return vjp(x, v);
  };
  const { evaluations } = diagnoseVjp(F, counted, point, { sizes });
  return {
    title,
    inputs: sizeOf(point),
    outputs: sizeOf(F(point)),
    evaluations,
    backward,
  };
});

/** All of them together, and the seconds that this takes where a call takes a millisecond. */
const calls = costs.reduce((sum, { evaluations, backward }) => sum + evaluations + backward, 0);
export const total = { layers: costs.length, calls, seconds: calls / 1000 };

const column = (v: Point): number[] => v as unknown as number[];
const rows = (v: Point): number[][] => v as number[][];
const averaged = (v: number[][]): number[] => v[0].map((_, k) => v.reduce((sum, row) => sum + row[k], 0) / v.length);

const SLIPS: readonly (readonly [slip: string, bias: (v: number[][]) => number[]])[] = [
  ['the first sample’s alone', ([first]) => column(first)],
  ['averaged over the batch', averaged],
];

/** The linear layer with another gradient of its bias. */
const withBias =
  (bias: (v: number[][]) => number[]): Vjp =>
  (x, v) => ({ ...linear.vjp(x, v), b: bias(rows(v)) });

const pointFor = (batch: number, inputs: number, outputs: number): PointRecord => {
  const data = normalData(batch);
  return { x: data.matrix(batch, inputs), W: data.matrix(outputs, inputs), b: data.vector(outputs) };
};

const BATCHES = [1, 2, 3];
const [INPUTS, OUTPUTS] = [3, 2];

/** Two slips in the gradient of a bias, and what the check says for batches of one, two and three. */
export const shapes = {
  batches: BATCHES,
  rows: SLIPS.map(([slip, bias]) => ({
    slip,
    verdicts: BATCHES.map((batch) => diagnoseVjp(linear.F, withBias(bias), pointFor(batch, INPUTS, OUTPUTS)).verdict),
  })),
};

/** What is printed of the first slip in the smallest shape that shows it. */
export const smallest = formatLayerReport(diagnoseVjp(linear.F, withBias(SLIPS[0][1]), pointFor(2, 1, 1)))
  .trimEnd()
  .split('\n');
