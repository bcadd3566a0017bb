/** The figure of the threshold: a population, a rule and a line in; verdicts, and how many of them are wrong, out. */
import type { Verdict } from '@/checker/types.ts';
import type { MeasuredCase } from './cases.ts';
import { fields, type State, type ThresholdRule } from './state.ts';

/** What each rule measures, and how it judges; the production check has no line to move. */
export const RULES: Readonly<
  Record<ThresholdRule, { readonly value: (one: MeasuredCase) => number; readonly axis: string }>
> = {
  global: { value: ({ global }) => global, axis: 'relative error over all elements' },
  element: { value: ({ element }) => element, axis: 'relative error of the worst element' },
  production: { value: ({ bars }) => bars, axis: 'disagreement, in units of numerical error' },
};

const judge = (rule: ThresholdRule, threshold: number, one: MeasuredCase): Verdict =>
  // Written so that NaN, which is below nothing, fails: as in the notebook.
  rule === 'production' ? one.verdict : RULES[rule].value(one) < threshold ? 'pass' : 'fail';

export interface JudgedCase extends MeasuredCase {
  readonly value: number;
  /** What the rule says of it. */
  readonly said: Verdict;
  /** Said is neither the truth nor a doubt. */
  readonly mistaken: boolean;
}

export interface Counts {
  readonly acceptedWrong: number;
  readonly rejectedRight: number;
  readonly undecided: number;
  readonly right: number;
  readonly wrong: number;
}

export interface LabelCount {
  readonly label: string;
  readonly right: boolean;
  readonly count: number;
  readonly mistaken: number;
  readonly undecided: number;
}

export interface ThresholdsModel {
  readonly judged: readonly JudgedCase[];
  readonly counts: Counts;
  readonly labels: readonly LabelCount[];
}

const mistakes = (rule: ThresholdRule, threshold: number, cases: readonly MeasuredCase[]): number =>
  cases.filter((one) => (judge(rule, threshold, one) === 'pass') !== one.right).length;

/** A line, and how many verdicts are wrong with it. */
export interface Best {
  readonly threshold: number;
  readonly mistakes: number;
}

/** The best line there is for a population, tried at every twentieth of a decade; none for the production check. */
export function bestThreshold(cases: readonly MeasuredCase[], rule: ThresholdRule): Best | undefined {
  if (rule === 'production') return undefined;
  let best = { threshold: fields.threshold.max, mistakes: Number.POSITIVE_INFINITY };
  for (let i = 0; i <= 20 * 14; i++) {
    const threshold = Number((10 ** (i / 20 - 14)).toPrecision(3));
    const count = mistakes(rule, threshold, cases);
    if (count < best.mistakes) best = { threshold, mistakes: count };
  }
  return best;
}

const count = <T>(values: readonly T[], of: (value: T) => boolean): number => values.filter(of).length;

function labelCounts(judged: readonly JudgedCase[]): LabelCount[] {
  const labels = [...new Set(judged.map(({ label }) => label))];
  return labels.map((label) => {
    const all = judged.filter((one) => one.label === label);
    return {
      label,
      right: all[0].right,
      count: all.length,
      mistaken: count(all, ({ mistaken }) => mistaken),
      undecided: count(all, ({ said }) => said === 'inconclusive'),
    };
  });
}

/** Everything the figure draws and says. */
export function thresholdsModel(
  cases: readonly MeasuredCase[],
  { rule, threshold }: Pick<State, 'rule' | 'threshold'>,
): ThresholdsModel {
  const judged = cases.map((one): JudgedCase => {
    const said = judge(rule, threshold, one);
    return { ...one, value: RULES[rule].value(one), said, mistaken: said === (one.right ? 'fail' : 'pass') };
  });
  return {
    judged,
    counts: {
      acceptedWrong: count(judged, ({ right, said }) => !right && said === 'pass'),
      rejectedRight: count(judged, ({ right, said }) => right && said === 'fail'),
      undecided: count(judged, ({ said }) => said === 'inconclusive'),
      right: count(cases, ({ right }) => right),
      wrong: count(cases, ({ right }) => !right),
    },
    labels: labelCounts(judged),
  };
}
