/** What a figure says of a report, in words: plain data, so that it can be made at build time. */
import type { Confidence, Finding, FindingKind, Report, Verdict } from '@/checker/types.ts';
import { explainFinding, nextStep, summarize, titleOf } from '@/checker/words/wording.ts';

/** Two bugs can be read at once; of more, the first two explain most elements. */
const SHOWN = 2;

/** The role of the findings that a verdict rests on. */
const DECISIVE: Readonly<Record<Verdict, Finding['role']>> = { fail: 'bug', inconclusive: 'doubt', pass: 'note' };

/** What of a report its verdict rests on, the most telling first. */
export function decisive({ findings, verdict }: Report): readonly Finding[] {
  const telling = findings.filter(({ role }) => role === DECISIVE[verdict]);
  // A missing sum is why the shape is another one: it need not be said twice.
  const summed = telling.some(({ kind }) => kind === 'broadcast-not-summed');
  return telling.filter(({ kind }) => !(summed && kind === 'wrong-shape')).slice(0, SHOWN);
}

export interface FindingText {
  /** Also its anchor in the list of bugs. */
  readonly kind: FindingKind;
  readonly title: string;
  readonly confidence: Confidence;
  readonly says: string;
  readonly next: string;
}

export const findingText = (finding: Finding): FindingText => ({
  kind: finding.kind,
  title: titleOf(finding.kind),
  confidence: finding.confidence,
  says: explainFinding(finding),
  next: nextStep(finding),
});

export interface DiagnosisText {
  readonly verdict: Verdict;
  /** In place of findings, or before them. */
  readonly summary?: string;
  readonly findings: readonly FindingText[];
}

/** The words for a report: its verdict and the findings that it rests on. */
export function diagnosisOf(report: Report): DiagnosisText {
  const findings = decisive(report).map(findingText);
  const summed = report.verdict === 'pass' || findings.length === 0;
  return { verdict: report.verdict, findings, ...(summed && { summary: summarize(report) }) };
}
