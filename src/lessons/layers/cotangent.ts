/** One layer, one bug, and the Jacobian as it is written and as it is measured: what a v sees of the difference. */
import { numericalGradient } from '@/checker/textbook/numerical-gradient.ts';
import type { Point, PointRecord } from '@/checker/types.ts';
import { type Layer, randomCotangent } from '@/examples/layers/layer.ts';
import softmax from '@/examples/layers/softmax.ts';
import timeStep from '@/examples/layers/time-step.ts';
import { numbersOf } from '@/examples/programs/planted.ts';
import { choiceField, optionField } from '@/input/fields.ts';
import type { StateOf } from '@/input/url-state.ts';

interface Subject {
  readonly label: string;
  readonly layer: Layer;
  readonly bug: string;
  /** Small enough for its Jacobian to be shown whole. */
  readonly point: PointRecord;
  /** The input whose columns are shown. */
  readonly input: string;
}

const row = { x: [[0.4, -0.7, 0.9, 0.2]] };
const ring = { u: [0.8, -0.3, 1.1, 0.4], speed: 1.3, spread: 0.4 };

const SUBJECTS = {
  temperature: { label: 'softmax, temperature forgotten', layer: softmax, bug: 'temperature', point: row, input: 'x' },
  mean: { label: 'softmax, plain mean', layer: softmax, bug: 'plain-mean', point: row, input: 'x' },
  adjoint: { label: 'time step, not reversed', layer: timeStep, bug: 'not-reversed', point: ring, input: 'u' },
} satisfies Record<string, Subject>;

type SubjectName = keyof typeof SUBJECTS;
const NAMES = Object.keys(SUBJECTS) as SubjectName[];

export const SUBJECT_OPTIONS = NAMES.map((value) => ({ value, label: SUBJECTS[value].label }));

export const COTANGENTS = [
  { value: 'ones', label: 'all ones' },
  { value: 'random', label: 'random' },
  { value: 'another', label: 'another' },
] as const;

type Cotangent = (typeof COTANGENTS)[number]['value'];

const SEEDS: Readonly<Record<Exclude<Cotangent, 'ones'>, number>> = { random: 1, another: 2 };

export const fields = {
  bug: choiceField<SubjectName>('temperature', NAMES),
  v: optionField<Cotangent>(COTANGENTS),
};

/** Differences below this are rounding: the numbers here are of order 1. */
const SAME = 1e-6;

export interface CotangentModel {
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  readonly v: readonly number[];
  /** A row for each output, a column for each input. */
  readonly written: readonly (readonly number[])[];
  readonly measured: readonly (readonly number[])[];
  /** vᵀJ of both. */
  readonly sums: { readonly written: readonly number[]; readonly measured: readonly number[] };
  /** Which of the sums differ: all that a check with this v can see. */
  readonly seen: readonly boolean[];
  /** Entries of the Jacobian that are wrong. */
  readonly wrong: number;
}

/** A point of one's own structure, with the one number at `index` set to 1 and all others to 0. */
function unit(y: Point, index: number): Point {
  let next = 0;
  const walk = (value: Point): Point =>
    typeof value === 'number' ? Number(next++ === index) : ((value as Point[]).map(walk) as Point);
  return walk(y);
}

const toTenths = (value: number): number => Math.round(10 * value) / 10;

export const differs = (a: number, b: number): boolean => !(Math.abs(a - b) <= SAME);

export function cotangentModel({ bug, v: choice }: StateOf<typeof fields>): CotangentModel {
  const { layer, bug: id, point, input }: Subject = SUBJECTS[bug];
  const made = layer.bugs.find((each) => each.id === `${layer.id}/${id}`)!.make();
  const y = layer.F(point);
  const outputs = numbersOf(y).map((_, i) => `y${sub(i)}`);
  const written = outputs.map((_, i) => numbersOf(made(point, unit(y, i))[input]));
  const measured = outputs.map((_, i) =>
    numbersOf(numericalGradient((at: Point) => numbersOf(layer.F({ ...point, [input]: at }))[i], point[input])),
  );
  const v = choice === 'ones' ? outputs.map(() => 1) : numbersOf(randomCotangent(y, SEEDS[choice])).map(toTenths);
  const sum = (J: readonly (readonly number[])[]) => J[0].map((_, j) => v.reduce((all, w, i) => all + w * J[i][j], 0));
  const sums = { written: sum(written), measured: sum(measured) };
  return {
    inputs: written[0].map((_, j) => `${input}${sub(j)}`),
    outputs,
    v,
    written,
    measured,
    sums,
    seen: sums.written.map((value, j) => differs(value, sums.measured[j])),
    wrong: written.flatMap((values, i) => values.filter((value, j) => differs(value, measured[i][j]))).length,
  };
}

const sub = (index: number): string => '₀₁₂₃₄₅₆₇₈₉'[index];
