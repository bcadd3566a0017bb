/** What is trained: ridge regression on a dozen samples, its loss, its gradient line by line, and three bugs in that. */

import {
  add,
  type Matrix,
  matvec,
  scale,
  shift,
  subtract,
  sum,
  transpose,
  type Vector,
} from '@/examples/programs/matrix.ts';
import { normalData } from '@/examples/random.ts';

export interface Parameters {
  readonly w: Vector;
  readonly b: number;
}

const SAMPLES = 12;
const FEATURES = 4;
const SEED = 37;
/** The first feature has a mean far from 0 and little spread: its weight can stand in for the bias. */
const FIRST_MEAN = 1.2;
const FIRST_SPREAD = 0.5;
const INTERCEPT = 0.3;

/** Two decimals: a reader can copy them. */
const round = (value: number): number => Math.round(value * 100) / 100;

const random = normalData(SEED);
const X: Matrix = random
  .matrix(SAMPLES, FEATURES)
  .map(([first, ...rest]) => [first * FIRST_SPREAD + FIRST_MEAN, ...rest].map(round));
const truth = random.vector(FEATURES);
const noise = random.vector(SAMPLES, 0.5);
const y: Vector = matvec(X, truth).map((value, i) => round(value + INTERCEPT + noise[i]));

export const data = { X, y, n: SAMPLES, lambda: 1 };

/** Where every run starts. The weights are random: at 0 a forgotten regulariser would not show. */
export const start: Parameters = { w: random.vector(FEATURES, 0.8), b: 0 };

const residualOf = ({ w, b }: Parameters): Vector => subtract(shift(matvec(data.X, w), b), data.y);

/** (‖X w + b − y‖² + λ‖w‖²) / 2n */
export function loss(parameters: Parameters): number {
  const squares = (vector: Vector) => sum(vector.map((value) => value * value));
  return (squares(residualOf(parameters)) + data.lambda * squares(parameters.w)) / (2 * data.n);
}

/** What the lines of the gradient see. */
interface Scope {
  readonly w: Vector;
  readonly residual: Vector;
  readonly dw: Vector;
  readonly db: number;
}

/** A line of the gradient: its text, and what runs. */
export interface Line<T> {
  readonly text: string;
  readonly run: (scope: Scope) => T;
}

interface Lines {
  readonly dw: Line<Vector>;
  readonly db: Line<number>;
  readonly result: Line<Parameters>;
}

const { n, lambda } = data;

export const right: Lines = {
  dw: {
    text: 'add(matvec(transpose(X), residual), scale(w, lambda))',
    run: ({ w, residual }) => add(matvec(transpose(X), residual), scale(w, lambda)),
  },
  db: { text: 'sum(residual)', run: ({ residual }) => sum(residual) },
  result: { text: '{ w: scale(dw, 1 / n), b: db / n }', run: ({ dw, db }) => ({ w: scale(dw, 1 / n), b: db / n }) },
};

export type RunId = 'right' | 'mean' | 'term' | 'sign';

export interface RunDefinition {
  readonly id: RunId;
  readonly label: string;
  readonly wrong: Partial<Lines>;
}

/** The four runs, in the order in which they are shown. */
export const RUNS: readonly RunDefinition[] = [
  { id: 'right', label: 'right gradient', wrong: {} },
  {
    id: 'mean',
    label: 'forgotten 1/n',
    wrong: { result: { text: '{ w: dw, b: db }', run: ({ dw, db }) => ({ w: dw, b: db }) } },
  },
  {
    id: 'term',
    label: 'dropped term',
    wrong: { dw: { text: 'matvec(transpose(X), residual)', run: ({ residual }) => matvec(transpose(X), residual) } },
  },
  {
    id: 'sign',
    label: 'sign of the bias',
    wrong: { db: { text: '-sum(residual)', run: ({ residual }) => -sum(residual) } },
  },
];

/** The gradient of a run. */
export function gradientOf({ wrong }: RunDefinition): (parameters: Parameters) => Parameters {
  const { dw, db, result } = { ...right, ...wrong };
  return (parameters) => {
    const seen = { w: parameters.w, residual: residualOf(parameters), dw: [] as Vector, db: 0 };
    return result.run({ ...seen, dw: dw.run(seen), db: db.run(seen) });
  };
}

export const flat = ({ w, b }: Parameters): Vector => [...w, b];
export const named = (values: Vector): Parameters => ({ w: values.slice(0, -1), b: values[values.length - 1] });
