/** All the English of findings and verdicts: what was found, with its figures, and what to do next. */
import type { Finding, FindingKind, Report, Verdict } from '../types.ts';
import { BUGS } from './bugs.ts';
import { CONTRACT } from './contract.ts';
import { DOUBTS } from './doubts.ts';
import { RELATIONS } from './relations.ts';
import { figure, subject, type Words } from './sentence.ts';
import { STRUCTURE } from './structure.ts';

const WORDS: Readonly<Record<FindingKind, Words>> = { ...BUGS, ...RELATIONS, ...STRUCTURE, ...CONTRACT, ...DOUBTS };

/**
 * The title of a kind of finding, for a heading or a list.
 *
 * @example
 * titleOf('factor-two'); // 'A factor of two'
 */
export const titleOf = (kind: FindingKind): string => WORDS[kind].title;

/**
 * What to do about a finding, in one sentence.
 *
 * @example
 * nextStep(report.findings[0]); // 'Differentiate the square again, with the factor in front of it.'
 */
export const nextStep = ({ kind }: Finding): string => WORDS[kind].next;

/**
 * A finding as one sentence with its figures.
 *
 * @example
 * explainFinding(report.findings[0]);
 * // 'All 6 wrong elements (in w, b) are 8 times the numeric slope; n = 8 is in sight: the 1/n of a mean was forgotten.'
 */
export function explainFinding(finding: Finding): string {
  const { says, tells } = WORDS[finding.kind];
  const sentence = tells
    ? tells(finding.evidence, finding)
    : `${subject(finding)} ${says?.(finding.evidence, finding)}`;
  const other = finding.evidence.alternative as FindingKind | undefined;
  const rival = other && WORDS[other] ? ` It may also be: ${WORDS[other].title.toLowerCase()}.` : '';
  return `${sentence}${/[.?]$/.test(sentence) ? '' : '.'}${rival}`;
}

const OPENINGS: Readonly<Record<Verdict, string>> = {
  pass: 'The gradient is right',
  fail: 'The gradient is wrong',
  inconclusive: 'The numbers cannot tell',
};

/**
 * A report in one line: the verdict, why, and what to do next.
 *
 * @example
 * summarize(report); // 'The gradient is wrong in 2 of 2 elements. A factor of two. …'
 */
export function summarize(report: Report): string {
  const { verdict, elements, findings, ranking, detectable } = report;
  const first = findings.find(({ role }) => role === (verdict === 'fail' ? 'bug' : 'doubt'));
  if (verdict === 'pass') {
    const single = elements.length === 1;
    const seen = `a relative error of ${figure(Number(detectable.worst.toPrecision(2)))} would have been seen`;
    return single
      ? `${OPENINGS.pass}: it agrees with the numeric slope, and ${seen}.`
      : `${OPENINGS.pass}: all ${elements.length} elements agree, and ${seen} in any of them.`;
  }
  const share =
    verdict === 'fail' && ranking.length > 0 && elements.length > 1
      ? ` in ${ranking.length} of ${elements.length} elements`
      : '';
  const why = first ? ` ${titleOf(first.kind)}. ${nextStep(first)}` : '';
  return `${OPENINGS[verdict]}${share}.${why}`;
}
