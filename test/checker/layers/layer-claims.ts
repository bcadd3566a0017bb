/** Layers of three numbers, smooth and otherwise, with right and wrong vjps, and what a check makes of each. */
import type { FindingKind, Verdict } from '@/checker/types.ts';

type Vector = number[];

interface Told {
  readonly verdict: Verdict;
  /** The verdict on each element of x, by its first letter. */
  readonly elements: string;
  readonly kinds: readonly FindingKind[];
  /** The calls of F, and of the vjp; half of them more at most. */
  readonly calls: readonly [number, number];
}

export interface LayerClaim {
  readonly F: (x: Vector) => Vector;
  readonly vjp: (x: Vector, v: Vector) => Vector;
  /** Where each output is compared, and where only mixtures of them are. */
  readonly each: Told;
  readonly mixed: Told;
  /** The wrong entries of the Jacobian, which are named where each output is compared. */
  readonly wrong: readonly string[];
}

export const X = [0.4, -1.1, 0.7];

/** The vjp of a Jacobian. */
const of = (rows: (x: Vector) => readonly Vector[]) => (x: Vector, v: Vector) =>
  x.map((_, i) => rows(x).reduce((sum, row, k) => sum + v[k] * row[i], 0));
const smooth = ([a, b, c]: Vector) => [a * b, Math.exp(c), Math.sin(a) + b * c];
const rows = ([a, b, c]: Vector) => [
  [b, a, 0],
  [0, 0, Math.exp(c)],
  [Math.cos(a), c, b],
];
const right = of(rows);
/** The vjp with one entry of the Jacobian changed. */
const off = (row: number, column: number, change: (slope: number) => number) =>
  of((x) => rows(x).map((line, r) => line.map((v, c) => (r === row && c === column ? change(v) : v))));
const output = (k: number, change: (y: number, x: Vector) => number) => (x: Vector) =>
  smooth(x).map((y, i) => (i === k ? change(y, x) : y));

