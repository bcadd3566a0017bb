/** Errors that are whole turns: f takes the difference of two angles the short way round, and the gradient does not. */
import { barOf, confidenceOf, explain } from './fit.ts';
import type { Rule } from './rule.ts';
import { sizesInSight } from './scale.ts';

/** The most turns that are looked for. */
const MOST_TURNS = 4;

/**
 * A single error that is a whole turn to this many bits is no chance: nothing is fitted, and few pairs of angles lie across the
 * seam.
 */
const TELLING = 20;

/** ½ Δ² has a slope of Δ, Δ² one of 2 Δ; a mean divides it by its size. In degrees only the plain ones are told from round numbers. */
function turnsFor(sizes: readonly number[]): { unit: string; weight: number; step: number }[] {
  const plain = [1, 2];
  const weights = [...new Set([...plain, ...sizes.flatMap((n) => plain.map((weight) => weight / n))])];
  return [
    ...weights.map((weight) => ({ unit: '2π', weight, step: 2 * Math.PI * weight })),
    ...plain.map((weight) => ({ unit: '360°', weight, step: 360 * weight })),
  ];
}

export const notWrapped: Rule = ({ evidence, error }, scope) => {
  const turns = turnsFor(sizesInSight(evidence).map(({ size }) => size));
  for (const { unit, weight, step } of turns) {
    const whole = (i: number): number => Math.round(error[i] / step);
    if (scope.some((i) => whole(i) === 0 || Math.abs(whole(i)) > MOST_TURNS)) continue;
    const fit = explain(
      evidence,
      scope,
      (i) => evidence.numeric[i] + whole(i) * step,
      (i) => barOf(evidence, i),
    );
    if (!fit) continue;
    const chosen = scope.reduce((bits, i) => bits + Math.log2(2 * Math.abs(whole(i))), Math.log2(turns.length));
    const bits = fit.bits - chosen;
    const sure = confidenceOf({ ...fit, bits });
    const confidence = sure === 'high' ? sure : bits >= TELLING ? 'medium' : undefined;
    if (!confidence) continue;
    return {
      kind: 'not-wrapped',
      claims: scope,
      key: unit,
      confidence,
      implies: ['constant-offset'],
      evidence: { unit, weight, most: Math.max(...scope.map((i) => Math.abs(whole(i)))), residual: fit.residual },
    };
  }
  return undefined;
};
