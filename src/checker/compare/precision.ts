/** What a lattice tells of the precision that f was computed in, and whether its rounding is all that is amiss. */
import type { Confidence } from '../types.ts';
import { findingOf } from './check-at-fault.ts';
import type { ComparedFinding, ComparedKind } from './kinds.ts';
import type { Lattice } from './lattice.ts';
import { indicesWhere, type Sides } from './sides.ts';

/**
 * The rounding unit of f is 2^-23 |f| in float32, 2^-10 |f| in float16 and 2^-7 |f| in bfloat16, and |f| is not known; but
 * losses lie between a hundredth and a few thousand.
 */
function formatOf(unit: number): { kind: ComparedKind; confidence: Confidence } {
  if (unit <= 2 ** -16) return { kind: 'float32', confidence: 'high' };
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

/** A gradient of fewer steps shows too little of itself. */
const LARGE = 5;

/** A factor of the whole gradient that would go unseen must be smaller than this. */
const HIDDEN_FACTOR = 0.25;

/**
 * Whether rounding explains the differences: they are of the size of the quantum, and a gradient that is wrong by a factor
 * would have been seen.
 */
export function isExplainedBy({ analytic, numeric, halves }: Sides, { quantum }: Lattice): boolean {
  let [off, an, nn, aa] = [0, 0, 0, 0];
  for (let i = 0; i < analytic.length; i++) {
    off += Math.max(0, Math.abs(analytic[i] - numeric[i]) - halves[i]) ** 2;
    an += analytic[i] * numeric[i];
    nn += numeric[i] ** 2;
    aa += analytic[i] ** 2;
  }
  const doubt = quantum / Math.sqrt(nn);
  const large = Math.sqrt(aa / analytic.length) >= LARGE * quantum;
  const typical = Math.sqrt(off / analytic.length) <= TYPICAL * quantum;
  return typical && large && doubt <= HIDDEN_FACTOR && Math.abs(an / nn - 1) <= 4 * doubt;
}
