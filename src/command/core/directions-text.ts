/** The report of a check along directions as lines of text. */
import { type DirectionsReport, explainFinding, nextStep, scientific, titleOf } from '../../checker/index.ts';

const OPENINGS = {
  pass: 'The gradient is right',
  fail: 'The gradient is wrong',
  inconclusive: 'The numbers cannot tell',
};

/** The report in one line: the verdict, why, and what to do next. */
export function directionsSummary({
  verdict,
  findings,
  agreed,
  missProbability,
  detectable,
}: DirectionsReport): string {
  if (verdict === 'pass')
    return `${OPENINGS.pass}: ${agreed} random directions agree. An error of ${scientific(detectable.total)} of the gradient would have been seen, but for a chance of ${scientific(missProbability)}.`;
  const first = findings.find(({ role }) => role === (verdict === 'fail' ? 'bug' : 'doubt'));
  return `${OPENINGS[verdict]}.${first ? ` ${titleOf(first.kind)}. ${nextStep(first)}` : ''}`;
}

/** The whole report: the verdict, the wrong elements, the parts that hold more of them, the findings, and what was counted. */
export function formatDirections(report: DirectionsReport): string {
  const { verdict, wrong, suspects, findings, directions, agreed, evaluations, gradientEvaluations } = report;
  return [
    `${verdict.toUpperCase()}: ${directionsSummary(report)}`,
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
    `${directions} directions, of which ${agreed} agree in a row; ${evaluations} evaluations of the loss, ${gradientEvaluations} of the gradient.`,
  ].join('\n');
}
