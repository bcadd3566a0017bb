/** What a rule of the diagnosis sees and says. */

import type { Block } from '../point/layout.ts';
import type { Confidence, FindingKind } from '../types.ts';
import type { Evidence } from './evidence.ts';

/** The evidence, prepared: what every rule needs. */
export interface Disagreement {
  readonly evidence: Evidence;
  /** analytic - numeric. */
  readonly error: Float64Array;
  /** The wrong elements whose numbers are finite, in flat order. */
  readonly wrong: readonly number[];
  /** Those of them in a group. */
  wrongIn(group: Block): readonly number[];
}

/** One explanation of some wrong elements. */
export interface Candidate {
  readonly kind: FindingKind;
  /** The wrong elements that it explains, all of them. */
  readonly claims: readonly number[];
  readonly evidence: Readonly<Record<string, number | string | boolean>>;
  readonly confidence: Confidence;
  /** Candidates of one kind and key, found in several groups, are one bug. */
  readonly key: string;
  /** Names that hold wherever this one does: being true as well does not make it doubtful. */
  readonly implies?: readonly FindingKind[];
}

/**
 * Looks at some wrong elements, never an empty list: those of the whole point (then `group` is undefined unless it is
 * the only one) or those of one group. Says nothing where its pattern does not fit all of them.
 */
export type Rule = (scene: Disagreement, scope: readonly number[], group: Block | undefined) => Candidate | undefined;

/** All flat indices of a group. */
export const indicesOf = (group: Block): number[] => Array.from({ length: group.size }, (_, i) => group.start + i);

/** The rows of a stretch of elements that is a matrix of so many columns, or across them its columns. */
export function linesOf(start: number, size: number, columns: number, across: boolean): number[][] {
  const rows = size / columns;
  const at = (row: number, column: number) => start + row * columns + column;
  return across
    ? Array.from({ length: columns }, (_, j) => Array.from({ length: rows }, (_, i) => at(i, j)))
    : Array.from({ length: rows }, (_, i) => Array.from({ length: columns }, (_, j) => at(i, j)));
}

/** Five digits are enough to tell two fitted constants apart, and few enough to call them the same. */
export const keyOf = (value: number): string => value.toPrecision(5);
