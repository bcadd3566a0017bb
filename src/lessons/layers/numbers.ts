/** The numbers of the chapter “A layer on its own”, computed while the site is built. */
import { diagnoseGradient, diagnoseVjp, titleOf } from '@/checker/index.ts';
import { layerBugs, layers } from '@/examples/layers/index.ts';
import { type Layer, randomCotangent, type Vjp } from '@/examples/layers/layer.ts';
import linear from '@/examples/layers/linear.ts';
import lstm from '@/examples/layers/lstm.ts';
import { elementsOf, mapPoint } from '@/examples/programs/planted.ts';
import { cotangentModel, SUBJECT_OPTIONS } from './cotangent.ts';
import { checkEnds } from './ends.ts';
import { fields } from './zoo.ts';

/** The zoo, and how many of its bugs are right under v = ones. */
export const zoo = {
  layers: layers.length,
  bugs: layerBugs.length,
  unseen: layerBugs.filter((bug) => bug.unseenBySum()).length,
};

/** What the figure of both ends opens with. */
export const first = checkEnds(fields.bug.initial);

/** What a check of vᵀJ sees of each wrong Jacobian: how many of its sums are off. */
export const views = SUBJECT_OPTIONS.map(({ value: bug, label }) => {
  const [ones, random] = (['ones', 'random'] as const).map((v) => cotangentModel({ bug, v }));
  const seen = (model: typeof ones) => model.seen.filter(Boolean).length;
  return { label, sums: ones.inputs.length, wrong: ones.wrong, ones: seen(ones), random: seen(random) };
});

const planted = ({ bugs }: Layer, id: string): Vjp => bugs.find((bug) => bug.id === id)!.make();

/** The linear layer, with v squared and its sign kept. */
const twice: Vjp = (x, v) =>
  linear.vjp(
    x,
    mapPoint(v, (value) => value * Math.abs(value)),
  );

/** The linear layer, whose bias gradient is never cleared: each call adds to it. */
function uncleared(): Vjp {
  const db = [0, 0, 0];
  return (x, v) => {
    const gradient = linear.vjp(x, v);
    for (const [i, slope] of (gradient['b'] as number[]).entries()) db[i] += slope;
    return { ...gradient, b: [...db] };
  };
}

const BROKEN: readonly (readonly [slip: string, layer: Layer, vjp: Vjp])[] = [
  ['v never looked at', linear, planted(linear, 'linear/sum-of-outputs')],
  ['v used twice', linear, twice],
  ['bias not summed', linear, planted(linear, 'linear/bias-not-summed')],
  ['cell left out', lstm, planted(lstm, 'lstm/cell-forgotten')],
  ['buffer not cleared', linear, uncleared()],
];

/** For each promise of a backward pass, a bug that breaks it, and the title of the check's finding. */
export const promises = BROKEN.map(([slip, { F, point, sizes, title }, vjp]) => {
  const { findings } = diagnoseVjp(F, vjp, point, { sizes });
  return { slip, layer: title, named: titleOf(findings[0].kind) };
});

const y = linear.F(linear.point) as number[][];
const v = randomCotangent(y, 1) as number[][];

/** The linear layer with all its outputs, and the same layer under one v, as a loss. */
export const cost = {
  inputs: elementsOf(linear.point).length,
  outputs: y.flat().length,
  layer: diagnoseVjp(linear.F, linear.vjp, linear.point).evaluations,
  loss: diagnoseGradient(
    (x) => (linear.F(x) as number[][]).flat().reduce((sum, value, i) => sum + value * v.flat()[i], 0),
    (x) => linear.vjp(x, v),
    linear.point,
  ).evaluations,
};

interface Format {
  readonly name: string;
  /** Half the distance from 1 to the next number. */
  readonly epsilon: number;
  /** The step of the central difference at which truncation and rounding are equal, for an f of order 1. */
  readonly step: number;
  /** Digits of a slope that are right at that step. */
  readonly digits: number;
}

/** h³ = 3ε where f and its third derivative are of the same size; the error there is ε/h + h²/6. */
function formatOf(name: string, bits: number): Format {
  const epsilon = 2 ** -bits;
  const step = Math.cbrt(3 * epsilon);
  return { name, epsilon, step, digits: -Math.log10(epsilon / step + step ** 2 / 6) };
}

/** By the bits of the significand, the hidden one included. */
export const formats: readonly Format[] = [
  formatOf('float64', 53),
  formatOf('float32', 24),
  formatOf('TF32', 11),
  formatOf('float16', 11),
  formatOf('bfloat16', 8),
];
