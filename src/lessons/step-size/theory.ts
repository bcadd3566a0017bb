/** What theory says of the error of a scheme: a truncation that falls with h, a round-off that grows, and where they meet. */
import { type DifferenceScheme, SCHEMES } from '@/checker/textbook/schemes.ts';
import type { StepExample } from '@/examples/example.ts';
import { pureDerivatives } from '@/examples/functions/arithmetic.ts';
import { PRECISIONS, type Precision } from '../differences/precisions.ts';
import type { SchemeId } from '../differences/schemes.ts';
import { problemOf } from './problem.ts';

/** The leading terms of a scheme's error. */
interface SchemeTheory {
  /** Truncation: factor · |the derivative of f of order `order + 1`| · h^order. */
  readonly order: number;
  readonly factor: number;
  /** Round-off: at most this often ε|f|/h, where each value of f is rounded once. */
  readonly roundings: number;
}

const factorial = (n: number): number => (n === 0 ? 1 : n * factorial(n - 1));

/** By Taylor's formula: the first power of h that the weights leave over, and the sum of their absolute values. */
function fromWeights({ order, offsets, weights, divisor }: DifferenceScheme): SchemeTheory {
  const sum = (of: (weight: number, k: number) => number) => Math.abs(weights.map(of).reduce((a, b) => a + b));
  return {
    order,
    factor: sum((weight, k) => weight * offsets[k] ** (order + 1)) / (factorial(order + 1) * divisor),
    roundings: sum(Math.abs) / divisor,
  };
}

/** The complex step subtracts nothing; its truncation error equals the one of the central difference. */
const theoryOf = (id: SchemeId): SchemeTheory =>
  id === 'complex-step' ? { ...fromWeights(SCHEMES.central), roundings: 0 } : fromWeights(SCHEMES[id]);

/** Both are norms over the elements, as the measured error is. */
export interface Theory {
  readonly order: number;
  /** Truncation error at step h: this times h^order. */
  readonly truncation: number;
  /** Round-off at step h: this over h, where only the value of f is rounded. */
  readonly roundOff: number;
  /** The rounding of x ± h moves f this many times as much as the rounding of f; the formula leaves it out. */
  readonly roundingOfX: number;
  /** The step at which the sum of the two is smallest; undefined where one of them is missing. */
  readonly predicted: number | undefined;
}

/**
 * The minimum of C h^p + R/h is at h = (R / (p C))^(1/(p+1)); for the central difference, with C = |f‴|/6 and
 * R = ε|f|, that is (3ε|f|/|f‴|)^(1/3). Nocedal and Wright, Numerical Optimization, section 8.1.
 */
export function theory(example: StepExample, scheme: SchemeId, precision: Precision): Theory {
  const { order, factor, roundings } = theoryOf(scheme);
  const { values, exact } = problemOf(example, precision);
  const truncation = factor * Math.hypot(...pureDerivatives(example.over, values, order + 1));
  const value = Math.abs(example.f(values));
  const roundOff = roundings * PRECISIONS[precision].epsilon * value * Math.sqrt(values.length);
  const predicted = truncation > 0 && roundOff > 0 ? (roundOff / (order * truncation)) ** (1 / (order + 1)) : undefined;
  const moved = Math.hypot(...exact.map((slope, i) => slope * values[i])) / Math.sqrt(values.length);
  return { order, truncation, roundOff, predicted, roundingOfX: roundings * (moved / value) };
}

export const truncationAt = ({ truncation, order }: Theory, step: number): number => truncation * step ** order;
export const roundOffAt = ({ roundOff }: Theory, step: number): number => roundOff / step;
