/** What is checked on each tab: a loss of one parameter, its right gradient, and the point. All of them mislead the textbook check. */
import type { Rounding } from '@/examples/functions/arithmetic.ts';
import { normalData } from '@/examples/random.ts';
import { PRECISIONS } from '../differences/precisions.ts';
import { pieceOf } from './pieces.ts';
import type { State, Tab } from './state.ts';

export interface KinkSubject {
  /** A fresh loss: where it draws random numbers, it starts from the same seed each time. */
  readonly loss: () => (x: number) => number;
  /** The right gradient. */
  readonly gradient: (x: number) => number;
  readonly x: number;
  /** How the function is written. */
  readonly formula: string;
  /** A place of trouble that a step may reach, and what it is called. */
  readonly trouble?: { readonly at: number; readonly name: string };
  /** Slopes to show, in units of the function. */
  readonly slopes: readonly [number, number];
}

const NOISE_SEED = 7;
const INPUTS = [0.8, -1.1, 0.5, 1.4, -0.6, 0.9];
const TARGETS = [0.5, -0.4, 0.1, 1.2, -0.7, 0.3];

/** Squared error of a line through the origin whose inputs pass a Gaussian dropout: Srivastava et al. (2014), section 10. */
function droppedOut(amplitude: number): (x: number) => number {
  const { vector } = normalData(NOISE_SEED);
  return (x) =>
    vector(INPUTS.length).reduce(
      (total, draw, i) => total + (INPUTS[i] * (1 + amplitude * draw) * x - TARGETS[i]) ** 2,
      0,
    ) / INPUTS.length;
}

const droppedOutGradient = (x: number): number =>
  INPUTS.reduce((total, a, i) => total + 2 * a * (a * x - TARGETS[i]), 0) / INPUTS.length;

/** Inputs and targets of the examples that are summed up in single precision. */
const EXAMPLES: readonly (readonly [input: number, target: number])[] = [
  [1.3, 1.9],
  [-0.4, 0.8],
  [0.9, -0.6],
  [2.1, 1.1],
  [-1.2, -1.5],
  [0.3, 1.2],
  [1.6, 0.2],
  [-0.8, 0.7],
  [0.7, -0.9],
  [1.1, 1.6],
  [-0.5, -1.1],
  [0.6, 1.4],
];

/** Squared error of all examples, every operation rounded. Only + and ×: the same to the last bit in every browser. */
const squaredError =
  (round: Rounding) =>
  (x: number): number =>
    EXAMPLES.reduce((total, [a, t]) => {
      const residual = round(round(round(a) * round(x)) - round(t));
      return round(total + round(residual * residual));
    }, 0);

const squaredErrorGradient = (x: number): number => EXAMPLES.reduce((total, [a, t]) => total + 2 * a * (a * x - t), 0);

const EDGES = {
  root: { formula: '√x', f: Math.sqrt, gradient: (x: number) => 0.5 / Math.sqrt(x) },
  logarithm: { formula: 'ln x', f: Math.log, gradient: (x: number) => 1 / x },
} as const;

const hyperbolaSlope = (x: number): number => x / Math.sqrt(1 + x * x);

const SMOOTH_POINT = 0.7;
/** Near the minimum, where the slope is small beside f: there single precision shows its steps at the notebook's h. */
const FLAT_POINT = 0.61;
/** How far from the true slope the picture reaches, as a share of it. */
const WIDE = 2;

const around = (slope: number): readonly [number, number] => {
  const reach = WIDE * Math.abs(slope);
  return [slope - reach, slope + reach];
};

/** The distance with its sign, 0 on the kink itself. */
export const signedDistance = ({ distance, side }: Pick<State, 'distance' | 'side'>): number =>
  side === 'at' ? 0 : side === 'left' ? -distance : distance;

export const SUBJECTS: Readonly<Record<Tab, (state: State) => KinkSubject>> = {
  kink: (state) => {
    const { f, gradient, at, label, slopes } = pieceOf(state.piece);
    return {
      loss: () => f,
      gradient,
      x: at + signedDistance(state),
      formula: label,
      trouble: { at, name: state.piece === 'jump' ? 'jump' : state.piece === 'huber' ? 'seam' : 'kink' },
      slopes,
    };
  },
  noise: ({ noise }) => ({
    loss: () => droppedOut(noise),
    gradient: droppedOutGradient,
    x: SMOOTH_POINT,
    formula: 'squared error with dropout',
    slopes: around(droppedOutGradient(SMOOTH_POINT)),
  }),
  float32: ({ precision }) => ({
    loss: () => squaredError(PRECISIONS[precision].round),
    gradient: squaredErrorGradient,
    x: FLAT_POINT,
    formula: 'squared error of 12 examples',
    slopes: around(squaredErrorGradient(FLAT_POINT)),
  }),
  domain: ({ edge, gap }) => {
    const { f, gradient, formula } = EDGES[edge];
    return {
      loss: () => f,
      gradient,
      x: gap,
      formula,
      trouble: { at: 0, name: 'edge' },
      slopes: around(gradient(gap)),
    };
  },
  offset: ({ offset }) => ({
    loss: () => (x) => offset + Math.sqrt(1 + x * x),
    gradient: hyperbolaSlope,
    x: SMOOTH_POINT,
    formula: 'offset + √(1 + x²)',
    slopes: around(hyperbolaSlope(SMOOTH_POINT)),
  }),
};
