/**
 * One softmax too many or too few in the gradient. Too many: f takes probabilities, and the gradient is the one with respect to
 * the logits (p - y instead of -y/p). Too few: f contains the softmax, and the gradient is the one with respect to its output.
 * Nothing is fitted.
 */
import { inEach, type Pattern } from './cuts.ts';
import type { Evidence } from './evidence.ts';
import { barOf, explain } from './fit.ts';

type Numbers = readonly number[];

const sum = (values: Numbers): number => values.reduce((total, v) => total + v, 0);

/** Rows longer than this are not taken for classes. */
const MOST_CLASSES = 4096;

/** The sum of probabilities may differ from 1 by this. */
const SUMS_TO_ONE = 1e-6;

const softmax = (x: Numbers): Numbers => {
  const top = Math.max(...x);
  const powers = x.map((v) => Math.exp(v - top));
  const total = sum(powers);
  return powers.map((v) => v / total);
};

/** A row of x as probabilities; undefined where it cannot be one. */
const PROBABILITIES = {
  x: (x: Numbers) => (x.every((p) => p >= 0) && Math.abs(sum(x) - 1) <= SUMS_TO_ONE ? x : undefined),
  'exp x': (x: Numbers) => x.map(Math.exp),
  'softmax x': softmax,
};

/**
 * Slopes taken back through a softmax whose output is p, or through its logarithm. With `sign` -1 nothing cancels: so error
 * bars are taken back.
 */
const backward = (p: Numbers, slopes: Numbers, logarithm: boolean, sign: 1 | -1): Numbers => {
  const share = logarithm ? sum(slopes) : sum(slopes.map((slope, k) => p[k] * slope));
  return slopes.map((slope, k) => (logarithm ? slope - sign * p[k] * share : p[k] * (slope - sign * share)));
};

/** Whether the slopes of one gradient, taken back through a softmax, are those of the other. */
function through(probabilities: keyof typeof PROBABILITIES, logarithm: boolean, missing: boolean): Pattern {
  return {
    facts: { probabilities, through: logarithm ? 'log-softmax' : 'softmax', fault: missing ? 'missing' : 'folded' },
    holds(evidence, line) {
      if (line.length > MOST_CLASSES) return undefined;
      const p = PROBABILITIES[probabilities](line.map((i) => evidence.x[i]));
      if (!p) return undefined;
      const { numeric, analytic } = evidence;
      // if the softmax is missing, the analytic slopes taken back through it must be the numeric ones
      const seen: Evidence = missing ? { ...evidence, numeric: analytic, analytic: numeric } : evidence;
      const bars = line.map((i) => barOf(evidence, i));
      // where the loss does not move, slopes that are all one constant would fit too
      if (!line.some((i) => Math.abs(numeric[i]) > barOf(evidence, i))) return undefined;
      const made = backward(
        p,
        line.map((i) => seen.numeric[i]),
        logarithm,
        1,
      );
      const allowed = missing ? bars : backward(p, bars, logarithm, -1);
      const rank = new Map(line.map((i, k) => [i, k]));
      const fit = explain(
        seen,
        line,
        (i) => made[rank.get(i) as number],
        (i) => allowed[rank.get(i) as number],
      );
      return fit && { fit };
    },
  };
}

export const softmaxFolded = inEach('softmax-folded', [
  through('x', false, false),
  through('exp x', true, false),
  through('softmax x', true, false),
  through('softmax x', false, true),
  through('softmax x', true, true),
]);
