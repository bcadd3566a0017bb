/** What is checked: a loss of n parameters whose gradient is known, and the same gradient with some elements wrong. */
import { seededRandom } from '@/checker/random.ts';

/** n, the wrong elements, and by which share of its value each is too large. */
export interface Problem {
  readonly n: number;
  readonly wrong: readonly number[];
  readonly share: number;
}

const SEED = 20;
const SMALLEST = 0.5;
const LARGEST = 2;
/** Terms are added up block by block, as numerical libraries do: over a million terms a plain sum loses five more digits. */
const BLOCK = 1024;
/** The terms have seven weights in turn, so that neighbours differ. */
const WEIGHTS = 7;

const weightOf = (i: number): number => 1 + (i % WEIGHTS) / WEIGHTS;

/** The point: numbers of size 0.5 to 2 of either sign, the same on every machine. */
export function pointOf(n: number): Float64Array {
  const random = seededRandom(SEED);
  return Float64Array.from({ length: n }, () => {
    const size = SMALLEST + (LARGEST - SMALLEST) * random();
    return random() < 0.5 ? -size : size;
  });
}

/** The mean of wᵢ (√(1 + xᵢ²) − 1), a smooth cousin of the absolute error (Charbonnier's). */
export function loss(x: Float64Array): number {
  let total = 0;
  for (let start = 0; start < x.length; start += BLOCK) {
    const end = Math.min(start + BLOCK, x.length);
    let sum = 0;
    for (let i = start; i < end; i++) sum += weightOf(i) * (Math.sqrt(1 + x[i] * x[i]) - 1);
    total += sum;
  }
  return total / x.length;
}

/** Its gradient, with the planted elements too large. */
export function gradientOf({ wrong, share }: Pick<Problem, 'wrong' | 'share'>): (x: Float64Array) => Float64Array {
  return (x) => {
    const gradient = new Float64Array(x.length);
    for (let i = 0; i < x.length; i++) gradient[i] = (weightOf(i) * x[i]) / Math.sqrt(1 + x[i] * x[i]) / x.length;
    for (const i of wrong) gradient[i] *= 1 + share;
    return gradient;
  };
}
