/** The analytic gradient is the numeric one as fewer digits hold it: in an array of whole numbers, or of float16. */
import { barOf, confidenceOf, explain } from './fit.ts';
import type { Rule } from './rule.ts';

/** Bits of a float16 before the first is lost, and the exponent below which it has fewer. */
const HALF = { bits: 11, least: -14 };

function toHalf(value: number): number {
  if (value === 0) return 0;
  const exponent = Math.max(HALF.least, Math.floor(Math.log2(Math.abs(value))));
  const unit = 2 ** (exponent - HALF.bits + 1);
  return Math.round(value / unit) * unit;
}

/**
 * Formats in which the slopes may have been stored: what each makes of a number, and whether a wrong slope may have that format
 * by chance.
 */
const FORMATS: readonly {
  readonly to: string;
  readonly round: (value: number) => number;
  readonly isCommon: boolean;
}[] = [
  { to: 'a whole number', round: Math.trunc, isCommon: true },
  { to: 'the nearest whole number', round: Math.round, isCommon: true },
  { to: 'float16', round: toHalf, isCommon: false },
];

/** Fewer different numbers than this may as well be a mask of 0 and 1. */
const FEWEST = 3;

export const rounded: Rule = ({ evidence }, scope) => {
  const { analytic, numeric } = evidence;
  if (new Set(scope.map((i) => Math.abs(analytic[i])).filter((size) => size > 0)).size < FEWEST) return undefined;
  for (const { to, round, isCommon } of FORMATS) {
    /** The slope is known to within its bar, and may be rounded either way within that. */
    const predict = (i: number) => {
      const bar = barOf(evidence, i);
      const near = [numeric[i], numeric[i] - bar, numeric[i] + bar].map(round);
      return near.find((value) => value === analytic[i]) ?? near[0];
    };
    const fit = explain(evidence, scope, predict, (i) => barOf(evidence, i));
    if (!fit) continue;
    // evidence: an error of any size could have given many other whole numbers
    const bits = isCommon ? scope.reduce((sum, i) => sum + Math.log2(1 + Math.abs(analytic[i])), 0) : fit.bits;
    const confidence = confidenceOf({ ...fit, bits: bits - Math.log2(FORMATS.length) });
    if (!confidence || confidence === 'low') continue;
    return {
      kind: 'rounded',
      claims: scope,
      key: to,
      confidence,
      implies: ['tiny-errors'],
      evidence: { to, residual: fit.residual },
    };
  }
  return undefined;
};
