/** The report of a check along directions as lines of text. */
import {
  type DirectionsReport,
  explainFinding,
  nextStep,
  scientific,
  titleOf,
  type Verdict,
} from '../../checker/index.ts';

import type { Kind } from './subject.ts';

/** What the two functions are called. */
const NAMES = {
  loss: { f: 'the loss', gradient: 'the gradient' },
  vjp: { f: 'forward', gradient: 'the vjp' },
} as const;

const opening = (verdict: Verdict, kind: Kind): string =>
  verdict === 'inconclusive'
    ? 'The numbers cannot tell'
    : `T${NAMES[kind].gradient.slice(1)} is ${verdict === 'pass' ? 'right' : 'wrong'}`;

/** The report in one line: the verdict, why, and what to do next. */
export function directionsSummary(
  { verdict, findings, agreed, missProbability, detectable }: DirectionsReport,
  kind: Kind,
): string {
  if (verdict === 'pass')
    return `${opening(verdict, kind)}: ${agreed} random directions agree. An error of ${scientific(detectable.total)} of the gradient would have been seen, but for a chance of ${scientific(missProbability)}.`;
  const first = findings.find(({ role }) => role === (verdict === 'fail' ? 'bug' : 'doubt'));
  return `${opening(verdict, kind)}.${first ? ` ${titleOf(first.kind)}. ${nextStep(first)}` : ''}`;
}

/** The whole report: the verdict, the wrong elements, the parts that hold more of them, the findings, and what was counted. */
export function formatDirections(report: DirectionsReport, kind: Kind): string {
  const { verdict, wrong, suspects, findings, directions, agreed, evaluations, gradientEvaluations } = report;
  return [
    `${verdict.toUpperCase()}: ${directionsSummary(report, kind)}`,
    ...wrong.map(
      ({ name, analytic, numeric }) => `  ${name}: analytic ${scientific(analytic)}, numeric ${scientific(numeric)}`,
    ),
    ...suspects.map(({ first, last, size }) => `  ${size} elements hold more that is wrong: ${first} to ${last}`),
    ...(findings.length > 0 ? ['', 'Findings:'] : []),
    ...findings.flatMap((finding) => [
      `  ${finding.role}: ${explainFinding(finding)}`,
      `    Next: ${nextStep(finding)}`,
    ]),
    '',
    `${directions} directions, of which ${agreed} agree in a row; ${evaluations} evaluations of ${NAMES[kind].f}, ${gradientEvaluations} of ${NAMES[kind].gradient}.`,
  ].join('\n');
}
