/**
 * Names a bug that no pattern of numbers shows: in NumPy `dW[idx] += d` keeps only the last of several terms with one index.
 * That is tried, not guessed: the program is run again with the sum that was meant, and if all slopes come out right, then
 * nothing else was wrong.
 */
import { type Finding, type FindingKind, formatReport } from '@/checker/index.ts';
import type { PythonPair } from '@/python/pair.ts';
import { type CheckResult, LIMITS } from './protocol.ts';

/** Findings whose names say less than the one that was tried. */
const WEAKER: readonly FindingKind[] = [
  'unknown-pattern',
  'row-counts',
  'activation-derivative',
  'single-element',
  'layer-boundary',
  'factor-two',
  'constant-factor',
];

/** The result with that name, where it is the bug. */
export function withEqualIndices(result: CheckResult, pair: Pick<PythonPair, 'withSums'>): CheckResult {
  const { report, size, many, directions } = result;
  const bugs = report.findings.filter(({ role }) => role === 'bug');
  const isOpen = bugs.length > 0 && bugs.every(({ kind }) => WEAKER.includes(kind));
  const isWhole = many === undefined && directions === undefined && report.elements.length === size;
  if (report.verdict !== 'fail' || !isOpen || !isWhole) return result;
  const tried = pair.withSums();
  const isRight = report.elements.every(
    ({ index, numeric, tolerance, verdict }) =>
      verdict === 'inconclusive' || Math.abs((tried?.gradient[index] ?? Number.NaN) - numeric) <= tolerance,
  );
  if (tried === undefined || !isRight) return result;
  const places = bugs.map(({ where }) => where);
  const count = places.reduce((sum, where) => sum + where.count, 0);
  const named: Finding = {
    kind: 'equal-indices',
    role: 'bug',
    where: {
      groups: [...new Set(places.flatMap(({ groups }) => groups))],
      indices: places.flatMap(({ indices }) => indices),
      elements: places.flatMap(({ elements }) => elements),
      count,
    },
    evidence: { line: tried.line, fits: count, of: count },
    confidence: 'high',
  };
  const findings = report.findings.flatMap((finding) =>
    finding === bugs[0] ? [named] : bugs.includes(finding) ? [] : [finding],
  );
  const renamed = { ...report, findings };
  return { ...result, report: renamed, text: formatReport(renamed).slice(0, LIMITS.report) };
}
