/** Gradients that were kept in float16 or bfloat16: each number is a float of few bits, and its printed digits show it. */
import { findingOf } from './check-at-fault.ts';
import type { ComparedFinding } from './kinds.ts';
import { largestOf, type Sides } from './sides.ts';

/** Bits of the significand: 11 of float16, 8 of bfloat16. */
export type ShortBits = 8 | 11;

const KINDS = { 8: 'bfloat16', 11: 'float16' } as const;

/** A chance of 2^-20 that numbers of more bits would look like this. */
const ENOUGH_BITS = 20;
const FEWEST_ENTRIES = 4;
/** One number proves no more than this, however many digits it has. */
const MOST_BITS = 8;
/** Numbers of so few digits, such as 0.375, are often written by hand. */
const ROUND_DIGITS = 3;

const digitsOf = (value: number): number =>
  String(Number(value.toPrecision(12)))
    .replace(/e.*$/, '')
    .replace(/^[0.]+|\./g, '').length;

const isRound = (value: number): boolean => Number.isInteger(value) || digitsOf(value) <= ROUND_DIGITS;

/** Distance of a float of so many bits to the next one. */
const spacingAt = (value: number, bits: number): number => 2 ** (Math.floor(Math.log2(Math.abs(value))) + 1 - bits);

/** Evidence, in bits, that some numbers are floats of so few bits; 0 where one of them is not. */
function proofOf(values: readonly number[], halves: readonly number[], bits: number): number {
  const seen = new Set<number>();
  let proof = 0;
  for (const [i, value] of values.entries()) {
    const size = Math.abs(value);
    if (size === 0 || !Number.isFinite(size) || seen.has(size)) continue;
    const spacing = spacingAt(value, bits);
    const slack = halves[i] + 2 ** -30 * size;
    if (Math.abs(size - spacing * Math.round(size / spacing)) > slack) return 0;
    const own = Math.min(MOST_BITS, Math.log2(spacing / (2 * slack)));
    if (own <= 0 || isRound(value)) continue;
    seen.add(size);
    proof += own;
  }
  return seen.size >= FEWEST_ENTRIES ? proof : 0;
}

/**
 * The short format that the numbers of both sides were kept in, as far as their digits prove one; the coarser first, since its
 * floats are floats of the finer one as well.
 */
export function shortBitsOf({ analytic, numeric, halves, numericHalves, shortBits }: Sides): ShortBits | undefined {
  if (shortBits !== undefined) return shortBits;
  const values = [...analytic, ...numeric];
  const own = [...halves].map((half, i) => half - numericHalves[i]).concat(...numericHalves);
  return ([8, 11] as const).find((bits) => proofOf(values, own, bits) >= ENOUGH_BITS);
}

/** Units of the last place by which two computations of one number differ, and of the largest number where terms cancel. */
const OWN_UNITS = 3;
const SHARED_UNITS = 0.5;

/** Whether the two sides are as close as such floats come, and no factor of the whole hides in that. */
export function agreesInShort({ analytic, numeric, halves }: Sides, bits: ShortBits): boolean {
  const unit = 2 ** (1 - bits);
  const shared = SHARED_UNITS * unit * largestOf(numeric);
  let [an, nn] = [0, 0];
  for (let i = 0; i < analytic.length; i++) {
    const size = Math.max(Math.abs(analytic[i]), Math.abs(numeric[i]));
    if (!(Math.abs(analytic[i] - numeric[i]) <= halves[i] + OWN_UNITS * unit * size + shared)) return false;
    an += analytic[i] * numeric[i];
    nn += numeric[i] ** 2;
  }
  return nn > 0 && Math.abs(an / nn - 1) <= (4 * unit) / Math.sqrt(analytic.length);
}

/** The finding that both sides are short floats. */
export function shortFinding(sides: Sides, bits: ShortBits): ComparedFinding {
  const all = Array.from(sides.numeric, (_, i) => i);
  return findingOf(sides, KINDS[bits], all, { bits, unit: 2 ** (1 - bits) }, 'medium');
}