export const LAYERS: Record<string, LayerClaim> = {
  'a right vjp': {
    F: smooth,
    vjp: right,
    each: { verdict: 'pass', elements: 'ppp', kinds: [], calls: [49, 14] },
    mixed: { verdict: 'pass', elements: 'ppp', kinds: [], calls: [49, 11] },
    wrong: [],
  },
  'one wrong entry': {
    F: smooth,
    vjp: off(2, 1, (v) => v + 0.5),
    each: { verdict: 'fail', elements: 'pfp', kinds: ['single-element'], calls: [49, 20] },
    mixed: { verdict: 'fail', elements: 'pfp', kinds: ['unknown-pattern'], calls: [55, 22] },
    wrong: ['y[2] / x[1]'],
  },
  'an entry off by a millionth': {
    F: smooth,
    vjp: off(0, 0, (v) => v * (1 + 1e-6)),
    each: { verdict: 'fail', elements: 'fpp', kinds: ['single-element'], calls: [69, 20] },
    mixed: { verdict: 'fail', elements: 'fpp', kinds: ['single-element'], calls: [95, 20] },
    wrong: ['y[0] / x[0]'],
  },
  'an entry off by a hundred-millionth': {
    F: smooth,
    vjp: off(0, 0, (v) => v * (1 + 1e-8)),
    each: { verdict: 'pass', elements: 'ppp', kinds: [], calls: [49, 14] },
    mixed: { verdict: 'pass', elements: 'ppp', kinds: [], calls: [49, 11] },
    wrong: [],
  },
  'an entry that is 0, and is claimed not to be': {
    F: smooth,
    vjp: off(1, 0, () => 1e-3),
    each: { verdict: 'fail', elements: 'fpp', kinds: ['single-element'], calls: [53, 20] },
    mixed: { verdict: 'fail', elements: 'fpp', kinds: ['single-element'], calls: [59, 22] },
    wrong: ['y[1] / x[0]'],
  },
  'a factor of two': {
    F: smooth,
    vjp: (x, v) => right(x, v).map((s) => 2 * s),
    each: { verdict: 'fail', elements: 'fff', kinds: ['factor-two'], calls: [49, 24] },
    mixed: { verdict: 'fail', elements: 'fff', kinds: ['factor-two'], calls: [61, 27] },
    wrong: ['y[0] / x[0]', 'y[0] / x[1]', 'y[1] / x[2]', 'y[2] / x[0]', 'y[2] / x[1]', 'y[2] / x[2]'],
  },
  'a kink of one output at x': {
    F: output(1, (y, x) => y + Math.abs(x[2] - X[2])),
    vjp: right,
    each: { verdict: 'inconclusive', elements: 'ppi', kinds: ['kink-at-x'], calls: [58, 14] },
    mixed: { verdict: 'inconclusive', elements: 'ppi', kinds: ['kink-at-x'], calls: [58, 11] },
    wrong: [],
  },
  'a slope outside those of the kink': {
    F: output(1, (y, x) => y + Math.abs(x[2] - X[2])),
    vjp: off(1, 2, (v) => v + 3),
    each: { verdict: 'fail', elements: 'ppf', kinds: ['single-element'], calls: [58, 20] },
    mixed: { verdict: 'fail', elements: 'ppf', kinds: ['unknown-pattern'], calls: [69, 22] },
    wrong: ['y[1] / x[2]'],
  },
  'a jump of one output at x': {
    F: output(1, (y, x) => y + (x[2] > X[2] ? 1 : 0)),
    vjp: right,
    each: { verdict: 'inconclusive', elements: 'ppi', kinds: ['jump'], calls: [80, 14] },
    mixed: { verdict: 'inconclusive', elements: 'ppi', kinds: ['jump'], calls: [80, 11] },
    wrong: [],
  },
  'an output that is not finite': {
    F: output(1, () => Number.NaN),
    vjp: right,
    each: { verdict: 'inconclusive', elements: 'ppp', kinds: ['not-finite'], calls: [49, 13] },
    mixed: { verdict: 'inconclusive', elements: 'ppp', kinds: ['not-finite'], calls: [49, 11] },
    wrong: [],
  },
  'an output that is always the same': {
    F: output(1, () => 3),
    vjp: off(1, 2, () => 0),
    each: { verdict: 'pass', elements: 'ppp', kinds: [], calls: [97, 14] },
    mixed: { verdict: 'pass', elements: 'ppp', kinds: [], calls: [51, 11] },
    wrong: [],
  },
  'an output that is 0 but for rounding': {
    F: output(1, (_, x) => (x[0] + x[1] + x[2] + 1) / 3 - (x[0] + x[1] + x[2]) / 3 - 1 / 3),
    vjp: off(1, 2, () => 0),
    each: { verdict: 'pass', elements: 'ppp', kinds: [], calls: [186, 14] },
    mixed: { verdict: 'pass', elements: 'ppp', kinds: [], calls: [49, 11] },
    wrong: [],
  },
  'an output a million times smaller': {
    F: output(1, (y) => 1e-6 * y),
    vjp: off(1, 2, (v) => 1e-6 * v),
    each: { verdict: 'pass', elements: 'ppp', kinds: [], calls: [49, 14] },
    mixed: { verdict: 'pass', elements: 'ppp', kinds: [], calls: [49, 11] },
    wrong: [],
  },
  'an output a million times smaller, and wrong': {
    F: output(1, (y) => 1e-6 * y),
    vjp: off(1, 2, (v) => 1.1e-6 * v),
    each: { verdict: 'fail', elements: 'ppf', kinds: ['single-element'], calls: [49, 20] },
    mixed: { verdict: 'fail', elements: 'ppf', kinds: ['unknown-pattern'], calls: [55, 22] },
    wrong: ['y[1] / x[2]'],
  },
  'outputs in float32': {
    F: (x) => smooth(x).map(Math.fround),
    vjp: right,
    each: { verdict: 'pass', elements: 'ppp', kinds: [], calls: [148, 14] },
    mixed: { verdict: 'pass', elements: 'ppp', kinds: [], calls: [102, 11] },
    wrong: [],
  },
  'outputs in float32, one entry wrong': {
    F: (x) => smooth(x).map(Math.fround),
    vjp: off(2, 1, (v) => v + 0.5),
    each: { verdict: 'fail', elements: 'pfp', kinds: ['single-element'], calls: [186, 20] },
    mixed: { verdict: 'fail', elements: 'pfp', kinds: ['unknown-pattern'], calls: [190, 19] },
    wrong: ['y[2] / x[1]'],
  },
  'a vjp that ignores v': {
    F: smooth,
    vjp: (x) => right(x, [1, 1, 1]),
    each: { verdict: 'fail', elements: 'fff', kinds: ['ignores-cotangent'], calls: [65, 24] },
    mixed: { verdict: 'fail', elements: 'fff', kinds: ['ignores-cotangent'], calls: [71, 29] },
    wrong: [
      'y[0] / x[0]',
      'y[0] / x[1]',
      'y[0] / x[2]',
      'y[1] / x[0]',
      'y[1] / x[1]',
      'y[1] / x[2]',
      'y[2] / x[0]',
      'y[2] / x[1]',
      'y[2] / x[2]',
    ],
  },
  'a vjp that adds a term': {
    F: smooth,
    vjp: (x, v) => right(x, v).map((s, i) => (i === 0 ? s + 0.1 : s)),
    each: { verdict: 'fail', elements: 'fff', kinds: ['not-linear'], calls: [53, 24] },
    mixed: { verdict: 'fail', elements: 'fff', kinds: ['not-linear'], calls: [59, 22] },
    wrong: ['y[0] / x[0]', 'y[1] / x[0]', 'y[2] / x[0]'],
  },
  'a vjp that leaves an output out': {
    F: smooth,
    vjp: (x, [u, , w]) => right(x, [u, 0, w]),
    each: { verdict: 'fail', elements: 'ppf', kinds: ['single-element'], calls: [49, 20] },
    mixed: { verdict: 'fail', elements: 'ppf', kinds: ['unknown-pattern'], calls: [55, 22] },
    wrong: ['y[1] / x[2]'],
  },
  'a vjp that is not finite in one element': {
    F: smooth,
    vjp: (x, v) => right(x, v).map((s, i) => (i === 1 ? Number.NaN : s)),
    each: { verdict: 'fail', elements: 'pfp', kinds: ['not-finite'], calls: [91, 14] },
    mixed: { verdict: 'fail', elements: 'pfp', kinds: ['not-finite'], calls: [85, 11] },
    wrong: ['y[0] / x[1]', 'y[1] / x[1]', 'y[2] / x[1]'],
  },
  'rows exchanged': {
    F: smooth,
    vjp: (x, [u, v, w]) => right(x, [w, v, u]),
    each: { verdict: 'fail', elements: 'fff', kinds: ['swapped'], calls: [55, 22] },
    mixed: { verdict: 'fail', elements: 'fff', kinds: ['unknown-pattern'], calls: [61, 29] },
    wrong: ['y[0] / x[0]', 'y[0] / x[1]', 'y[0] / x[2]', 'y[2] / x[0]', 'y[2] / x[1]', 'y[2] / x[2]'],
  },
};
