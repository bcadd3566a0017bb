/** From the slopes of one view along every element of x to its verdicts. */
import { roundingOf } from '../contract/contract.ts';
import { FLOAT32_FLOOR } from '../defaults.ts';
import { checkSteadiness } from '../elements/steadiness.ts';
import { type Claims, influenceOf, type Judged, judge, verdictOf } from '../elements/verdicts.ts';
import type { Verdict } from '../types.ts';
import type { Asked } from './asking.ts';
import type { View } from './view.ts';
import type { Row } from './walk.ts';

/** A view with its verdict on every element of x. */
export interface JudgedRow extends Row {
  readonly verdicts: readonly Verdict[];
  /** Different values at one x, at the beginning or at the end. */
  readonly noisy: boolean;
  readonly noise: number;
}

/**
 * How far the answer for a view moves by rounding alone. It is asked for only where an entry would be called wrong: most are not,
 * and the first view has been asked already.
 */
function withRounding<X>(
  { answer }: Asked<X>,
  { cotangent, claims }: View,
  values: Float64Array,
  random: () => number,
): Claims | undefined {
  if (!claims) return undefined;
  const ask = (at: Float64Array) => answer(cotangent, at)?.values ?? claims.analytic;
  const { analytic, floor } = claims;
  return { ...claims, wobble: roundingOf(ask, analytic, { values, single: floor === FLOAT32_FLOOR, floor, random }) };
}

/**
 * @param last the outputs at x, after everything else was evaluated; undefined where there were no evaluations left
 * @param asksAgain whether the rounding of its claims is still to be measured
 * @param still outputs that move by rounding alone, far below what others do
 * @param excused do not call claims wrong that are not finite: some output of F is not finite either
 */
export function judgeRow<X>(
  { view, judged }: Row,
  {
    asked,
    values,
    scales,
    random,
  }: { asked: Asked<X>; values: Float64Array; scales: Float64Array; random: () => number },
  last: Float64Array | undefined,
  asksAgain: boolean,
  excused: boolean,
  still: readonly boolean[],
): JudgedRow {
  const evaluator = { at: () => (last ? view.of(last) : view.value) };
  const steady = checkSteadiness(
    { evaluator, values },
    view,
    judged.map(({ slope }) => slope),
  );
  const isWrong = judged.some(({ wrong, analytic }) => wrong && Number.isFinite(analytic));
  const claims = asksAgain && isWrong ? withRounding(asked, view, values, random) : view.claims;
  const again = steady.slopes.map((slope, i): Judged => judge(slope, i, claims));
  const total = again.reduce((sum, each, i) => sum + influenceOf(each, scales[i]), 0);
  const verdicts = again.map((each, i): Verdict => {
    const known = claims && Number.isFinite(view.value) && (Number.isFinite(each.analytic) || !excused);
    const verdict = known ? verdictOf(each, scales[i], total, steady.noisy) : 'inconclusive';
    // an output that is always the same but for rounding, as the vjp says too
    const isStill = view.output !== undefined && still[view.output] && known && !steady.noisy;
    return isStill && verdict === 'inconclusive' && each.difference <= each.tolerance ? 'pass' : verdict;
  });
  return { view, judged: again, verdicts, noisy: steady.noisy, noise: steady.noise };
}
