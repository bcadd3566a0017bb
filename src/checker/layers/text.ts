/** The report of a layer as plain text, for a terminal or the failure message of a test. */

import type { Group, Verdict } from '../types.ts';
import { comparison, listed } from '../words/listing.ts';
import { figure } from '../words/sentence.ts';
import { inWords, surenessOf } from '../words/wording.ts';
import type { Entry, LayerReport } from './types.ts';

const OPENINGS: Readonly<Record<Verdict, string>> = {
  pass: 'right',
  fail: 'wrong',
  inconclusive: 'undecided',
};

const ends = (report: LayerReport): string =>
  `${report.outputCount} ${report.outputCount === 1 ? 'output' : 'outputs'} and ${report.elements.length} ${report.elements.length === 1 ? 'element' : 'elements'} of x`;

/**
 * The report of a layer in one line: the verdict, why, and what to do next.
 *
 * @example
 * summarizeLayer(report); // 'The vjp is wrong in W, and right in x, b. A factor of two. …'
 */
export function summarizeLayer(report: LayerReport): string {
  const { verdict, findings, groups, detectable, derivative } = report;
  const first = findings.find(({ role }) => role === (verdict === 'fail' ? 'bug' : 'doubt'));
  const words = first && inWords(first, { lossName: 'F', derivative });
  const why = words ? ` ${words.title}. ${words.next}` : '';
  if (verdict === 'pass')
    return `The ${derivative} is right: it agrees with the slopes of F over ${ends(report)}, and a relative error of ${figure(Number(detectable.worst.toPrecision(2)))} would have been seen.`;
  if (verdict === 'inconclusive') return `The numbers cannot tell whether the ${derivative} is right.${why}`;
  return `The ${derivative} is wrong${inGroups(groups)}.${why}`;
}

/** ` in W, b and right in x`; nothing where x has no names. */
function inGroups(groups: readonly Group[]): string {
  const names = (verdict: Verdict) => groups.filter((each) => each.verdict === verdict).map(({ name }) => name);
  const wrong = names('fail');
  const right = names('pass');
  if (groups.length < 2 || wrong.length === 0) return '';
  return ` in ${listed(wrong)}${right.length > 0 ? `, and right in ${listed(right)}` : ''}`;
}

function worst(entries: readonly Entry[]): string[] {
  const wrong = entries.filter(({ verdict }) => verdict === 'fail');
  if (wrong.length === 0) return [];
  return ['', 'Worst entries, output / element:', ...comparison(wrong)];
}

/** `Outputs: mean wrong (2 of 2), logvar right.` */
function outputsLine(outputs: readonly Group[]): string[] {
  if (outputs.length < 2 && outputs.every(({ size }) => size === 1)) return [];
  const parts = outputs.map(
    ({ name, verdict, wrong, size }) =>
      `${name} ${OPENINGS[verdict]}${verdict === 'fail' && size > 1 ? ` (${wrong} of ${size})` : ''}`,
  );
  return parts.length === 0 ? [] : [`Outputs: ${listed(parts)}.`];
}

/**
 * The report of a layer as lines of text: verdict and what to do, the outputs, the worst entries with both their ends, the
 * findings, and what it took.
 *
 * @example
 * console.log(formatLayerReport(diagnoseVjp(F, vjp, x)));
 * // FAIL: The vjp is wrong in W, and right in x, b. …
 */
export function formatLayerReport(report: LayerReport): string {
  const { findings, entries, outputs, derivative } = report;
  return [
    `${report.verdict.toUpperCase()}: ${summarizeLayer(report)}`,
    ...outputsLine(outputs),
    ...worst(entries),
    ...(findings.length > 0 ? ['', 'Findings:'] : []),
    ...findings.flatMap((finding) => {
      const { says, next } = inWords(finding, { lossName: 'F', derivative });
      const sureness = surenessOf(finding);
      return [`  ${finding.role}: ${says}${sureness === '' ? '' : ` (${sureness})`}`, `    Next: ${next}`];
    }),
    '',
    `${ends(report)}${report.full ? ', each entry compared' : ', compared in mixtures'}; ${report.evaluations} evaluations of F, ${report.vjpEvaluations} of the ${derivative}.`,
  ].join('\n');
}
