/** An f that does not change with x at all, such as the sum of a softmax: every gradient of 0 is right, and checks nothing. */
import type { Preflight } from '../contract/preflight.ts';
import type { Scene } from '../contract/scene.ts';
import { SAFETY } from '../defaults.ts';
import { makeFinding, whereIn } from '../findings.ts';
import { Halt } from '../point/evaluator.ts';
import { errorOf } from '../slope/precision.ts';
import type { Finding, FindingKind, Verdict } from '../types.ts';
import type { Judged } from './verdicts.ts';

const LINES = 3;
/** So many errors of f are rounding: that of a sum is another one far off. */
const ROUNDING = 64;

/** What is noted of the values of an f whose changes are nothing but rounding is not so. */
const ARTEFACTS: readonly FindingKind[] = ['float32', 'kink-nearby', 'jump', 'round-off', 'truncation'];

/** No slope that stands out of its bar, and no claim that is more than rounding, unless it is wrong. */
const saysNothing = ({ slope, analytic, wobble }: Judged, verdict: Verdict): boolean =>
  (slope.shape === 'flat' || slope.shape === 'smooth') &&
  Math.abs(slope.value) <= SAFETY * slope.errorBar &&
  (verdict === 'fail' || Math.abs(analytic) <= wobble);

/** On both sides of x along a few random lines, each element by as much as it is large, or twice that. */
function staysFarOff<X>({ evaluator, values, scales, random }: Scene<X>, { value, precision }: Preflight) {
  const stays = (moved: Float64Array): boolean => {
    const far = evaluator.at(moved);
    return Math.abs(far - value) <= ROUNDING * errorOf(precision, value, far);
  };
  try {
    return Array.from({ length: LINES }, () =>
      scales.map((scale) => (random() < 0.5 ? -1 : 1) * (1 + random()) * scale),
    ).every((move) => stays(values.map((x, i) => x + move[i])) && stays(values.map((x, i) => x - move[i])));
  } catch (error) {
    if (!(error instanceof Halt)) throw error;
    return false;
  }
}

/**
 * The findings of a check, less those that an f which does not change has only by its rounding, and with that finding in
 * their place; as they are where f does change.
 */
export function withConstantLoss<X>(
  scene: Scene<X>,
  before: Preflight,
  judged: readonly Judged[],
  verdicts: readonly Verdict[],
  findings: readonly Finding[],
): readonly Finding[] {
  if (before.noisy || !judged.every((each, i) => saysNothing(each, verdicts[i])) || !staysFarOff(scene, before))
    return findings;
  const open = verdicts.includes('inconclusive') && !verdicts.includes('fail');
  return [
    ...findings.filter(({ kind }) => !ARTEFACTS.includes(kind)),
    makeFinding('constant-loss', open ? 'doubt' : 'note', whereIn(scene.layout, []), { value: before.value }),
  ];
}
