/** A threshold that right code misses: the differences are those of rounding, and hardly any element exceeds the tolerance. */

import type { Judgement } from '../checker/compare/judge.ts';
import { largestOf } from '../checker/compare/sides.ts';
import type { Fact, Reading } from './reading.ts';
import type { FailureFinding } from './types.ts';
import { sayMessage } from './words.ts';

/** Share of the elements that may exceed the tolerance. */
const FEW = 0.01;

/** A few rounding units of a float32, and of a float16, of the largest entry. */
const SINGLE = 2e-5;
const HALF = 2 ** -8;

const isCount = (fact: Fact): fact is Extract<Fact, { kind: 'count' }> => fact.kind === 'count';

/** Significant digits of half precision: three to four. */
const isShort = (values: readonly number[], halves: readonly number[]): boolean =>
  values.every((value, i) => value === 0 || halves[i] >= 2 ** -14 * Math.abs(value));

/** The finding that the tolerance is too strict; undefined where that is not certain. */
export function tooStrict(reading: Reading, judged: Judgement): FailureFinding | undefined {
  const count = reading.facts.find(isCount);
  if (reading.claims !== 'failure' || judged.verdict === 'fail') return undefined;
  const pairs = reading.pairs.filter(({ shapes }) => shapes === undefined);
  let worst = 0;
  for (const { analytic, numeric } of pairs) {
    const largest = Math.max(largestOf(Float64Array.from(analytic)), largestOf(Float64Array.from(numeric)));
    analytic.forEach((a, i) => {
      worst = Math.max(worst, Math.abs(a - numeric[i]) / largest);
    });
  }
  const few = count?.total !== undefined && count.wrong / count.total <= FEW;
  const all = pairs.flatMap(({ analytic }) => analytic);
  const short =
    isShort(
      all,
      pairs.flatMap(({ numericHalves }) => numericHalves),
    ) && all.length >= 3;
  if (few && worst > 0 && worst <= (short ? HALF : SINGLE)) {
    const kind = short ? 'float16' : 'threshold';
    return sayMessage(kind, 'doubt', { wrong: count.wrong, total: count.total as number, worst }, 'low');
  }
  return undefined;
}
