/** Functions for which the step 1e-5 is a good choice, a poor one and a ruinous one: each moves the best step elsewhere. */

import type { StepExample } from '../example.ts';
import { total } from './arithmetic.ts';
import { sin } from './correct-rounding.ts';
import { sineExponential } from './notebook.ts';

const OFFSET = 1e8;
const FREQUENCY = 1000;

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

export const largeOffset: StepExample = {
  id: 'large-offset',
  title: 'A large constant added',
  shows: 'The constant vanishes from the gradient but not from the round-off, so the best step is far larger.',
  formula: String.raw`f(x) = 10^8 + \sum_i \sin x_i`,
  f: (x) => OFFSET + sum(x.map(sin)),
  gradient: (x) => x.map(Math.cos),
  third: (x) => x.map((v) => -Math.cos(v)),
  over: (a, x) => a.add(a.constant(OFFSET), total(a, x.map(a.sin))),
  x: [0.3, -1.1, 2.2],
  code: { f: '1e8 + x.reduce((s, v) => s + Math.sin(v), 0)', gradient: 'x.map(Math.cos)' },
};

export const largeArgument: StepExample = {
  id: 'large-argument',
  title: 'x near a million',
  shows: 'Where x is in the millions the step must grow with x: a fixed small one leaves few digits in the difference.',
  formula: String.raw`f(x) = \sum_i \ln x_i`,
  f: (x) => sum(x.map(Math.log)),
  gradient: (x) => x.map((v) => 1 / v),
  third: (x) => x.map((v) => 2 / v ** 3),
  over: (a, x) => total(a, x.map(a.log)),
  steps: [1e-8, 1e5],
  x: [2.5e6, 7.7e6],
  code: { f: 'x.reduce((s, v) => s + Math.log(v), 0)', gradient: 'x.map((v) => 1 / v)' },
};

export const smallArgument: StepExample = {
  id: 'small-argument',
  title: 'x near the edge of the domain',
  shows: 'A step larger than x leaves the domain of the square root, and the difference is not a number.',
  formula: String.raw`f(x) = \sum_i \sqrt{x_i}`,
  f: (x) => sum(x.map(Math.sqrt)),
  gradient: (x) => x.map((v) => 0.5 / Math.sqrt(v)),
  third: (x) => x.map((v) => 0.375 * v ** -2.5),
  over: (a, x) => total(a, x.map(a.sqrt)),
  x: [4e-6, 0.3],
  code: { f: 'x.reduce((s, v) => s + Math.sqrt(v), 0)', gradient: 'x.map((v) => 0.5 / Math.sqrt(v))' },
};

export const fastWave: StepExample = {
  id: 'fast-wave',
  title: 'A fast wave',
  shows:
    'Where f bends on a scale of 1/1000 the relative truncation error is a million times larger, and the best step smaller.',
  formula: String.raw`f(x) = \sin(1000\, x_0) + x_1^2`,
  f: (x) => sin(FREQUENCY * x[0]) + x[1] * x[1],
  gradient: (x) => [FREQUENCY * Math.cos(FREQUENCY * x[0]), 2 * x[1]],
  third: (x) => [-(FREQUENCY ** 3) * Math.cos(FREQUENCY * x[0]), 0],
  over: (a, x) => a.add(a.sin(a.multiply(a.constant(FREQUENCY), x[0])), a.multiply(x[1], x[1])),
  x: [0.7312, -1.4],
  code: { f: 'Math.sin(1000 * x[0]) + x[1] * x[1]', gradient: '[1000 * Math.cos(1000 * x[0]), 2 * x[1]]' },
};

export const parabola: StepExample = {
  id: 'parabola',
  title: 'A parabola',
  shows: 'Of a quadratic the central difference has no truncation error at all: the larger the step, the better.',
  formula: 'f(x) = x_0^2 + 3 x_0 x_1',
  f: (x) => x[0] * x[0] + 3 * x[0] * x[1],
  gradient: (x) => [2 * x[0] + 3 * x[1], 3 * x[0]],
  third: () => [0, 0],
  over: (a, x) => a.add(a.multiply(x[0], x[0]), a.multiply(a.multiply(a.constant(3), x[0]), x[1])),
  x: [1.5, -2.3],
  code: { f: 'x[0] * x[0] + 3 * x[0] * x[1]', gradient: '[2 * x[0] + 3 * x[1], 3 * x[0]]' },
};

export const stepSizeExamples: readonly StepExample[] = [
  sineExponential,
  largeOffset,
  largeArgument,
  smallArgument,
  fastWave,
  parabola,
];
