/** Functions, smooth and otherwise, with right and wrong gradients, and what a check makes of each. */
import type { FindingKind, Verdict } from '@/checker/types.ts';
import { roundTo } from './slope/around.ts';

/** A function of two numbers at (1.1, -0.7), what is claimed as its gradient, and what a check makes of that. */
export interface Claim {
  readonly f: (x: readonly number[]) => number;
  readonly gradient: (x: readonly number[]) => number[];
  readonly verdict: Verdict;
  readonly findings: readonly FindingKind[];
  /** The evaluations that it takes, half of them more at most, and the longest error bar of an element that has a slope. */
  readonly evaluations: number;
  readonly bar: number;
}
const sine = ([a, b]: readonly number[]) => Math.sin(a) * Math.exp(b) + a * b;
const slopes = ([a, b]: readonly number[]) => [Math.cos(a) * Math.exp(b) + b, Math.sin(a) * Math.exp(b) + a];
const times = (by: number) => (x: readonly number[]) => slopes(x).map((v) => by * v);
const first = (change: (slope: number) => number) => (x: readonly number[]) => [change(slopes(x)[0]), slopes(x)[1]];
const onGrid = (grid: number) => (x: readonly number[]) => Math.round(sine(x) / grid) * grid;
const ramp = ([a, b]: readonly number[]) => Math.max(0, a - 1.3) + b * b;
const saddle = ([a, b]: readonly number[]) => (a - 1.1) ** 3 + (b + 0.7) ** 2;
const longSum = (x: readonly number[]) => {
  let total = 0;
  for (let k = 0; k < 1000; k++) total += sine(x) / 1000 + 0.1;
  return total;
};

