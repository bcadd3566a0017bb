/** The check of a large point along random directions, in the shape of a report, so that one page can show both. */
import {
  checkDirections,
  type DirectionsReport,
  type Gradient,
  type Group,
  type Loss,
  type Point,
  type Report,
  type Verdict,
} from '@/checker/index.ts';
import { type Block, layoutOf } from '@/checker/point/layout.ts';
import { inWords } from '@/checker/words/wording.ts';
import type { CheckResult, DirectionsResult } from './protocol.ts';

/** More elements than this are not checked one by one. */
export const LARGE = 5000;

/** What the reader's program calls f. */
const NAME = 'loss';

/** Evaluations of f that a search may take; ten directions that agree need about a hundred. */
const BUDGET = 400;

/**
 * Checks a point of more than `LARGE` elements: its verdict holds up to the stated chance of a miss, and the elements
 * of the report are the wrong ones that were found.
 *
 * @throws CheckError as for `checkDirections`
 */
export function checkLarge(
  f: Loss,
  gradient: Gradient,
  x: Point,
  onProgress: (share: number) => void = () => {},
): CheckResult {
  const { blocks, size } = layoutOf(x).layout;
  const found = checkDirections(f, gradient, x, {
    maxEvaluations: BUDGET,
    onStep: ({ evaluations }) => onProgress(Math.min(1, evaluations / BUDGET)),
  });
  const report = asReport(found, blocks);
  const directions: DirectionsResult = {
    used: found.directions,
    agreed: found.agreed,
    missProbability: found.missProbability,
    suspects: found.suspects.map(({ first, last, size: elements }) => ({ first, last, size: elements })),
  };
  return { report, size, directions, text: textOf(found, size) };
}

function asReport(found: DirectionsReport, blocks: readonly Block[]): Report {
  const groupOf = (index: number) => blocks.find(({ start, size }) => index >= start && index < start + size);
  const wrong = [...found.wrong].sort((a, b) => a.index - b.index);
  const gap = ({ analytic, numeric }: { analytic: number; numeric: number }) => Math.abs(analytic - numeric);
  return {
    verdict: found.verdict,
    findings: found.findings,
    elements: wrong.map(({ index, name, analytic, numeric, tolerance }) => ({
      index,
      name,
      group: groupOf(index)?.name ?? name,
      analytic,
      numeric,
      errorBar: tolerance,
      tolerance,
      relativeError: gap({ analytic, numeric }) / (Math.max(Math.abs(analytic), Math.abs(numeric)) || 1),
      step: Number.NaN,
      verdict: 'fail',
    })),
    groups: blocks.map((block) => groupResult(block, found)),
    ranking: [...wrong].sort((a, b) => gap(b) - gap(a)).map(({ index }) => index),
    evaluations: found.evaluations,
    gradientEvaluations: found.gradientEvaluations,
    value: found.value,
    lossName: NAME,
    noise: found.noise,
    relativeFloor: found.relativeFloor,
    detectable: { worst: found.detectable.element, median: found.detectable.element },
  };
}

function groupResult({ name, shape, start, size }: Block, { wrong, suspects, verdict }: DirectionsReport): Group {
  const inside = wrong.filter(({ index }) => index >= start && index < start + size);
  const suspected = suspects.reduce(
    (sum, span) => sum + Math.max(0, Math.min(span.start + span.size, start + size) - Math.max(span.start, start)),
    0,
  );
  const rest: Verdict = verdict === 'inconclusive' ? 'inconclusive' : 'pass';
  return {
    name,
    shape,
    start,
    size,
    wrong: inside.length,
    undecided: suspected,
    // of the whole group only a sample was seen
    relativeError: Number.NaN,
    verdict: inside.length > 0 ? 'fail' : suspected > 0 ? 'inconclusive' : rest,
  };
}

function textOf({ verdict, findings, wrong, agreed, missProbability, evaluations }: DirectionsReport, size: number) {
  return [
    `${verdict.toUpperCase()}: ${size} elements along random directions, ${evaluations} evaluations of ${NAME}.`,
    ...(verdict === 'pass'
      ? [`${agreed} directions agree; an error would have escaped with probability ${missProbability}.`]
      : []),
    ...wrong.slice(0, 8).map(({ name, analytic, numeric }) => `  ${name}  analytic ${analytic}  numeric ${numeric}`),
    ...findings.flatMap((finding) => {
      const { says, next } = inWords(finding, { lossName: NAME });
      return [`  ${finding.role}: ${says}`, `    ${next}`];
    }),
  ].join('\n');
}
