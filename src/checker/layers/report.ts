/** The report of a layer: verdicts of elements, groups and outputs, findings about the numbers, and the name of the bug. */
import { RELATIVE_FLOOR } from '../defaults.ts';
import { detectableIn, elementsOf, groupsOf, rankingOf, verdictOfFinding, worstOf } from '../elements/assemble.ts';
import { numericFindings } from '../elements/numeric-findings.ts';
import { staleFinding } from '../elements/stale.ts';
import { makeFinding, whereIn } from '../findings.ts';
import { errorOf } from '../slope/precision.ts';
import type { Element, Finding, Group, Verdict } from '../types.ts';
import { bugsOf, NOT_OF_V } from './bugs.ts';
import { CHANGING, elementsNamed } from './changing.ts';
import type { JudgedRow } from './judge-rows.ts';
import { comparedIn, entriesOf, joined, outputGroups } from './merge.ts';
import type { Measured, Setting } from './setting.ts';
import type { LayerReport } from './types.ts';

/** Findings that name whole groups of x, by what the vjp does there. */
const OF_GROUPS: readonly Finding['kind'][] = [...NOT_OF_V, ...CHANGING];

const ROLES = ['bug', 'doubt', 'note'];
/** Why a group came back in another shape: of the two findings the one that says more. */
const OF_SHAPES: readonly Finding['kind'][] = ['broadcast-not-summed', 'transposed'];

/** Most telling first. */
function sorted(findings: readonly Finding[]): Finding[] {
  const shaped = findings.filter(({ kind }) => OF_SHAPES.includes(kind)).flatMap(({ where }) => where.groups);
  const isSaid = ({ kind, where }: Finding) =>
    kind === 'wrong-shape' && where.groups.some((name) => shaped.includes(name));
  const rank = (finding: Finding) => ROLES.indexOf(finding.role) + (isSaid(finding) ? 1 / 2 : 0);
  return [...findings].sort((a, b) => rank(a) - rank(b));
}

/** The rows that decide: single outputs where each was compared, else all. */
const deciding = ({ rows, full }: Pick<Measured<never>, 'rows' | 'full'>): readonly JudgedRow[] => {
  const single = rows.filter(({ view }) => view.output !== undefined);
  return full && single.length > 0 ? single : rows;
};

/** Findings about the numbers: why they cannot tell, or what a measurement ran into. */
function numbersOf<X>({ inputs, opened, values }: Setting<X>, measured: Measured<X>): Finding[] {
  const { rows, halted, canMeasure, before } = measured;
  const rounding = errorOf({ noise: 0, unit: before.precision.unit }, before.value);
  const numbers = joined(
    inputs,
    opened.layout,
    deciding(measured).map(({ view, judged, verdicts, noisy }) => ({
      output: view.output,
      findings: numericFindings(inputs, judged, verdicts, rounding, noisy || !canMeasure),
    })),
  ).map((finding) =>
    halted === 'aborted' && finding.kind === 'budget-exhausted' ? { ...finding, kind: halted } : finding,
  );
  if (halted && !numbers.some(({ kind }) => kind === halted))
    numbers.push(makeFinding(halted, 'doubt', whereIn(inputs, [...values.keys()])));
  const noisy = rows.filter((row) => row.noisy);
  if (noisy.length > 0) {
    const single = noisy.filter(({ view }) => view.output !== undefined);
    const [{ noise, view }] = single.length > 0 ? single : noisy;
    numbers.push(
      makeFinding('noise', 'doubt', whereIn(inputs, []), {
        noise,
        relative: noise / Math.abs(view.value),
        ...(single.length === 1 && { output: opened.layout.nameOf(single[0].view.output as number) }),
      }),
    );
  }
  const missing = [...opened.first.keys()].filter((k) => !Number.isFinite(opened.first[k]));
  if (missing.length > 0)
    numbers.push(
      makeFinding('not-finite', 'doubt', whereIn(inputs, []), {
        by: 'F',
        value: String(opened.first[missing[0]]),
        output: opened.layout.nameOf(missing[0]),
        outputs: missing.length,
      }),
    );
  return numbers;
}

