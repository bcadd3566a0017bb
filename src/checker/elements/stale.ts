/** A gradient that is kept from an earlier point. */
import type { Preflight } from '../contract/preflight.ts';
import type { Scene } from '../contract/scene.ts';
import { SAFETY } from '../defaults.ts';
import { makeFinding, whereIn } from '../findings.ts';
import { Halt } from '../point/evaluator.ts';
import { directionLine, exactScale } from '../slope/line.ts';
import { FIRST_STEP, slopeAlong } from '../slope/slope.ts';
import type { Finding, Verdict } from '../types.ts';

/**
 * A gradient that is right at x but returns exactly the same elsewhere, where f has another slope, was kept from an
 * earlier call.
 */
export function staleFinding<X>(scene: Scene<X>, before: Preflight, verdicts: readonly Verdict[]): Finding[] {
  const { evaluator, layout, scales, random } = scene;
  const elsewhere = before.answers?.unmoved;
  if (!elsewhere || !before.answers || before.noisy || verdicts.some((verdict) => verdict !== 'pass')) return [];
  const { analytic } = before.answers;
  try {
    const direction = scales.map(
      (scale, i) => (random() < 0.5 ? -1 : 1) * exactScale(elsewhere[i], scale, before.precision.grid),
    );
    const value = evaluator.at(elsewhere);
    const { precision } = before;
    const surroundings = { evaluator, values: elsewhere, value, precision };
    const line = directionLine(surroundings, direction, 0, precision.grid, () => evaluator.left);
    const slope = slopeAlong(line, FIRST_STEP);
    const expected = direction.reduce((sum, v, i) => sum + v * analytic[i], 0);
    const size = direction.reduce((sum, v, i) => sum + Math.abs(v * analytic[i]), 0);
    // only a smooth slope that clearly differs proves anything
    if (slope.shape !== 'smooth' || !(Math.abs(slope.value - expected) > SAFETY * slope.errorBar + 1e-6 * size))
      return [];
    return [makeFinding('stale-cache', 'bug', whereIn(layout, []), { after: 'its first call' })];
  } catch (error) {
    if (error instanceof Halt) return [];
    throw error;
  }
}
