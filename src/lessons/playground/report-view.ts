/** What the page shows of a check's result, as plain data. */
import { typesetMinus } from '@/charts/format.ts';
import type { ScatterSpec } from '@/charts/scatter.ts';
import type { Entry } from '@/checker/index.ts';
import type { Element, Group } from '@/checker/types.ts';
import { summarize } from '@/checker/words/wording.ts';
import type { CheckResult, OutputsResult } from '@/sandbox/protocol.ts';
import { type DiagnosisText, diagnosisWith } from '../report/diagnosis.ts';
import { counted, textbookText } from '../report/words.ts';

/** Elements that a table of the worst lists. */
const LISTED = 12;
/** Where none is bad, this many of those that came nearest to it. */
const NEAREST = 5;

/** A table of slopes: of the worst elements, or of the worst entries of a Jacobian, named by both of their ends. */
export interface SlopesView {
  readonly label: string;
  readonly caption: string;
  readonly head: string;
  /** Those wrong and undecided, the worst first; of a gradient that passes, those nearest to their tolerance. */
  readonly slopes: readonly Pick<Element, 'name' | 'analytic' | 'numeric' | 'errorBar' | 'verdict'>[];
  /** How many are wrong or undecided beyond those listed. */
  readonly more: number;
}

export interface ReportView {
  readonly diagnosis: DiagnosisText;
  readonly groups: readonly Group[];
  /** The groups of the outputs, where there are many. */
  readonly outputs?: readonly Group[];
  readonly slopes: SlopesView;
  /** Undefined where nothing can be drawn. */
  readonly scatter?: ScatterSpec;
  /** How the check went about it. */
  readonly account: string;
}

export function reportView(result: CheckResult): ReportView {
  const { report, textbook, many } = result;
  const diagnosis = resultDiagnosis(result);
  const ordered = [...report.elements].sort((a, b) => concern(b) - concern(a));
  const classic = textbook === undefined ? '' : ` ${textbookText(textbook)}`;
  const scatter = scatterOf(ordered, report.groups);
  return {
    diagnosis,
    groups: report.groups,
    slopes: slopesOf(ordered, many),
    ...(scatter && { scatter }),
    ...(many && { outputs: many.outputs }),
    account: accountOf(result) + classic,
  };
}

/** @param ordered the elements, those that matter most first */
function slopesOf(ordered: readonly Element[], many: OutputsResult | undefined): SlopesView {
  const listed = (bad: readonly (Element | Entry)[]) => ({
    slopes: bad.slice(0, LISTED),
    more: Math.max(0, bad.length - LISTED),
  });
  if (many !== undefined && many.entries.length > 0)
    return {
      label: 'Entries of the Jacobian',
      caption: 'The worst slopes, named by both ends',
      head: 'Output / input',
      ...listed(many.entries),
    };
  const label = 'Elements of the gradient';
  const bad = ordered.filter(({ verdict }) => verdict !== 'pass');
  if (bad.length > 0) return { label, caption: 'The worst elements', head: 'Element', ...listed(bad) };
  const caption = 'The elements nearest to their tolerance';
  return { label, caption, head: 'Element', slopes: ordered.slice(0, NEAREST), more: 0 };
}

const MANY: Readonly<Record<OutputsResult['subject'], readonly [checked: string, called: string]>> = {
  layer: ['the vjp', 'the forward pass'],
  jacobian: ['the Jacobian', 'the forward pass'],
  hessian: ['the Hessian', 'the gradient'],
};

function accountOf({ report, size, directions, many }: CheckResult): string {
  const calls = counted(report.evaluations, 'evaluation');
  if (many !== undefined) {
    const [checked, called] = MANY[many.subject];
    const outputs = counted(many.outputCount, 'output');
    const compared = many.full ? 'every slope on its own' : 'fixed random mixtures of the outputs';
    return `${outputs} along ${counted(size, 'element')}, ${compared}, in ${calls} of ${called} and ${counted(report.gradientEvaluations, 'call')} of ${checked}.`;
  }
  if (directions === undefined) return `${counted(size, 'element')}, one at a time, in ${calls} of the loss.`;
  const miss = typesetMinus(directions.missProbability.toExponential(1));
  return `${counted(size, 'element')} along ${counted(directions.used, 'random direction')}, in ${calls} of the loss; ${directions.agreed} agreed, and an error would have escaped those with probability ${miss}.`;
}

/** The words for a result; the summary comes from directions or outputs, which the report alone does not know. */
export const resultDiagnosis = ({ report, directions, many }: CheckResult): DiagnosisText =>
  diagnosisWith(report, () => many?.summary ?? (directions ? SUMMARIES[report.verdict] : summarize(report)));

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
