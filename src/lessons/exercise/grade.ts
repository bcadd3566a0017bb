/** Grades what a reader typed, with the checker. Loaded on first use: it reads formulas. */
import { diagnoseGradient } from '@/checker/elements/diagnose-gradient.ts';
import { seededRandom } from '@/checker/random.ts';
import { type SweepOptions, stepSizeSweep } from '@/checker/textbook/step-size-sweep.ts';
import type { GradientExercise, StepExercise } from '@/examples/exercises/exercise.ts';
import { type Formula, readFormula } from '@/expression/formula.ts';
import { readGradient } from '@/expression/typed-gradient.ts';

/** What disproves an answer: a point, an element, and the two values there. */
export interface Disproof {
  readonly point: readonly { readonly name: string; readonly value: number }[];
  readonly element: string;
  readonly analytic: number;
  readonly numeric: number;
}

export type Grade =
  | { readonly right: true }
  | { readonly right: false; readonly message: string; readonly disproof?: Disproof }
  /** Neither: nothing could be told of the answer. */
  | { readonly right: undefined; readonly message: string };

const POINTS = 6;
/** Digits of a hidden point, so that it can be shown and typed in again. */
const DIGITS = 3;

function formulaOf(text: string, lengths: Readonly<Record<string, number>> = {}): Formula {
  const read = readFormula(text, lengths);
  if (!read.ok) throw new Error(`The exercise's own formula cannot be read: ${read.error.message}`);
  return read.formula;
}

/**
 * Checks a typed gradient at points that the reader does not see.
 *
 * @param seed another seed, other points
 * @example
 * gradeGradient(exercise, '2*x; 1', 7); // { right: false, message: …, disproof: { element: 'y', … } }
 */
export function gradeGradient(
  { formula: text, lengths, range: [from, to] }: Pick<GradientExercise, 'formula' | 'lengths' | 'range'>,
  answer: string,
  seed: number,
): Grade {
  const formula = formulaOf(text, lengths);
  const typed = readGradient(answer, formula);
  if (!typed.ok) return { right: false, message: `This cannot be read: ${typed.error.message}.` };
  const { gradient } = typed;
  if (!gradient) return { right: false, message: 'Nothing was typed yet.' };
  const random = seededRandom(seed);
  const { elements } = formula;
  let passed = false;
  for (let i = 0; i < POINTS; i++) {
    const x = elements.map(() => Number((from + (to - from) * random()).toFixed(DIGITS)));
    const report = diagnoseGradient(
      (w: number[]) => formula.lossOf(w),
      (w) => gradient.evaluateAt(w),
      x,
    );
    const worst = report.elements[report.ranking[0]];
    if (worst) {
      const point = elements.map(({ name }, j) => ({ name, value: x[j] }));
      const { analytic, numeric } = worst;
      const element = elements[worst.index].name;
      return { right: false, message: '', disproof: { point, element, analytic, numeric } };
    }
    passed ||= report.verdict === 'pass';
  }
  return passed ? { right: true } : UNTOLD;
}

const UNTOLD: Grade = {
  right: undefined,
  message: 'Your gradient was neither confirmed nor disproved at any point. Check again: other points are drawn then.',
};

/** A step may be this much worse than the bottom of the error curve. */
const GENEROUS = 10;
/** Five steps a decade, from 1e-14 to 10. */
const GRID = Array.from({ length: 76 }, (_, i) => 10 ** (i / 5 - 14));

/** Compares a step with the bottom of the error curve. A lucky minimum does not count: a step's neighbours do as well. */
export function gradeStep(
  { formula: text, at, scheme }: Pick<StepExercise, 'formula' | 'at' | 'scheme'>,
  step: number,
): Grade {
  if (!(step > 0 && step < Number.POSITIVE_INFINITY)) return { right: false, message: 'A step is a positive number.' };
  const formula = formulaOf(text);
  const errors = (steps: readonly number[]): number[] => {
    const options: SweepOptions = { scheme, steps };
    const exact = formula.flatten(formula.gradient(at));
    return stepSizeSweep((w: number[]) => formula.lossOf(w), exact, formula.flatten(at), options).map(
      ({ error }) => error,
    );
  };
  const grid = errors(GRID);
  const valley = grid.slice(1, -1).map((error, i) => Math.max(grid[i], error, grid[i + 2]));
  const best = Math.min(...valley.filter(Number.isFinite));
  const reached = Math.max(...errors([step * 0.9, step, step * 1.1]));
  if (reached <= GENEROUS * best) return { right: true };
  const times = Number((reached / best).toPrecision(2));
  if (!Number.isFinite(times)) {
    return {
      right: false,
      message: 'With this step there is no number: f is not defined, or not finite, that far away.',
    };
  }
  return { right: false, message: `The error at this step is about ${times} times that at the bottom of the curve.` };
}
