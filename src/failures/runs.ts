/** Several pastes of one check: the same analytic gradient beside numeric ones of other steps. */

import type { ComparedFinding } from '../checker/compare/kinds.ts';
import { explainCompared } from '../checker/words/compared.ts';
import type { Pairs } from './reading.ts';
import type { Conclusion, FailureFinding } from './types.ts';

const sameNumbers = (a: readonly number[], b: readonly number[]): boolean =>
  a.length > 0 &&
  b.length > 0 &&
  a.slice(0, b.length).every((value, i) => value === b[i] || (Number.isNaN(value) && Number.isNaN(b[i])));

/** Two comparisons of one array belong to two runs of the check. */
const isRepeat = (a: Pairs, b: Pairs): boolean =>
  a.label === b.label && a.numeric.length > 1 && b.numeric.length > 1 && sameNumbers(a.analytic, b.analytic);

/** Comparisons by the run that they belong to; what was pasted twice word for word counts once. */
export function runsOf(all: readonly Pairs[]): Pairs[][] {
  const runs: Pairs[][] = [];
  for (const pairs of all) {
    const twice = runs.some((run) =>
      run.some(
        (other) =>
          isRepeat(other, pairs) &&
          sameNumbers(other.numeric, pairs.numeric) &&
          other.numeric.length >= pairs.numeric.length,
      ),
    );
    if (twice) continue;
    const run = runs.find((each) => !each.some((other) => isRepeat(other, pairs)));
    if (run) run.push(pairs);
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
 * they are not the gradient's.
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
  return { conclusion: 'right', finding: { ...compared, says: says || explainCompared(compared) } };
}
