/** The report of a layer: verdicts of elements, groups and outputs, findings about the numbers, and the name of the bug. */
import { RELATIVE_FLOOR } from '../defaults.ts';
import { type Evidence, isExplained } from '../diagnosis/evidence.ts';
import { detectableIn, elementsOf, groupsOf, rankingOf, verdictOfFinding, worstOf } from '../elements/assemble.ts';
import { numericFindings } from '../elements/numeric-findings.ts';
import { staleFinding } from '../elements/stale.ts';
import { stepsBeyond } from '../elements/steps-beyond.ts';
import { makeFinding, whereIn } from '../findings.ts';
import { errorOf } from '../slope/precision.ts';
import type { Element, Finding, Group, Point, Verdict } from '../types.ts';
import type { Measured, Setting } from './diagnose-layer.ts';
import type { JudgedRow } from './judge-rows.ts';
import { entriesOf, joined, outputGroups } from './merge.ts';
import { namesOf } from './names.ts';
import type { LayerReport } from './types.ts';

const ROLES = ['bug', 'doubt', 'note'];
/** Findings of a vjp that is no multiple of its v: nothing else can be said of the groups that they name. */
const NOT_OF_V: readonly Finding['kind'][] = ['ignores-cotangent', 'not-linear'];

/** The rows that decide: single outputs where each was compared, else all. */
const deciding = ({ rows, full }: Pick<Measured<never>, 'rows' | 'full'>): readonly JudgedRow[] => {
  const single = rows.filter(({ view }) => view.output !== undefined);
  return full && single.length > 0 ? single : rows;
};

/** What the diagnosis is given of one mixture. */
function evidenceOf<X extends Point>(
  { inputs, values, options }: Setting<X>,
  { scene, before, contract, answers }: Measured<X>,
  { judged, verdicts, noisy }: JudgedRow,
  k: number,
): Evidence {
  const flat = judged.flatMap(({ slope }, i) => (slope.value === 0 && verdicts[i] === 'fail' ? [i] : []));
  // the other mixtures are flat where the first is
  const steps = noisy || k > 0 ? new Map<number, boolean>() : stepsBeyond(scene, before, flat);
  return {
    x: values,
    analytic: Float64Array.from(judged, ({ analytic }) => analytic),
    numeric: Float64Array.from(judged, ({ slope }) => slope.value),
    tolerance: Float64Array.from(judged, ({ tolerance }) => tolerance),
    verdicts,
    unchanged: judged.map(({ slope }) => slope.shape === 'flat' && slope.movesWithin === undefined),
    steps: judged.map((_, i) => steps.get(i)),
    groups: inputs.blocks,
    nameOf: inputs.nameOf,
    sizes: options.sizes ?? {},
    mismatches: answers[k]?.mismatches ?? [],
    contract,
  };
}

/** The names of the bugs, of the elements that the contract does not explain. */
function bugsOf<X extends Point>(setting: Setting<X>, measured: Measured<X>, wrong: readonly number[]): Finding[] {
  const { contract, rows, mixtures } = measured;
  if (isExplained(contract)) return [];
  const known = new Set(contract.filter(({ kind }) => NOT_OF_V.includes(kind)).flatMap(({ where }) => where.indices));
  const mixed = rows.slice(0, mixtures.length);
  const cases = mixed.map((row, k) => evidenceOf(setting, measured, row, k));
  const named = namesOf(setting.inputs, cases, wrong);
  return known.size === 0 ? named : named.filter(({ where }) => !where.indices.some((i) => known.has(i)));
}

/** Why numbers cannot tell, or what was met on the way. */
function numbersOf<X extends Point>({ inputs, opened, values }: Setting<X>, measured: Measured<X>): Finding[] {
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

/** The verdict on each element of x: the worst over the rows that decide, and over all where v itself is not multiplied by. */
function verdictsOver(rows: readonly JudgedRow[], size: number, broken: ReadonlySet<number>): Verdict[] {
  return Array.from({ length: size }, (_, i) =>
    broken.has(i) ? 'fail' : worstOf(rows.map(({ verdicts }) => verdicts[i])),
  );
}

export function reportOf<X extends Point>(setting: Setting<X>, measured: Measured<X>): LayerReport {
  const { inputs, values, opened, asked } = setting;
  const { rows, before, full, mixtures, scene } = measured;
  const [leader] = rows;
  const broken = new Set(
    measured.contract.filter(({ kind }) => NOT_OF_V.includes(kind)).flatMap(({ where }) => where.indices),
  );
  const decide = deciding(measured);
  const verdicts = verdictsOver(decide, values.length, broken);
  const stale = measured.canMeasure ? staleFinding(scene, before, verdicts) : [];
  const contract = [...measured.contract, ...stale];
  const claimed = (i: number) => rows.some(({ judged }) => Number.isFinite(judged[i].analytic));
  const wrong = verdicts.flatMap((verdict, i) => (verdict === 'fail' && !broken.has(i) && claimed(i) ? [i] : []));
  const found = [
    ...contract,
    ...bugsOf(setting, { ...measured, contract }, wrong),
    ...numbersOf(setting, measured),
  ].sort((a, b) => ROLES.indexOf(a.role) - ROLES.indexOf(b.role));
  const elements: Element[] = elementsOf(inputs, leader.judged, verdicts);
  const outputs = outputVerdicts(setting, decide, full);
  const byOutput = new Map(rows.map((row) => [row.view.output, row]));
  const groups: Group[] = groupsOf(inputs, elements);
  return {
    verdict: worstOf([...verdicts, ...found.map(verdictOfFinding)]),
    derivative: asked.derivative,
    findings: found,
    groups,
    outputs: outputGroups(opened.layout, outputs, (k) => byOutput.get(k)),
    elements,
    entries: entriesOf(inputs, opened.layout, rows),
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

/** The verdict on each output, over all elements of x. */
function outputVerdicts<X extends Point>({ opened }: Setting<X>, rows: readonly JudgedRow[], full: boolean): Verdict[] {
  const { first } = opened;
  const verdictOf = (row: JudgedRow): Verdict => worstOf(row.verdicts);
  const byOutput = new Map(rows.map((row) => [row.view.output, verdictOf(row)]));
  const whole = worstOf(rows.map(verdictOf));
  const parts = rows.filter(({ view }) => view.cotangent.some((v, k) => v === 0 && Number.isFinite(first[k])));
  return Array.from(first, (y, k): Verdict => {
    if (!Number.isFinite(y)) return 'inconclusive';
    if (full) return byOutput.get(k) ?? whole;
    const part = parts.find(({ view }) => view.cotangent[k] !== 0);
    return part ? verdictOf(part) : whole;
  });
}
