/** What a rule of the diagnosis is given and returns. */

import type { Block } from '../point/layout.ts';
import type { Confidence, FindingKind } from '../types.ts';
import type { Evidence } from './evidence.ts';

/** The evidence, and what every rule needs of it. */
export interface Disagreement {
  readonly evidence: Evidence;
  /** analytic - numeric. */
  readonly error: Float64Array;
  /** The wrong elements whose numbers are finite, in flat order. */
  readonly wrong: readonly number[];
  /** The wrong elements of a group. */
  wrongIn(group: Block): readonly number[];
}

/** One explanation of some wrong elements. */
export interface Candidate {
  readonly kind: FindingKind;
  /** The wrong elements that it explains, all of them. */
  readonly claims: readonly number[];
  readonly evidence: Readonly<Record<string, number | string | boolean>>;
  readonly confidence: Confidence;
  /** Candidates of the same kind and key in several groups are the same bug. */
  readonly key: string;
  /** Names that are true wherever this one is, and so do not make it doubtful. */
  readonly implies?: readonly FindingKind[];
}

/**
 * Tests one pattern on some wrong elements, never an empty list: all of the point (`group` is then undefined, unless
 * there is only one) or those of one group. Undefined where the pattern does not fit all of them.
 */
export type Rule = (scene: Disagreement, scope: readonly number[], group: Block | undefined) => Candidate | undefined;

/** All flat indices of a group. */
export const indicesOf = (group: Block): number[] => Array.from({ length: group.size }, (_, i) => group.start + i);

/** The rows, or with `across` the columns, of a stretch of elements that is a matrix of so many columns. */
export function linesOf(start: number, size: number, columns: number, across: boolean): number[][] {
  const rows = size / columns;
  const at = (row: number, column: number) => start + row * columns + column;
  return across
    ? Array.from({ length: columns }, (_, j) => Array.from({ length: rows }, (_, i) => at(i, j)))
    : Array.from({ length: rows }, (_, i) => Array.from({ length: columns }, (_, j) => at(i, j)));
}

/** A fitted constant as a key: five digits tell two constants apart, and survive the error of a fit. */
export const keyOf = (value: number): string => value.toPrecision(5);
