import type { DiagnoseOptions, Gradient } from '../../checker/types.ts';

/** The least example of a bug. Where there is a `right` gradient, the one beside it is wrong. */
// biome-ignore lint/suspicious/noExplicitAny: each example has a point of its own shape
export interface LeastExample<X = any> {
  readonly x: X;
  readonly f: (x: X) => number;
  readonly gradient?: (x: X) => unknown;
  /** In place of `gradient`: makes one that keeps something between calls. */
  readonly fresh?: () => (x: X) => unknown;
  readonly right?: (x: X) => X;
  readonly options?: DiagnoseOptions;
}

/** A least example as it is written down. The build keeps the text of its functions. */
export const defineLeast = <X>(example: LeastExample<X>): LeastExample<X> => example;

/** The gradient of an example, with fresh state where it has any. */
export const gradientOf = ({ gradient, fresh }: LeastExample) => (fresh?.() ?? gradient) as Gradient;

export interface BugEntry {
  /** One or two sentences: what it means. */
  readonly meaning: string;
  /** What the checker sees, in words. */
  readonly signature: string;
  /** The same in TeX: a for analytic, n for numeric, e for their difference. */
  readonly formula: string;
  readonly example?: LeastExample;
}

/** A point of several entries. */
export const MATRIX = [
  [0.3, -0.8, 0.5],
  [1.1, 0.2, -0.4],
  [-0.6, 0.9, 0.7],
];
