/** From a reading to a conclusion: the gradient or the check, which elements, which bug. */
import { type Judgement, judge } from '../checker/compare/judge.ts';
import type { ComparedFinding } from '../checker/compare/kinds.ts';
import { explainCompared } from '../checker/words/compared.ts';
import { factsOf } from './facts.ts';
import { cutShort } from './pairs.ts';
import type { Pairs, Reading } from './reading.ts';
import { runsOf, trendOf } from './runs.ts';
import { nameOfPair, sidesOf } from './sides.ts';
import { specialOf } from './special.ts';
import { tooStrict } from './too-strict.ts';
import type { Conclusion, FailureComparison, FailureFinding } from './types.ts';
import { sayMessage } from './words.ts';

/** The conclusion, before the next step is chosen. */
export interface Concluded {
  readonly conclusion: Conclusion;
  readonly findings: readonly FailureFinding[];
  readonly comparisons: readonly FailureComparison[];
}

const CONCLUSIONS = { fail: 'wrong', pass: 'right', inconclusive: 'undecided' } as const;

const spoken = (finding: ComparedFinding): FailureFinding => ({ ...finding, says: explainCompared(finding) });

/** A projection mixes all elements, and the worst element is only one: neither is enough to name a bug. */
const isProjected = ({ nature }: Pairs): boolean => nature === 'projection' || nature === 'worst';

/** The shape of a printed array depends on a single bracket, which a paste may have lost. */
const isUnsure = ({ pairs, files }: Reading, { kind }: FailureFinding): boolean =>
  pairs.every(isProjected) || (kind === 'wrong-shape' && !files);

const withoutName = (reading: Reading, finding: FailureFinding): FailureFinding =>
  isUnsure(reading, finding) ? { ...finding, confidence: 'low' } : finding;

/**
 * Shapes that code gets wrong: axes in another order, or an axis that was not summed over. Two lists that differ in length, or a
 * missing row, are as often a paste that lost something.
 */
function isOfCode({ shapes }: Pairs): boolean {
  if (shapes === undefined) return true;
  const [analytic, numeric] = [shapes.analytic, shapes.numeric].map((shape) => shape.filter((length) => length !== 1));
  const isTurned = [...analytic].sort().join() === [...numeric].sort().join();
  return isTurned || analytic.some((_, axis) => analytic.toSpliced(axis, 1).join() === numeric.join());
}

const hides = ({ more, total, visible }: FailureComparison): boolean => more || total > visible;

/** Everything in sight agrees. Is that all there is? */
function ofAgreement(
  reading: Reading,
  comparisons: readonly FailureComparison[],
  judged: Judgement,
): Concluded | undefined {
  const agrees = judged.findings.every(({ kind, role }) => kind === 'agrees' || role === 'note');
  if (judged.verdict !== 'pass' || !agrees || reading.claims !== 'failure') return undefined;
  const hidden = comparisons.some(hides);
  const finding = sayMessage(hidden ? 'hidden' : 'threshold', hidden ? 'doubt' : 'note', {
    visible: comparisons.reduce((sum, { visible }) => sum + visible, 0),
    hidden,
  });
  return { conclusion: 'undecided', findings: [finding], comparisons };
}

function ofPairs(reading: Reading): Concluded | undefined {
  if (reading.pairs.length === 0) return undefined;
  const runs = runsOf(reading.pairs);
  const judgements = runs.map((run) => judge(sidesOf(firstOf(run), reading)));
  const comparisons = runs.flatMap((run, r) => comparisonsOf(run, judgements[r]));
  const trend = trendOf(runs);
  if (trend) return { conclusion: trend.conclusion, findings: [trend.finding], comparisons };
  const worst =
    judgements.find(({ verdict }) => verdict === 'fail') ??
    judgements.find(({ verdict }) => verdict === 'inconclusive') ??
    judgements[0];
  const special = worst.verdict === 'inconclusive' ? reading.pairs.flatMap((pairs) => specialOf(pairs) ?? []) : [];
  if (special.length > 0) return { conclusion: 'wrong', findings: special, comparisons };
  const agreement = ofAgreement(reading, comparisons, worst);
  const strict = tooStrict(reading, worst);
  if (strict) return { conclusion: 'right', findings: [strict], comparisons };
  if (agreement) return agreement;
  const findings = worst.findings.map(spoken).map((finding) => withoutName(reading, finding));
  if (!reading.pairs.every(isOfCode)) {
    const doubts = findings.map((finding) => ({ ...finding, role: 'doubt', confidence: 'low' }) as const);
    return { conclusion: 'undecided', findings: doubts, comparisons };
  }
  return { conclusion: CONCLUSIONS[worst.verdict], findings, comparisons };
}

/** At most this many pairs are judged; any further ones are compared by their digits alone. */
const MOST_PAIRS = 100_000;

/** The first comparisons of a run, the last of them cut short. */
function firstOf(run: readonly Pairs[]): Pairs[] {
  const found: Pairs[] = [];
  let left = MOST_PAIRS;
  for (const pairs of run) {
    if (left <= 0) break;
    found.push(pairs.numeric.length <= left ? pairs : cutShort(pairs, left));
    left -= pairs.numeric.length;
  }
  return found;
}

const ROUNDING = 1e-5;

const agrees = ({ analytic, numeric, halves }: Pairs, k: number): boolean =>
  Math.abs(analytic[k] - numeric[k]) <= halves[k] + ROUNDING * Math.abs(numeric[k]);

function comparisonsOf(run: readonly Pairs[], judged: Judgement): FailureComparison[] {
  const wrong = new Set(judged.wrong);
  let start = 0;
  return run.map((pairs): FailureComparison => {
    const { label, shape, analytic, numeric, total, more, sides, halves, shapes, complex } = pairs;
    const from = start;
    start += numeric.length;
    const visible = shapes ? 0 : complex ? numeric.length / 2 : numeric.length;
    return {
      label,
      shape,
      analytic,
      numeric,
      visible,
      total,
      more,
      sides,
      names: numeric.map((_, k) => nameOfPair(pairs, k)),
      halves,
      agrees: shapes
        ? []
        : numeric.map((_, k) => (from + k < judged.tolerance.length ? !wrong.has(from + k) : agrees(pairs, k))),
      ...(shapes ? { shapes } : {}),
      ...(complex ? { complex } : {}),
    };
  });
}

/** The pairs decide where they can; the other facts of the message decide where they cannot. */
export function conclude(reading: Reading): Concluded {
  const pairs = ofPairs(reading);
  const facts = factsOf(reading);
  const decided = [pairs, facts].find((each) => each && each.conclusion !== 'undecided');
  const findings = [...(pairs?.findings ?? []), ...(facts?.findings ?? [])];
  return {
    conclusion: (facts?.conclusion === 'not-repeatable' ? facts : decided)?.conclusion ?? 'undecided',
    findings: facts && decided === facts ? [...facts.findings, ...(pairs?.findings ?? [])] : findings,
    comparisons: pairs?.comparisons ?? [],
  };
}
