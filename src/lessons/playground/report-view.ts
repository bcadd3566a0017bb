/** What the page shows of a check's result, as plain data. */
import { typesetMinus } from '@/charts/format.ts';
import type { ScatterSpec } from '@/charts/scatter.ts';
import type { Element, Group } from '@/checker/types.ts';
import type { CheckResult } from '@/sandbox/protocol.ts';
import { type DiagnosisText, diagnosisOf } from '../report/diagnosis.ts';
import { counted, textbookText } from '../report/words.ts';

/** Elements that a table of the worst lists. */
const LISTED = 12;
/** Where none is bad, this many of those that came nearest to it. */
const NEAREST = 5;

export interface ReportView {
  readonly diagnosis: DiagnosisText;
  readonly groups: readonly Group[];
  /** Wrong and undecided elements, the worst first; of a gradient that passes, those nearest to their tolerance. */
  readonly worst: readonly Element[];
  /** Elements that are wrong or undecided beyond those listed. */
  readonly more: number;
  /** Undefined where nothing can be drawn. */
  readonly scatter?: ScatterSpec;
  /** How the check went about it. */
  readonly account: string;
}

export function reportView({ report, size, textbook, directions }: CheckResult): ReportView {
  const diagnosis = diagnosisOf(report);
  const ordered = [...report.elements].sort((a, b) => concern(b) - concern(a));
  const bad = ordered.filter(({ verdict }) => verdict !== 'pass');
  const judged =
    directions === undefined
      ? `${counted(size, 'element')}, one at a time, in ${counted(report.evaluations, 'evaluation')} of the loss.`
      : `${counted(size, 'element')} along ${counted(directions.used, 'random direction')}, in ${counted(report.evaluations, 'evaluation')} of the loss; ${directions.agreed} agreed, and an error would have escaped those with probability ${typesetMinus(directions.missProbability.toExponential(1))}.`;
  const classic = textbook === undefined ? '' : ` ${textbookText(textbook)}`;
  const scatter = scatterOf(ordered, report.groups);
  return {
    diagnosis:
      directions !== undefined && diagnosis.summary !== undefined
        ? { ...diagnosis, summary: SUMMARIES[report.verdict] }
        : diagnosis,
    groups: report.groups,
    worst: bad.length > 0 ? bad.slice(0, LISTED) : ordered.slice(0, NEAREST),
    more: Math.max(0, bad.length - LISTED),
    ...(scatter && { scatter }),
    account: judged + classic,
  };
}

const SUMMARIES = {
  pass: 'The two gradients agree in every direction that was tried.',
  fail: 'The two gradients disagree.',
  inconclusive: 'The two gradients could not be told apart or together.',
} as const;

const RANK = { fail: 2, inconclusive: 1, pass: 0 } as const;

/** Verdict first, then how far beyond its tolerance an element is. */
function concern({ verdict, analytic, numeric, tolerance }: Element): number {
  const excess = Math.abs(analytic - numeric) / (tolerance || Number.MIN_VALUE);
  // a NaN, or a tolerance of nothing, counts as the largest excess of its verdict
  return RANK[verdict] + (excess >= 0 && excess < Infinity ? excess / (1 + excess) : 1) * 0.999;
}

function scatterOf(elements: readonly Element[], groups: readonly Group[]): ScatterSpec | undefined {
  const drawable = elements.filter(({ analytic, numeric }) => Number.isFinite(analytic) && Number.isFinite(numeric));
  if (drawable.length === 0) return undefined;
  const worst = drawable.find(({ verdict }) => verdict === 'fail');
  return {
    x: { label: 'numeric' },
    y: { label: 'analytic' },
    groups: groups.map(({ name: group }) => ({
      key: group,
      label: group,
      points: drawable
        .filter((element) => element.group === group)
        .sort((a, b) => a.index - b.index)
        .map(({ numeric, analytic, name }) => ({ x: numeric, y: analytic, name })),
    })),
    highlights: worst ? [{ x: worst.numeric, y: worst.analytic, label: worst.name, tone: 'fail' }] : [],
  };
}
