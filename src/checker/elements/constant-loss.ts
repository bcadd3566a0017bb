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
/** A change of f by up to this many of its errors is rounding: far from x a sum rounds differently. */
const ROUNDING = 64;

/** Findings that are only artefacts where f changes by nothing but rounding. */
const ARTEFACTS: readonly FindingKind[] = ['float32', 'kink-nearby', 'jump', 'round-off', 'truncation'];

/** Whether the slope does not stand out of its error bar, and the analytic value is mere rounding, or else wrong. */
const saysNothing = ({ slope, analytic, wobble }: Judged, verdict: Verdict): boolean =>
  (slope.shape === 'flat' || slope.shape === 'smooth') &&
  Math.abs(slope.value) <= SAFETY * slope.errorBar &&
  (verdict === 'fail' || Math.abs(analytic) <= wobble);

/**
 * Whether f keeps its value on both sides of x along a few random lines, on which each element moves by once to twice its size.
 */
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
 * Where f does not change with x: the findings of a check without those that only its rounding caused, and with `constant-loss`
 * in their place. Where f changes: the findings as they are.
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
