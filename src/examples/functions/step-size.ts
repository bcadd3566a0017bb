/** Functions for which the step 1e-5 is a good choice, a poor one and a ruinous one: each moves the best step elsewhere. */

import type { StepExample } from '../example.ts';
import { total } from './arithmetic.ts';
import { sineExponential } from './sine-exponential.ts';
import { stepExample } from './step-example.ts';

export const largeOffset = stepExample({
  id: 'large-offset',
  title: 'A large constant added',
  shows: 'The constant vanishes from the gradient but not from the round-off, so the best step is far larger.',
  formula: String.raw`f(x) = 10^8 + \sum_i \sin x_i`,
  over: (a, x) => a.add(a.constant(1e8), total(a, x.map(a.sin))),
  x: [0.3, -1.1, 2.2],
});

export const largeArgument = stepExample({
  id: 'large-argument',
  title: 'x in the millions',
  shows: 'Where x is in the millions the step must grow with x: a fixed small one leaves few digits in the difference.',
  formula: String.raw`f(x) = \sum_i \ln x_i`,
  over: (a, x) => total(a, x.map(a.log)),
  steps: [1e-8, 1e5],
  x: [2.5e6, 7.7e6],
});

export const smallArgument = stepExample({
  id: 'small-argument',
  title: 'x near the edge of the domain',
  shows: 'A step larger than x leaves the domain of the square root, and the difference is not a number.',
  formula: String.raw`f(x) = \sum_i \sqrt{x_i}`,
  over: (a, x) => total(a, x.map(a.sqrt)),
  x: [4e-6, 0.3],
});

export const fastWave = stepExample({
  id: 'fast-wave',
  title: 'A fast wave',
  shows:
    'Where f bends on a scale of 1/1000 the relative truncation error is a million times larger, and the best step smaller.',
  formula: String.raw`f(x) = \sin(1000\, x_0) + x_1^2`,
  over: (a, x) => a.add(a.sin(a.multiply(a.constant(1000), x[0])), a.multiply(x[1], x[1])),
  x: [0.7312, -1.4],
});

export const parabola = stepExample({
  id: 'parabola',
  title: 'A parabola',
  shows: 'Of a quadratic the central difference has no truncation error at all: the larger the step, the better.',
  formula: 'f(x) = x_0^2 + 3 x_0 x_1',
  over: (a, x) => a.add(a.multiply(x[0], x[0]), a.multiply(a.multiply(a.constant(3), x[0]), x[1])),
  x: [1.5, -2.3],
});

export const stepSizeExamples: readonly StepExample[] = [
  sineExponential,
  largeOffset,
  largeArgument,
  smallArgument,
  fastWave,
  parabola,
];
