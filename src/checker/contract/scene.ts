import type { Evaluator } from '../point/evaluator.ts';
import type { Layout } from '../point/layout.ts';

/** A point under check, with the means to evaluate f around it. */
export interface Scene<X> {
  readonly x: X;
  readonly layout: Layout;
  /** The elements of x in flat order, and for each the length by which steps are scaled. */
  readonly values: Float64Array;
  readonly scales: Float64Array;
  /** The same without an element's own size: what is typical of its group. */
  readonly reaches: Float64Array;
  readonly evaluator: Evaluator;
  /** Relative error that is let pass, where the caller has named one. */
  readonly relativeFloor: number | undefined;
  /** Uniform in [0, 1), seeded. */
  readonly random: () => number;
}
