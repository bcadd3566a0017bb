/**
 * The types of the checks of functions with many outputs: what goes in (a layer, its vector-Jacobian product, a Jacobian) and
 * what a report is made of.
 */
import type { DiagnoseOptions, Element, Finding, GradientOf, Group, Point, Verdict } from '../types.ts';

/** The function under test. It receives the structure of x and returns its outputs y, in any structure that x may have. */
export type Layer<X = Point, Y = Point> = (x: X) => Y;

/**
 * A hand-written vector-Jacobian product: it receives the structure of x and a cotangent v in the structure of y, and returns
 * the gradient of ⟨v, F(x)⟩ with respect to x, in the structure of x. The backward pass of a layer is one.
 */
export type Vjp<X = Point, Y = Point> = (x: X, v: Y) => GradientOf<X>;

/** A hand-written Jacobian–vector product: J u in the structure of y, for u in the structure of x. */
export type Jvp<X = Point, Y = Point> = (x: X, u: X) => Y;

/**
 * A hand-written Jacobian: a row for each output and a column for each element of x, both flat in C order over the groups.
 * Typed arrays will do for the rows.
 */
export type Jacobian<X = Point> = (x: X) => readonly (readonly number[] | Float64Array | Float32Array)[];

/** Options of {@link diagnoseVjp}. */
export interface LayerOptions extends Omit<DiagnoseOptions, 'maxEvaluations'> {
  /** Evaluations of F allowed in all; default 36 n + 288. The check never goes beyond. */
  readonly maxEvaluations?: number;
  /**
   * Compare every entry of the Jacobian, however many outputs there are: one more call of the vjp for each output. By default
   * that is done for few outputs; of many, fixed random mixtures are compared, and outputs are taken apart where one is wrong.
   */
  readonly full?: boolean;
}

/** Options of {@link diagnoseJacobian}. */
export interface JacobianOptions extends LayerOptions {
  /** The Jacobian ought to be symmetric, as a Hessian is. Entries that differ from their mirror image are a finding. */
  readonly symmetric?: boolean;
}

/** One entry of the Jacobian: the slope of one output along one element of x, in units of that output over that element. */
export interface Entry {
  /** Both ends: `y.h[0][2] / W[1][3]`, or `y[2] / x[0]` where y and x have no names. */
  readonly name: string;
  /** Flat index of the output, and of the element of x. */
  readonly output: number;
  readonly index: number;
  /** The group of y, and of x, that they belong to. */
  readonly outputGroup: string;
  readonly group: string;
  readonly analytic: number;
  readonly numeric: number;
  /** Estimated standard error bar of `numeric`. */
  readonly errorBar: number;
  /** A difference |analytic - numeric| above this cannot be explained by numerical error. */
  readonly tolerance: number;
  /** |analytic - numeric| / max(|analytic|, |numeric|); 0 where both are 0. */
  readonly relativeError: number;
  readonly verdict: Verdict;
}

/** The report of {@link diagnoseVjp} and {@link diagnoseJacobian}: plain data, in English by `formatLayerReport`. */
export interface LayerReport {
  readonly verdict: Verdict;
  /** What was checked. */
  readonly derivative: 'vjp' | 'Jacobian';
  /** Most telling first: bugs, then doubts, then notes. `where` is a place in x; `evidence.output` names an output alone to blame. */
  readonly findings: readonly Finding[];
  /** The groups of x, each with its verdict over all outputs. `relativeError` is that of one mixture of the outputs. */
  readonly groups: readonly Group[];
  /** The groups of y, each with its verdict over all elements of x; `wrong` counts outputs with a wrong slope somewhere. */
  readonly outputs: readonly Group[];
  /**
   * One for each element of x, in flat order: the slope of ⟨v, F(x)⟩ for the mixture v in `mixture`, with the verdict over all
   * outputs.
   */
  readonly elements: readonly Element[];
  /** Wrong and undecided entries of the Jacobian, the worst first; 256 at most. */
  readonly entries: readonly Entry[];
  /** Wrong elements of x, worst first (flat indices). */
  readonly ranking: readonly number[];
  /** Number of outputs. */
  readonly outputCount: number;
  /** Whether every entry was compared on its own, or mixtures of the outputs alone. */
  readonly full: boolean;
  /** The cotangent that `elements` were measured with, in flat order over y; never all ones. */
  readonly mixture: readonly number[];
  /** Calls of F. */
  readonly evaluations: number;
  /** Calls of the vjp, or of the Jacobian. */
  readonly vjpEvaluations: number;
  /** Measured noise of ⟨v, F(x)⟩ for that mixture (one standard deviation). */
  readonly noise: number;
  /** The relative error that was let pass whatever the numbers show; see `relativeFloor` of the options. */
  readonly relativeFloor: number;
  /** The smallest relative error of an element of the mixture that this run would have seen: the worst, and the median. */
  readonly detectable: { readonly worst: number; readonly median: number };
}
