/**
 * The four examples of the notebook "ch234 — Numerical Differentiation and Gradient Checking", with its points.
 * The order of operations is NumPy's, so that the figures are the notebook's to the last bit.
 */

import { defineExample, type Example } from '../example.ts';
import { sineExponential } from './sine-exponential.ts';

const POINT = [1.5, -2.3];

export const quadratic = defineExample({
  id: 'quadratic',
  title: 'A quadratic, right gradient',
  shows: 'A right gradient of a smooth function passes with a relative error far below the threshold.',
  formula: String.raw`f(w) = \sum_i w_i^2 + 2 w_0 w_1`,
  f: (x) => x.reduce((s, v) => s + v * v, 0) + 2 * x[0] * x[1],
  gradient: (x) => [2 * x[0] + 2 * x[1], 2 * x[1] + 2 * x[0]],
  x: POINT,
});

export const meanSquareForgotten = defineExample({
  id: 'mean-square-forgotten',
  title: 'A mean of squares, 1/n forgotten',
  shows:
    'A gradient without the 1/n of the mean is n times too large, and fails with a relative error of (n − 1)/(n + 1).',
  formula: String.raw`f(w) = \frac{1}{n} \sum_i w_i^2`,
  f: (x) => x.reduce((s, v) => s + v * v, 0) / x.length,
  gradient: (x) => x.map((v) => 2 * v),
  x: POINT,
  bug: 'The 1/n of the mean is missing: the gradient is 2 w / n, not 2 w.',
});

const meanSquareCorrected = defineExample({
  id: 'mean-square-corrected',
  title: 'A mean of squares, corrected',
  shows: 'With the 1/n in place the same check passes.',
  formula: meanSquareForgotten.formula,
  f: meanSquareForgotten.f,
  gradient: (x) => x.map((v) => (2 * v) / x.length),
  x: POINT,
});

export const notebookExamples: readonly Example[] = [
  quadratic,
  meanSquareForgotten,
  meanSquareCorrected,
  defineExample({
    ...sineExponential,
    gradient: (x) => [Math.cos(x[0]) * Math.exp(x[1]), Math.sin(x[0]) * Math.exp(x[1])],
  }),
];