/**
 * The verdict on each element of x: the worst over the rows that decide; `fail` for all elements of a group where the vjp
 * breaks its contract.
 */
function verdictsOver(rows: readonly JudgedRow[], size: number, broken: ReadonlySet<number>): Verdict[] {
  return Array.from({ length: size }, (_, i) =>
    broken.has(i) ? 'fail' : worstOf(rows.map(({ verdicts }) => verdicts[i])),
  );
}

export function reportOf<X>(setting: Setting<X>, measured: Measured<X>): LayerReport {
  const { inputs, values, opened, asked } = setting;
  const { before, full, mixtures, scene } = measured;
  const broken = elementsNamed(
    inputs,
    measured.contract.filter(({ kind, role }) => role === 'bug' && OF_GROUPS.includes(kind)),
  );
  const rows = measured.rows.map((row) => ({
    ...row,
    verdicts: row.verdicts.map((verdict, i) => (broken.has(i) && verdict === 'inconclusive' ? 'fail' : verdict)),
  }));
  const [leader] = rows;
  const decide = deciding({ rows, full });
  const verdicts = verdictsOver(decide, values.length, broken);
  const stale = measured.canMeasure ? staleFinding(scene, before, verdicts) : [];
  const contract = [...measured.contract, ...stale];
  const claimed = (i: number) => rows.some(({ judged }) => Number.isFinite(judged[i].analytic));
  const wrong = verdicts.flatMap((verdict, i) => (verdict === 'fail' && !broken.has(i) && claimed(i) ? [i] : []));
  const found = sorted([
    ...contract,
    ...bugsOf(setting, { ...measured, contract }, wrong),
    ...numbersOf(setting, { ...measured, rows }),
  ]);
  const elements: Element[] = elementsOf(inputs, leader.judged, verdicts);
  const compared = [
    ...comparedIn(rows),
    ...measured.located.entries.map((entry) => ({ ...entry, verdict: 'fail' as const })),
  ];
  const outputs = outputVerdicts(setting, decide, measured);
  const byOutput = new Map(rows.map((row) => [row.view.output, row]));
  const groups: Group[] = groupsOf(inputs, elements);
  return {
    verdict: worstOf([...verdicts, ...found.map(verdictOfFinding)]),
    derivative: asked.derivative,
    findings: found,
    groups,
    outputs: outputGroups(opened.layout, outputs, (k) => byOutput.get(k)),
    elements,
    entries: entriesOf(inputs, opened.layout, compared),
    ranking: rankingOf(elements),
    outputCount: opened.layout.size,
    full,
    mixture: [...mixtures[0]],
    evaluations: opened.outputs.calls,
    vjpEvaluations: asked.calls(),
    noise: leader.noise,
    relativeFloor: before.answers?.floor ?? RELATIVE_FLOOR,
    detectable: detectableIn(leader.judged),
  };
}

/** The verdict on each output, over all elements of x. Of many, those that were found wrong, and what is known of their group. */
function outputVerdicts<X>(
  { opened }: Setting<X>,
  rows: readonly JudgedRow[],
  { full, located }: Measured<X>,
): Verdict[] {
  const { first } = opened;
  const verdictOf = (row: JudgedRow): Verdict => worstOf(row.verdicts);
  const byOutput = new Map(rows.map((row) => [row.view.output, verdictOf(row)]));
  const whole = worstOf(rows.map(verdictOf));
  const parts = rows.filter(({ view }) => view.cotangent.some((v, k) => v === 0 && Number.isFinite(first[k])));
  const wrong = new Set(located.entries.map(({ output }) => output));
  return Array.from(first, (y, k): Verdict => {
    if (!Number.isFinite(y)) return 'inconclusive';
    if (full) return byOutput.get(k) ?? whole;
    if (wrong.has(k)) return 'fail';
    const part = parts.find(({ view }) => view.cotangent[k] !== 0);
    const verdict = part ? verdictOf(part) : whole;
    // some of its group are wrong, and these were named: of this one nothing is known
    return verdict === 'fail' && wrong.size > 0 ? 'inconclusive' : verdict;
  });
}
