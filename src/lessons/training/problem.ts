/** What is trained: ridge regression on a dozen samples, its loss and gradient line by line, and three bugs. */
import {
  add,
  dot,
  type Matrix,
  matvec,
  scale,
  shift,
  subtract,
  sum,
  transpose,
  type Vector,
} from '@/examples/programs/matrix.ts';
import { defineProgram, gradientOf, lossOf } from '@/examples/programs/program.ts';
import { normalData } from '@/examples/random.ts';

export type Parameters = { readonly w: Vector; readonly b: number };

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

/** Where every run starts. The weights are random: at 0 a forgotten regulariser would not show. */
export const start: Parameters = { w: random.vector(FEATURES, 0.8), b: 0 };

type Scope = Parameters &
  Record<'X', Matrix> &
  Record<'y' | 'residual' | 'dw', Vector> &
  Record<'n' | 'lambda' | 'db', number>;

export type RunId = 'right' | 'mean' | 'term' | 'sign';

/** (‖X w + b − y‖² + λ‖w‖²) / 2n */
export const ridge = defineProgram<Scope, Parameters>({
  sizes: { n: SAMPLES },
  data: { X, y, n: SAMPLES, lambda: 1 },
  point: start,
  forward: { residual: (s) => subtract(shift(matvec(s.X, s.w), s.b), s.y) },
  loss: (s) => (dot(s.residual, s.residual) + s.lambda * dot(s.w, s.w)) / (2 * s.n),
  backward: {
    dw: (s) => add(matvec(transpose(s.X), s.residual), scale(s.w, s.lambda)),
    db: (s) => sum(s.residual),
  },
  gradient: (s) => ({ w: scale(s.dw, 1 / s.n), b: s.db / s.n }),
  bugs: [
    { id: 'mean', title: 'forgotten 1/n', kind: 'missing-mean', wrong: { gradient: (s) => ({ w: s.dw, b: s.db }) } },
    { id: 'term', title: 'dropped term', kind: 'missing-l2', wrong: { dw: (s) => matvec(transpose(s.X), s.residual) } },
    { id: 'sign', title: 'sign of the bias', kind: 'sign', wrong: { db: (s) => -sum(s.residual) } },
  ],
});

export const loss = lossOf(ridge);

/** The four runs, in the order in which they are shown: the right gradient, and one with each bug. */
export const RUNS = [
  { id: 'right' as RunId, label: 'right gradient', bugs: [], gradient: gradientOf(ridge) },
  ...ridge.bugs.map((bug) => ({
    id: bug.id as RunId,
    label: bug.title,
    bugs: [bug],
    gradient: gradientOf(ridge, bug),
  })),
];

export const flat = ({ w, b }: Parameters): Vector => [...w, b];
export const named = (values: Vector): Parameters => ({ w: values.slice(0, -1), b: values[values.length - 1] });
