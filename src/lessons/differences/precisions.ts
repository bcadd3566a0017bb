/** The two precisions that a loss is computed in, and the spacing of doubles. */
import { type Rounding, toDouble, toSingle } from '@/examples/functions/arithmetic.ts';
import type { Precision } from '@/expression/model.ts';

export type { Precision };

interface PrecisionFacts {
  /** Half the distance from 1 to the next number: the largest relative error of one rounding. */
  readonly epsilon: number;
  readonly round: Rounding;
  /** Significant decimal digits that tell any two of its numbers apart. */
  readonly digits: number;
}

export const PRECISIONS: Readonly<Record<Precision, PrecisionFacts>> = {
  float64: { epsilon: 2 ** -53, round: toDouble, digits: 17 },
  float32: { epsilon: 2 ** -24, round: toSingle, digits: 9 },
};

/** For a control that chooses one of them. */
export const PRECISION_OPTIONS = (Object.keys(PRECISIONS) as Precision[]).map((value) => ({ value, label: value }));

/**
 * The distance from x to the next double away from 0.
 *
 *     spacingAt(1) // 2.22e-16
 */
export function spacingAt(x: number): number {
  const exponent = Math.max(-1022, Math.floor(Math.log2(Math.abs(x))));
  return x === 0 ? Number.MIN_VALUE : 2 ** (exponent - 52);
}
