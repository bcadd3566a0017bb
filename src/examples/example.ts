/** The shape of an example: a function, its gradient as somebody wrote it, and a point, with what the reader is to see in it. */

import type { Formula } from './functions/arithmetic.ts';

/** A point without names: what the notebook calls w or x. */
export type Vector = readonly number[];

/** An example as the course shows it. The shown `code` is run by a test against `f` and `gradient`. */
export interface Example {
  readonly id: string;
  readonly title: string;
  /** One sentence: what this example shows. */
  readonly shows: string;
  /** f in TeX. */
  readonly formula: string;
  readonly f: (x: Vector) => number;
  readonly gradient: (x: Vector) => number[];
  readonly x: Vector;
  /** What is wrong with the gradient, where something is. */
  readonly bug?: string;
  /** Two JavaScript expressions of x, the same computations as `f` and `gradient`. */
  readonly code: { readonly f: string; readonly gradient: string };
}

/** An example whose gradient is exact, for the error curve of the step size. */
export interface StepExample extends Example {
  /** The pure third derivatives at x, which set the truncation error of the central difference: h²/6 times this. */
  readonly third: (x: Vector) => number[];
  /** The same function in any arithmetic: single precision, complex numbers, Taylor series. */
  readonly over: Formula;
  /** Smallest and largest step worth looking at, where these are not the notebook's 1e-14 and 1e-1. */
  readonly steps?: readonly [smallest: number, largest: number];
}
