/** The shape of an example: a function, its gradient as somebody wrote it, and a point, with what the reader is to see in it. */
import type { Formula } from './functions/arithmetic.ts';

/** A point without names: what the notebook calls w or x. */
export type Vector = readonly number[];

/** A function whose source is shown (`text.ts`); `source` is set where it is written in another form than it runs. */
export type ShownFunction<R> = ((x: Vector) => R) & { readonly source?: string };

/** What the reader is told of an example, a program or a layer. */
export interface Described {
  readonly id: string;
  readonly title: string;
  /** One sentence: what it shows. */
  readonly shows: string;
  /** What it computes, in TeX. */
  readonly formula: string;
}

export interface Example extends Described {
  readonly f: ShownFunction<number>;
  readonly gradient: ShownFunction<number[]>;
  readonly x: Vector;
  /** What is wrong with the gradient, where something is. */
  readonly bug?: string;
}

/** An example as it is written down. The build keeps the text of its functions. */
export const defineExample = (example: Example): Example => example;

/** An example for the error curve of the step size. f and its exact gradient are made from one formula (`stepExample`). */
export interface StepExample extends Example {
  readonly over: Formula;
  /** Smallest and largest step worth looking at, where these are not the notebook's 1e-14 and 1e-1. */
  readonly steps?: readonly [smallest: number, largest: number];
}
