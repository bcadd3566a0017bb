import { stepExample } from './step-example.ts';

/** The notebook's function for the choice of the step. */
export const sineExponential = stepExample({
  id: 'sine-exponential',
  title: 'sin times exp',
  shows: 'The error of the central difference falls as h shrinks until round-off takes over, and then grows again.',
  formula: String.raw`f(x) = \sin(x_0)\, e^{x_1}`,
  over: (a, x) => a.multiply(a.sin(x[0]), a.exp(x[1])),
  x: [1.2, 0.5],
});
