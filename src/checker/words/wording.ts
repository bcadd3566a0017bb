/** All the English of findings and verdicts: what was found, with its figures, and what to do next. */
import type { Finding, FindingKind, Report, Verdict } from '../types.ts';
import { BUGS } from './bugs.ts';
import { CONTRACT } from './contract.ts';
import { DOUBTS } from './doubts.ts';
import { RELATIONS } from './relations.ts';
import { type Facts, figure, subject, type Words, wordOf } from './sentence.ts';
import { STRUCTURE } from './structure.ts';

const WORDS: Readonly<Record<FindingKind, Words>> = { ...BUGS, ...RELATIONS, ...STRUCTURE, ...CONTRACT, ...DOUBTS };

/** What a report is about: how its f is called, and what was checked, where that is no gradient. */
interface About {
  readonly lossName?: string;
  readonly derivative?: string;
}

/**
 * f as the reader calls it, and the gradient where it is a vjp. A sentence that quotes the program's own message is left as it
 * is.
 */
function called(text: string, { lossName = 'f', derivative }: About, { message }: Facts = {}): string {
  if (message !== undefined) return text;
  const named = text.replace(/\bf\b/g, () => lossName);
  return derivative === undefined ? named : named.replace(/\b([Tt]he) gradient\b/g, `$1 ${derivative}`);
}

/** A finding in words, with f called as the report calls it. */
export function inWords(
  finding: Finding,
  about: About = {},
): { readonly title: string; readonly says: string; readonly next: string } {
  const { kind, evidence } = finding;
  const { title, says, tells } = WORDS[kind];
  const sentence = tells ? tells(evidence, finding) : `${subject(finding)} ${says?.(evidence, finding)}`;
  const other = wordOf(WORDS, evidence.alternative);
  const rival = other ? ` It may also be: ${other.title.toLowerCase()}.` : '';
  return {
    title: called(title, about),
    says: called(`${sentence}${/[.?]$/.test(sentence) ? '' : '.'}${rival}`, about, evidence),
    next: called(nextStep(finding), about),
  };
}

/**
 * The title of a kind of finding, for a heading or a list.
 *
 * @example
 * titleOf('factor-two'); // 'A factor of two'
 */
export const titleOf = (kind: FindingKind): string => WORDS[kind].title;

/**
 * A finding as one sentence with its figures.
 *
 * @example
 * explainFinding(report.findings[0]);
 * // 'All 6 wrong elements (in w, b) are 8 times the numeric slope, and n is 8: the 1/n of a mean was forgotten.'
 */
export const explainFinding = (finding: Finding): string => inWords(finding).says;

/**
 * What to do about a finding, in one sentence.
 *
 * @example
 * nextStep(report.findings[0]); // 'Differentiate the square again, with the factor in front of it.'
 */
export function nextStep({ kind, evidence }: Pick<Finding, 'kind' | 'evidence'>): string {
  const { next } = WORDS[kind];
  return typeof next === 'string' ? next : next(evidence);
}

/**
 * How sure the name of a bug is: that the gradient is wrong is certain whatever its bug is called. Empty for a finding that has
 * no name, is no bug, or was observed directly.
 *
 * @example
 * surenessOf(report.findings[0]); // 'high confidence in the name'
 */
export const surenessOf = ({ kind, role, confidence }: Finding): string =>
  role !== 'bug' || kind === 'unknown-pattern' || Object.hasOwn(CONTRACT, kind)
    ? ''
    : `${confidence} confidence in the name`;

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
      : `${OPENINGS.pass}: ${elements.length === 2 ? 'both' : `all ${elements.length}`} elements agree, and ${seen} in any of them.`;
  }
  const share =
    verdict === 'fail' && ranking.length > 0 && elements.length > 1
      ? ` in ${ranking.length} of ${elements.length} elements`
      : '';
  const words = first && inWords(first, report);
  const why = words ? ` ${words.title}. ${words.next}` : '';
  const opening = first?.kind === 'throws' ? 'The check could not be made' : OPENINGS[verdict];
  return `${opening}${share}.${why}`;
}
