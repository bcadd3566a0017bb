/** The four schemes and the two precisions of the figure as data, and the error that each leaves at a step. */
import { norm } from '@/checker/textbook/relative-error.ts';
import { type SweepPoint, stepSizeSweep } from '@/checker/textbook/step-size-sweep.ts';
import type { Loss, Point, Scheme } from '@/checker/types.ts';
import type { StepExample } from '@/examples/example.ts';
import { complexStepGradient, type Rounding, reals, toDouble, toSingle } from '@/examples/functions/arithmetic.ts';

export type SchemeId = Scheme | 'complex-step';
export type Precision = 'float64' | 'float32';

export interface SchemeTheory {
  readonly id: SchemeId;
  readonly label: string;
  /** Truncation: factor · |the derivative of f of order `derivative`| · h^order, to first order. */
  readonly order: number;
  readonly derivative: number;
  readonly factor: number;
  /** Round-off: at most this often ε|f|/h, where each value of f is rounded once. */
  readonly roundings: number;
}

/** Taylor's formula for each scheme; the sum of the absolute weights over the divisor for the round-off. */
export const SCHEME_LIST: readonly SchemeTheory[] = [
  { id: 'forward', label: 'forward', order: 1, derivative: 2, factor: 1 / 2, roundings: 2 },
  { id: 'central', label: 'central', order: 2, derivative: 3, factor: 1 / 6, roundings: 1 },
  { id: 'five-point', label: 'five-point', order: 4, derivative: 5, factor: 1 / 30, roundings: 3 / 2 },
  { id: 'complex-step', label: 'complex step', order: 2, derivative: 3, factor: 1 / 6, roundings: 0 },
];

export const theoryOf = (id: SchemeId): SchemeTheory => SCHEME_LIST.find((scheme) => scheme.id === id)!;

export interface PrecisionFacts {
  /** Half the distance from 1 to the next number: the largest relative error of one rounding. */
  readonly epsilon: number;
  readonly round: Rounding;
  /** Significant decimal digits that tell any two of its numbers apart. */
  readonly digits: number;
}

export const PRECISIONS: Readonly<Record<Precision, PrecisionFacts>> = {
  float64: { epsilon: 2 ** -53, round: toDouble, digits: 17 },
  float32: { epsilon: 2 ** -24, round: toSingle, digits: 9 },
};

/** What is differentiated, where, and the exact gradient at that very point. */
export interface Problem {
  readonly f: Loss;
  readonly x: Point;
  readonly values: readonly number[];
  readonly exact: readonly number[];
}

/**
 * In float32 x, x ± h and the result of every operation inside f are rounded to single precision; the difference and
 * the quotient are taken in double. The exact gradient is that at the rounded x.
 */
export function problemOf(example: StepExample, precision: Precision): Problem {
  if (precision === 'float64') {
    const exact = example.gradient(example.x);
    return { f: example.f as Loss, x: [...example.x], values: example.x, exact };
  }
  const x = Float32Array.from(example.x);
  const values = Array.from(x);
  const single = reals(toSingle);
  return {
    f: (point) => example.over(single, Array.from(point as Float32Array)),
    x,
    values,
    exact: example.gradient(values),
  };
}

/** Error of the numerical gradient at each step: the checker's sweep, and its like for the complex step. */
export function sweep(
  example: StepExample,
  scheme: SchemeId,
  precision: Precision,
  steps: readonly number[],
): SweepPoint[] {
  const { f, x, values, exact } = problemOf(example, precision);
  if (scheme !== 'complex-step') return stepSizeSweep<Point>(f, [...exact], x, { scheme, steps });
  const { round } = PRECISIONS[precision];
  return steps.map((step) => {
    const numeric = complexStepGradient(example.over, values, step, round);
    return { step, error: norm(Float64Array.from(numeric, (value, i) => value - exact[i])) };
  });
}
