/** A report as plain text, for a terminal or the failure message of a test. */
import type { Report } from '../types.ts';
import { comparison, LISTED, listed } from '../words/listing.ts';
import { figure } from '../words/sentence.ts';
import { inWords, summarize, surenessOf } from '../words/wording.ts';

const inBrackets = (text: string): string => (text === '' ? '' : ` (${text})`);

function worst({ ranking, elements }: Report): string[] {
  if (ranking.length === 0) return [];
  // a report that was cut short, or made up, may rank elements that it does not hold
  const shown = ranking.slice(0, LISTED).flatMap((i) => elements.find(({ index }) => index === i) ?? []);
  if (shown.length === 0) return [];
  const more = ranking.length - shown.length;
  return ['', 'Worst elements:', ...comparison(shown), ...(more > 0 ? [`  and ${more} more`] : [])];
}

/** Lists the wrong and the right groups: a bug of the backward pass is near the boundary between them. */
function wrongGroups({ groups }: Report): string[] {
  const bad = groups.filter(({ wrong }) => wrong > 0);
  if (bad.length === 0 || groups.length < 2) return [];
  const right = groups.filter(({ verdict }) => verdict === 'pass').map(({ name }) => name);
  const rest = right.length > 0 ? `; right: ${listed(right)}` : '';
  return [
    `Wrong groups: ${listed(bad.map(({ name, wrong, size }) => `${name} (${wrong} of ${size} elements)`))}${rest}.`,
  ];
}

/**
 * The report as lines of text: verdict and what to do, counts, the wrong and the right groups, the worst elements (at most eight)
 * and the findings.
 *
 * @example
 * console.log(formatReport(diagnoseGradient(f, gradient, x)));
 * // FAIL: The gradient is wrong in 2 of 2 elements. …
 */
export function formatReport(report: Report): string {
  const { lossName = 'f' } = report;
  const undecided = report.elements.filter(({ verdict }) => verdict === 'inconclusive').length;
  return [
    `${report.verdict.toUpperCase()}: ${summarize(report)}`,
    ...wrongGroups(report),
    ...worst(report),
    ...(report.findings.length > 0 ? ['', 'Findings:'] : []),
    ...report.findings.flatMap((finding) => {
      const { says, next } = inWords(finding, report);
      return [`  ${finding.role}: ${says}${inBrackets(surenessOf(finding))}`, `    Next: ${next}`];
    }),
    '',
    `${report.elements.length} elements${undecided > 0 ? `, ${undecided} undecided` : ''}; ${report.evaluations} evaluations of ${lossName}, ${
      report.gradientEvaluations
    } of the gradient; ${lossName}(x) = ${figure(report.value)}.`,
  ].join('\n');
}
