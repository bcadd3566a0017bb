/** The check along random directions as plain data: for the page at build time, and from the worker in the page. */
import { checkDirections } from '@/checker/directions/check-directions.ts';
import type { WrongElement } from '@/checker/directions/types.ts';
import type { Verdict } from '@/checker/types.ts';
import { gradientOf, loss, type Problem, pointOf } from './problem.ts';

/** One comparison of the two gradients along a direction over a part of x. */
export interface Step {
  readonly part: 'whole' | 'group' | 'search';
  readonly start: number;
  readonly size: number;
  readonly analytic: number;
  readonly numeric: number;
  readonly tolerance: number;
  readonly agrees: boolean;
  /** Calls of f so far. */
  readonly evaluations: number;
}

export type Named = Omit<WrongElement, 'tolerance'>;

export interface Found {
  readonly problem: Problem;
  readonly steps: readonly Step[];
  readonly verdict: Verdict;
  readonly named: readonly Named[];
  /** Elements in parts that hold an error, but could not be searched within the budget. */
  readonly unsearched: number;
  readonly evaluations: number;
  /** Directions over the whole of x that agreed in a row. */
  readonly agreed: number;
  readonly missProbability: number;
  /** The smallest error of one element that would have been seen, as a share of a typical one. */
  readonly detectable: number;
}

/** Enough for five wrong elements among a million. */
const BUDGET = 1000;

/** Runs the check; `f` may be a loss that counts or measures, and `onStep` hears of each comparison. */
export function search(problem: Problem, onStep: (step: Step) => void = () => {}, f = loss): Found {
  const steps: Step[] = [];
  const report = checkDirections(f, gradientOf(problem), pointOf(problem.n), {
    maxEvaluations: BUDGET,
    onStep: ({ part, start, size, analytic, numeric, tolerance, agrees, evaluations }) => {
      const step = { part, start, size, analytic, numeric, tolerance, agrees, evaluations };
      steps.push(step);
      onStep(step);
    },
  });
  return {
    problem,
    steps,
    verdict: report.verdict,
    named: report.wrong.map(({ index, name, analytic, numeric }) => ({ index, name, analytic, numeric })),
    unsearched: report.suspects.reduce((total, { size }) => total + size, 0),
    evaluations: report.evaluations,
    agreed: report.agreed,
    missProbability: report.missProbability,
    detectable: report.detectable.element,
  };
}
