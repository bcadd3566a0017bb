/** The numbers of the chapter “At scale”, computed while the site is built. */
import { checkDirections } from '@/checker/index.ts';
import { remembered } from '@/remembered/remembered.ts';

const N = 1e6;
const SECONDS_EACH = 0.01;
const SAMPLE = 100;
export const cost = {
  hours: (2 * N * SECONDS_EACH) / 3600,
  sample: SAMPLE,
  oneIn: N / SAMPLE,
};

export const missed = { after8: 2 ** -8, after20: 2 ** -20 };
export const bisection = { halvings: Math.ceil(Math.log2(N)) };

/** Two elements swapped: the errors are +d and -d, and a direction of ones adds them up. */
const [a, b] = [0.7, -1.3];
export const positive = { swap: b - a + (a - b) };

/** A million parameters, one of them wrong by half of its value. */
const WRONG = 271_828;
const x = Float64Array.from({ length: N }, (_, i) => Math.sin(i + 1));
const f = (point: Float64Array): number => {
  let sum = 0;
  for (let i = 0; i < point.length; i++) sum += 0.5 * point[i] * point[i] * (1 + (i % 7) / 7);
  return sum / point.length;
};
const gradient = (point: Float64Array): Float64Array => {
  const g = point.map((value, i) => (value * (1 + (i % 7) / 7)) / point.length);
  g[WRONG] *= 1.5;
  return g;
};
export const million = remembered('src/lessons/directions/numbers.ts', () => {
  const { wrong, evaluations } = checkDirections(f, gradient, x);
  return { n: N, found: wrong[0]?.index ?? -1, evaluations, share: (100 * evaluations) / (2 * N) };
});
