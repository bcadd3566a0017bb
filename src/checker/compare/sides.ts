/** The data about two given gradients: the rules of this room see nothing else, and no function. */
import type { Block } from '../point/layout.ts';
import type { Mismatch } from '../point/returned-gradient.ts';

/** All arrays are flat, in C order over the groups. */
export interface Sides {
  readonly analytic: Float64Array;
  readonly numeric: Float64Array;
  /** |analytic - numeric| up to which the digits do not tell the two apart. */
  readonly halves: Float64Array;
  /** The share of the numeric side in it. */
  readonly numericHalves: Float64Array;
  /** The point; NaN where it is not known. */
  readonly x: Float64Array;
  readonly groups: readonly Block[];
  readonly nameOf: (index: number) => string;
  readonly sizes: Readonly<Record<string, number>>;
  /** Groups whose two sides differ in shape. */
  readonly mismatches: readonly Mismatch[];
  /** The step of the differences, where it is known. */
  readonly step?: number;
  /** Bits of the short floats that both sides were kept in, where it is known. */
  readonly shortBits?: 8 | 11;
  /** These are some elements of a longer gradient: neither their number nor their order means anything. */
  readonly partial: boolean;
}

/** |analytic - numeric|, element by element. */
export const differencesOf = ({ analytic, numeric }: Sides): Float64Array =>
  analytic.map((a, i) => Math.abs(a - numeric[i]));

/** The largest finite size of some numbers; 0 where there is none. */
export function largestOf(values: Float64Array): number {
  let largest = 0;
  for (const value of values) {
    const size = Math.abs(value);
    if (size > largest && size !== Number.POSITIVE_INFINITY) largest = size;
  }
  return largest;
}

/** The indices that pass a test. */
export function indicesWhere(length: number, holds: (i: number) => boolean): number[] {
  const found: number[] = [];
  for (let i = 0; i < length; i++) if (holds(i)) found.push(i);
  return found;
}
