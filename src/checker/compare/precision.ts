/** The precision that f was computed in, as a lattice shows it, and whether its rounding explains all differences. */
import type { Confidence } from '../types.ts';
import { findingOf } from './check-at-fault.ts';
import type { ComparedFinding, ComparedKind } from './kinds.ts';
import type { Lattice } from './lattice.ts';
import { indicesWhere, type Sides } from './sides.ts';

/**
 * The rounding unit of f is 2^-23 |f| in float32, 2^-10 |f| in float16 and 2^-7 |f| in bfloat16, and |f| is not known; but
 * losses lie between a hundredth and a few thousand.
 */
const isSingle = (unit: number): boolean => unit <= 2 ** -16;

function formatOf(unit: number): { kind: ComparedKind; confidence: Confidence } {
  if (isSingle(unit)) return { kind: 'float32', confidence: 'high' };
  if (unit <= 2 ** -9) return { kind: 'float32', confidence: 'low' };
  return { kind: 'float16', confidence: 'low' };
}

/** The finding that f is computed in short floats. */
export function precisionOf(sides: Sides, { quantum, step, unit, bits }: Lattice): ComparedFinding {
  const { kind, confidence } = formatOf(unit);
  const indices = indicesWhere(sides.numeric.length, (i) => sides.numeric[i] !== 0);
  return findingOf(sides, kind, indices, { quantum, step: sides.step ?? step, bits: Math.round(bits) }, confidence);
}

/** Steps of the lattice that a right gradient may be off by, on average. */
const TYPICAL = 0.9;

/** The same at most: two values of f are each off by half a step, and a little. Behind more a wrong element could hide. */
const MOST = 1.3;

/** Pairs that are needed to tell a small error from rounding. */
const FEWEST = 4;

/** A gradient must be this many steps large to be judged; in half precision, where errors of a tenth may hide, more. */
const LARGE = 5;
const LARGE_IN_HALF = 20;

/** A factor of the whole gradient that would go unseen must be smaller than this. */
const HIDDEN_FACTOR = 0.25;

/** The middle one of the sizes. */
const medianOf = (values: Float64Array): number => values.map(Math.abs).sort()[values.length >> 1];

/**
 * Whether rounding explains the differences: they are of the size of the quantum, and a gradient that is wrong by a factor
 * would have been seen.
 */
export function isExplainedBy({ analytic, numeric, halves }: Sides, { quantum, unit }: Lattice): boolean {
  if (analytic.length < FEWEST) return false;
  let [off, an, nn, aa] = [0, 0, 0, 0];
  for (let i = 0; i < analytic.length; i++) {
    const beyond = Math.max(0, Math.abs(analytic[i] - numeric[i]) - halves[i]);
    if (beyond > MOST * quantum) return false;
    off += beyond ** 2;
    an += analytic[i] * numeric[i];
    nn += numeric[i] ** 2;
    aa += analytic[i] ** 2;
  }
  const doubt = quantum / Math.sqrt(nn);
  const [size, least] = isSingle(unit) ? [Math.sqrt(aa / analytic.length), LARGE] : [medianOf(analytic), LARGE_IN_HALF];
  const large = size >= least * quantum;
  const typical = Math.sqrt(off / analytic.length) <= TYPICAL * quantum;
  return typical && large && doubt <= HIDDEN_FACTOR && Math.abs(an / nn - 1) <= 4 * doubt;
}
