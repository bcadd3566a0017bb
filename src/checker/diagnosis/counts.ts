/**
 * Each row of a table is off by a whole number of its own, or by one over it: it is read that many times, and counted
 * once. A row that is read once is right.
 */
import { cutsOf, type Held, heldIn } from './cuts.ts';
import type { Evidence } from './evidence.ts';
import { barOf, confidenceOf, explain, together } from './fit.ts';
import type { Rule } from './rule.ts';
import { bestFactor, wholeNumber } from './scale.ts';

/** The whole number by which a row is off; choosing it costs bits of evidence. */
function countOf(evidence: Evidence, line: readonly number[]): Held | undefined {
  const { factor, spread } = bestFactor(evidence, line);
  const whole = factor > 0 ? wholeNumber(factor, spread) : undefined;
  if (whole === undefined) return undefined;
  const exact = factor > 1 ? whole : 1 / whole;
  const fit = explain(
    evidence,
    line,
    (i) => exact * evidence.numeric[i],
    (i) => exact * barOf(evidence, i),
  );
  return fit && { fit: { ...fit, bits: fit.bits - Math.log2(2 * whole) }, share: exact };
}

export const rowCounts: Rule = (scene, scope, group) => {
  if (!group) return undefined;
  for (const { per, lines } of cutsOf(scene, group)) {
    const held = per === '' ? undefined : heldIn(scene.evidence, lines, { holds: countOf });
    if (!held) continue;
    const factors = held.map(({ share }) => share as number);
    const [least, most] = [Math.min(...factors), Math.max(...factors)];
    const fit = together(held.map((each) => each.fit));
    const confidence = confidenceOf(fit);
    // one factor for all rows is a constant; factors above and below 1 together are no counts
    if (least === most || (least < 1 && most > 1) || !confidence || confidence === 'low') continue;
    return {
      kind: 'row-counts',
      claims: scope,
      key: group.name,
      confidence,
      implies: ['activation-derivative'],
      evidence: { per, lines: lines.length, least, most, residual: fit.residual },
    };
  }
  return undefined;
};
