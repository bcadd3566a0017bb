/** What a figure says of a report, in words: plain data, so that it can be made at build time. */
import type { Finding, FindingKind, Report, Verdict } from '@/checker/types.ts';
import { inWords, summarize, surenessOf } from '@/checker/words/wording.ts';

/** Two bugs can be read at once; of more, the first two explain most elements. */
const SHOWN = 2;

/** The role of the findings that a verdict rests on. */
const DECISIVE: Readonly<Record<Verdict, Finding['role']>> = { fail: 'bug', inconclusive: 'doubt', pass: 'note' };

/** The parts of a report that its words need: verdict, findings, and the names of f and of the gradient. */
export interface JudgedReport extends Pick<Report, 'verdict' | 'findings' | 'lossName'> {
  readonly derivative?: string;
}

/** The findings that the verdict rests on, the most telling first. */
export function decisive({ findings, verdict }: JudgedReport): readonly Finding[] {
  const telling = findings.filter(({ role }) => role === DECISIVE[verdict]);
  // A missing sum explains the wrong shape: the shape need not be reported as well.
  const summed = telling.some(({ kind }) => kind === 'broadcast-not-summed');
  return telling.filter(({ kind }) => !(summed && kind === 'wrong-shape')).slice(0, SHOWN);
}

export interface FindingText {
  /** Also its anchor in the list of bugs. */
  readonly kind: FindingKind;
  readonly title: string;
  /** How sure the name is; empty where there is none. */
  readonly sureness: string;
  readonly says: string;
  readonly next: string;
}

/** A finding of a report in words, with f called as the report calls it. */
export const findingText = (finding: Finding, report: Pick<JudgedReport, 'lossName' | 'derivative'>): FindingText => ({
  kind: finding.kind,
  sureness: surenessOf(finding),
  ...inWords(finding, report),
});

export interface DiagnosisText {
  readonly verdict: Verdict;
  /** In place of findings, or before them. */
  readonly summary?: string;
  readonly findings: readonly FindingText[];
}

/** The words for a report: its verdict with the findings that it rests on, or with a summary where there are none. */
export function diagnosisWith(report: JudgedReport, summary: () => string): DiagnosisText {
  const findings = decisive(report).map((finding) => findingText(finding, report));
  const summed = report.verdict === 'pass' || findings.length === 0;
  return { verdict: report.verdict, findings, ...(summed && { summary: summary() }) };
}

export const diagnosisOf = (report: Report): DiagnosisText => diagnosisWith(report, () => summarize(report));
