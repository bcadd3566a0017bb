/** Softmax at a temperature. Bridle, Probabilistic interpretation of feedforward network outputs, 1990. */
import { dot, type Matrix, mean, multiply, scale, shift, softmax } from '../programs/matrix.ts';
import { normalData } from '../random.ts';
import { defineLayer } from './layer.ts';

type Scope = Record<'x' | 'y' | 'v' | 'dx', Matrix>;

export default defineLayer<Scope>({
  id: 'softmax',
  title: 'Softmax',
  shows: 'Outputs that add up to 1: with v all ones every slope is 0, and nearly every mistake passes.',
  formula: String.raw`y_{ij} = e^{x_{ij}/\tau} \Big/ \sum_k e^{x_{ik}/\tau},\quad \tau = \tfrac12`,
  sizes: {},
  data: {},
  point: { x: normalData(229).matrix(3, 4, 0.6) },
  forward: { y: (s) => softmax(scale(s.x, 2)) },
  backward: { dx: (s) => s.y.map((p, i) => scale(multiply(p, shift(s.v[i], -dot(p, s.v[i]))), 2)) },
  gradient: (s) => ({ x: s.dx }),
  bugs: [
    {
      id: 'temperature',
      title: 'The temperature forgotten',
      kind: 'factor-two',
      explanation: 'x is divided by the temperature on the way forward; the slope must be as well.',
      wrong: { dx: (s) => s.y.map((p, i) => multiply(p, shift(s.v[i], -dot(p, s.v[i])))) },
    },
    {
      id: 'sign',
      title: 'The difference the other way round',
      kind: 'sign',
      explanation: 'The mean of v less v: every slope has the wrong sign.',
      wrong: { dx: (s) => s.y.map((p, i) => scale(multiply(p, shift(s.v[i], -dot(p, s.v[i]))), -2)) },
    },
    {
      id: 'plain-mean',
      title: 'A plain mean for the weighted one',
      kind: 'unknown-pattern',
      explanation: 'What is taken off v is its mean under the probabilities, not its mean.',
      wrong: { dx: (s) => s.y.map((p, i) => scale(multiply(p, shift(s.v[i], -mean(s.v[i]))), 2)) },
    },
    {
      id: 'diagonal',
      title: 'The diagonal alone',
      kind: 'unknown-pattern',
      explanation: 'p (1 - p) is the slope of each probability by its own logit; those by the others are missing.',
      wrong: { dx: (s) => s.y.map((p, i) => scale(multiply(s.v[i], multiply(p, shift(scale(p, -1), 1))), 2)) },
    },
  ],
});