export const CLAIMS: Record<string, Claim> = {
  'a right gradient': { f: sine, gradient: slopes, verdict: 'pass', findings: [], evaluations: 41, bar: 3e-13 },
  'a wrong one': {
    f: sine,
    gradient: first((v) => 1.5 * v),
    verdict: 'fail',
    findings: ['single-element'],
    evaluations: 41,
    bar: 3e-13,
  },
  'an error of a millionth': {
    f: sine,
    gradient: times(1 + 1e-6),
    verdict: 'fail',
    findings: ['unknown-pattern'],
    evaluations: 81,
    bar: 3e-13,
  },
  'an error of a hundred-millionth': {
    f: sine,
    gradient: times(1 + 1e-8),
    verdict: 'pass',
    findings: [],
    evaluations: 41,
    bar: 3e-13,
  },
  'a wrong one of steep waves': {
    f: ([a, b]) => Math.sin(300 * a) + b ** 3,
    gradient: ([, b]) => [290, 3 * b * b],
    verdict: 'fail',
    findings: ['single-element'],
    evaluations: 53,
    bar: 6e-7,
  },
  'a kink at x': {
    f: (x) => sine(x) + Math.abs(x[0] - 1.1),
    gradient: slopes,
    verdict: 'inconclusive',
    findings: ['kink-at-x'],
    evaluations: 51,
    bar: 1.5e-6,
  },
  'a slope outside those of a kink': {
    f: (x) => sine(x) + Math.abs(x[0] - 1.1),
    gradient: first((v) => v + 2),
    verdict: 'fail',
    findings: ['single-element'],
    evaluations: 51,
    bar: 1.5e-6,
  },
  'a kink beside x': {
    f: (x) => sine(x) + 0.1 * Math.abs(x[0] - 1.1001),
    gradient: first((v) => v - 0.1),
    verdict: 'pass',
    findings: [],
    evaluations: 45,
    bar: 6e-11,
  },
  'a weak kink beside x, and a wrong gradient': {
    f: (x) => sine(x) + 1e-3 * Math.abs(x[0] - 1.10001),
    gradient: slopes,
    verdict: 'fail',
    findings: ['single-element', 'kink-nearby'],
    evaluations: 98,
    bar: 1.5e-10,
  },
  'a jump at x': {
    f: (x) => sine(x) + (x[0] > 1.1 ? 0.5 : 0),
    gradient: slopes,
    verdict: 'inconclusive',
    findings: ['jump'],
    evaluations: 76,
    bar: 7e13,
  },
  'a jump beside x': {
    f: (x) => sine(x) + (x[0] > 1.1003 ? 0.5 : 0),
    gradient: slopes,
    verdict: 'pass',
    findings: [],
    evaluations: 47,
    bar: 5e-11,
  },
  'the edge of a domain': {
    f: ([a, b]) => (a < 1.1 ? Number.NaN : (a - 1.1) ** 1.5 + a + b * b),
    gradient: ([a, b]) => [a < 1.1 ? Number.NaN : 1, 2 * b],
    verdict: 'pass',
    findings: ['domain-edge'],
    evaluations: 94,
    bar: 3e-5,
  },
  'the edge of a domain beside x': {
    f: ([a, b]) => Math.sqrt(a - 1.099) + b,
    gradient: ([a]) => [0.5 / Math.sqrt(a - 1.099), 1],
    verdict: 'pass',
    findings: ['domain-edge'],
    evaluations: 57,
    bar: 1e-10,
  },
  'a pole beside x': {
    f: ([a, b]) => 1 / (a - 1.099) + b,
    gradient: ([a]) => [-1 / (a - 1.099) ** 2, 1],
    verdict: 'pass',
    findings: [],
    evaluations: 57,
    bar: 0.004,
  },
  'a flat stretch': {
    f: ramp,
    gradient: ([, b]) => [0, 2 * b],
    verdict: 'pass',
    findings: [],
    evaluations: 53,
    bar: 1.2e-13,
  },
  'a slope claimed of a flat stretch': {
    f: ramp,
    gradient: ([, b]) => [1, 2 * b],
    verdict: 'fail',
    findings: ['single-element'],
    evaluations: 68,
    bar: 1.2e-13,
  },
  'a saddle': {
    f: saddle,
    gradient: ([a, b]) => [3 * (a - 1.1) ** 2, 2 * (b + 0.7)],
    verdict: 'pass',
    findings: [],
    evaluations: 119,
    bar: 2e-17,
  },
  'a slope claimed of a saddle': {
    f: saddle,
    gradient: ([, b]) => [1e-3, 2 * (b + 0.7)],
    verdict: 'fail',
    findings: ['single-element'],
    evaluations: 131,
    bar: 2e-17,
  },
  stairs: {
    f: onGrid(2 ** -20),
    gradient: slopes,
    verdict: 'pass',
    findings: ['float32'],
    evaluations: 53,
    bar: 1.5e-5,
  },
  'stairs, and a wrong gradient': {
    f: onGrid(2 ** -20),
    gradient: times(1.2),
    verdict: 'fail',
    findings: ['unknown-pattern', 'float32'],
    evaluations: 57,
    bar: 1.5e-5,
  },
  'the result of a solver': {
    f: onGrid(2 ** -14),
    gradient: slopes,
    verdict: 'inconclusive',
    findings: ['truncation', 'float32'],
    evaluations: 104,
    bar: 0.006,
  },
  'the result of a solver, and a wrong gradient': {
    f: onGrid(2 ** -14),
    gradient: times(1.3),
    verdict: 'fail',
    findings: ['unknown-pattern', 'float32'],
    evaluations: 108,
    bar: 0.006,
  },
  'wide treads': {
    f: ([a, b]) => Math.floor(256 * a) / 256 + b * b,
    gradient: ([, b]) => [1, 2 * b],
    verdict: 'inconclusive',
    findings: ['jump'],
    evaluations: 133,
    bar: 4e-13,
  },
  float32: {
    f: (x) => Math.fround(sine(x)),
    gradient: (x) => slopes(x).map(Math.fround),
    verdict: 'pass',
    findings: ['float32'],
    evaluations: 45,
    bar: 1.3e-6,
  },
  'float32, and a wrong gradient': {
    f: (x) => Math.fround(sine(x)),
    gradient: times(1.2),
    verdict: 'fail',
    findings: ['unknown-pattern', 'float32'],
    evaluations: 49,
    bar: 1.3e-6,
  },
  'float32 arguments': {
    f: (x) => sine(x.map(Math.fround)),
    gradient: slopes,
    verdict: 'pass',
    findings: [],
    evaluations: 74,
    bar: 3e-6,
  },
  'arguments of eight bits': {
    f: (x) => sine(x.map((v) => roundTo(8, v))),
    gradient: slopes,
    verdict: 'inconclusive',
    findings: ['jump'],
    evaluations: 188,
    bar: 1,
  },
  'values of eight bits': {
    f: (x) => roundTo(8, sine(x)),
    gradient: slopes,
    verdict: 'inconclusive',
    findings: ['round-off', 'half-precision'],
    evaluations: 51,
    bar: 0.03,
  },
  'a sum that cancels': {
    f: (x) => sine(x) + 2 ** 20 - 2 ** 20,
    gradient: slopes,
    verdict: 'pass',
    findings: [],
    evaluations: 62,
    bar: 1e-8,
  },
  'a thousand terms that round': {
    f: longSum,
    gradient: slopes,
    verdict: 'pass',
    findings: [],
    evaluations: 58,
    bar: 3e-9,
  },
  'a ripple, whose slope is not that of the rest': {
    f: (x) => sine(x) + 1e-7 * Math.sin(1e5 * x[0]),
    gradient: first((v) => 1.3 * v),
    verdict: 'fail',
    findings: ['single-element', 'kink-nearby'],
    evaluations: 100,
    bar: 5e-8,
  },
  'nothing at all': {
    f: () => 1,
    gradient: () => [0, 0],
    verdict: 'pass',
    findings: ['constant-loss'],
    evaluations: 85,
    bar: 2e-16,
  },
};
export const X = [1.1, -0.7];
