/** Several pastes of one check: the same analytic gradient beside numeric ones of other steps. */

import type { ComparedFinding } from '../checker/compare/kinds.ts';
import type { Pairs } from './reading.ts';
import type { Conclusion, FailureFinding } from './types.ts';

/** Numbers at the beginning of two lists that are compared to tell the lists apart. */
const GLANCE = 8;

const start = (values: readonly number[]): string => values.slice(0, GLANCE).join();

/**
 * Comparisons grouped by the run of the check that they belong to: a second comparison of an array with the same analytic side
 * belongs to a second run. Text that was pasted twice word for word counts once.
 */
export function runsOf(all: readonly Pairs[]): Pairs[][] {
  const runs: Pairs[][] = [];
  const seen = new Map<string, Set<string>>();
  for (const pairs of all) {
    const key = `${pairs.label}|${start(pairs.analytic.length > 1 ? pairs.analytic : [...pairs.analytic, ...pairs.numeric])}`;
    const before = seen.get(key) ?? new Set<string>();
    const own = start(pairs.numeric);
    if (before.has(own)) continue;
    seen.set(key, before.add(own));
    const run = before.size - 1;
    if (runs[run]) runs[run].push(pairs);
    else runs.push([pairs]);
  }
  return runs;
}

/** Root mean square difference over the pairs that both runs show. */
function sizeOf({ analytic, numeric }: Pairs, count: number): number {
  let sum = 0;
  for (let i = 0; i < count; i++) sum += (analytic[i] - numeric[i]) ** 2;
  return Math.sqrt(sum / count);
}

/** Differences that change by less than this between two runs tell nothing. */
const CLEAR = 2;

/**
 * Two runs at different steps: differences that shrink with the step are truncation, those that grow are round-off. Either way
 * they do not come from the gradient.
 */
export function trendOf(
  runs: readonly (readonly Pairs[])[],
): { conclusion: Conclusion; finding: FailureFinding } | undefined {
  if (runs.length !== 2) return undefined;
  const [first, second] = runs.map((run) => run[0]);
  const count = Math.min(first.numeric.length, second.numeric.length);
  if (first.step === undefined || second.step === undefined || first.step === second.step || count < 3)
    return undefined;
  const [coarse, fine] = first.step > second.step ? [first, second] : [second, first];
  const [before, after] = [sizeOf(coarse, count), sizeOf(fine, count)];
  const shrinks = before >= CLEAR * after;
  if (!shrinks && after < CLEAR * before) return undefined;
  const compared: ComparedFinding = {
    kind: shrinks ? 'truncation' : 'round-off',
    role: 'doubt',
    where: { groups: [], indices: [], elements: [], count: 0 },
    evidence: { coarse: coarse.step as number, fine: fine.step as number, before, after },
    confidence: 'medium',
  };
  const verb = shrinks ? 'shrink' : 'grow';
  const cause = shrinks ? 'truncation' : 'round-off';
  const says = `The differences ${verb} from ${before.toPrecision(2)} to ${after.toPrecision(2)} when the step goes from ${coarse.step} to ${fine.step}: that is ${cause}, and no mistake of the gradient.`;
  return { conclusion: 'right', finding: { ...compared, says } };
}
