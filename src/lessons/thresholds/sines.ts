/** A sum of sines under both checks: the relative error of a single element, and a gradient that is slightly too large. */
import { diagnoseGradient } from '@/checker/elements/diagnose-gradient.ts';
import { gradientCheck } from '@/checker/textbook/gradient-check.ts';
import { relativeError } from '@/checker/textbook/relative-error.ts';
import { cos, sin } from '@/examples/functions/correct-rounding.ts';

const f = (x: readonly number[]): number => x.reduce((sum, value) => sum + sin(value), 0);
const gradient = (x: readonly number[]): number[] => x.map(cos);

/** Ever closer to π/2, where the cosine is 0. */
const TOWARDS_ZERO = [0.5, 1.5, 1.57, 1.570796];

/** Each element of the right gradient, as the textbook check has it: value, error of the numeric one, relative error. */
export function elementsTowardsZero() {
  const { analytic, numeric } = gradientCheck(f, gradient, TOWARDS_ZERO);
  return analytic.map((slope, i) => ({
    slope,
    error: Math.abs(numeric[i] - slope),
    relativeError: relativeError([slope], [numeric[i]]),
  }));
}

/** A gradient with every element too large by `excess`, under the textbook check and under the production check. */
export function slightlyWrong(excess: number) {
  const x = [0.3, -1.1, 2.2];
  const wrong = (at: readonly number[]) => gradient(at).map((slope) => (1 + excess) * slope);
  const textbook = gradientCheck(f, wrong, x);
  const production = diagnoseGradient(f, wrong, x);
  return {
    textbook,
    production,
    /** The largest error bar there is, relative to its element. */
    bar: Math.max(...production.elements.map(({ errorBar, numeric }) => errorBar / Math.abs(numeric))),
    /** The smallest error that would have been noticed, as the report on the right gradient says. */
    noticed: diagnoseGradient(f, gradient, x).detectable.worst,
  };
}
