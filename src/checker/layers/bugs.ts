/** The bugs of a vjp or a Jacobian: names from mixtures of the outputs, from the whole matrix, or none. */
import { type Evidence, isExplained } from '../diagnosis/evidence.ts';
import { stepsBeyond } from '../elements/steps-beyond.ts';
import { makeFinding, whereIn } from '../findings.ts';
import type { Block } from '../point/layout.ts';
import type { Finding } from '../types.ts';
import { elementsNamed } from './changing.ts';
import { gaussNewton } from './gauss-newton.ts';
import type { JudgedRow } from './judge-rows.ts';
import { type Matrix, matrixOf } from './matrix.ts';
import { nameless, namesOf, unclaimed } from './names.ts';
import type { Measured, Setting } from './setting.ts';
import { missingShares, type Shares, sharesOfLooks, sharesOfMatrix } from './shares.ts';
import { structureOf } from './structure.ts';
import { symmetryOf } from './symmetry.ts';
import { unitCotangent } from './view.ts';

/** Findings of a vjp that is no multiple of its v: nothing else can be said of the groups that they name. */
export const NOT_OF_V: readonly Finding['kind'][] = ['ignores-cotangent', 'not-linear'];

/** The evidence for the diagnosis of each mixture. */
function evidences<X>(
  { inputs, values, options }: Setting<X>,
  { scene, before, contract, answers, rows, mixtures }: Measured<X>,
): Evidence[] {
  const mixed = rows.slice(0, mixtures.length);
  const [leader] = mixed;
  const flat = leader.judged.flatMap(({ slope }, i) => (slope.value === 0 && leader.verdicts[i] === 'fail' ? [i] : []));
  const steps = leader.noisy ? new Map<number, boolean>() : stepsBeyond(scene, before, flat);
  // where a mixture is flat all outputs are; only along the first mixture was F looked at further away
  const unchanged = leader.judged.map(({ slope }) => slope.shape === 'flat' && slope.movesWithin === undefined);
  return mixed.map(({ judged, verdicts }, k) => ({
    x: values,
    analytic: Float64Array.from(judged, ({ analytic }) => analytic),
    numeric: Float64Array.from(judged, ({ slope }) => slope.value),
    tolerance: Float64Array.from(judged, ({ tolerance }) => tolerance),
    verdicts,
    unchanged,
    steps: judged.map((_, i) => steps.get(i)),
    groups: inputs.blocks,
    nameOf: inputs.nameOf,
    sizes: options.sizes ?? {},
    mismatches: answers[k]?.mismatches ?? [],
    contract,
  }));
}

const columnsOf = ({ start, size }: Block): number[] => Array.from({ length: size }, (_, k) => start + k);

/** Findings over the whole matrix, or group by group of x, for wrong elements that have no name yet. */
function fromMatrix<X>({ inputs, opened, options }: Setting<X>, matrix: Matrix, wrong: readonly number[]): Finding[] {
  const all = Array.from({ length: matrix.columns }, (_, column) => column);
  const known = { groups: [...inputs.blocks, ...opened.layout.blocks], sizes: options.sizes ?? {} };
  const whole = structureOf(matrix, all, known);
  const make = (found: NonNullable<typeof whole>, indices: readonly number[]): Finding => ({
    ...makeFinding(found.kind, 'bug', whereIn(inputs, indices), {
      fits: indices.length,
      of: wrong.length,
      ...found.evidence,
    }),
    confidence: found.confidence,
  });
  if (whole) return [make(whole, wrong)];
  if (inputs.blocks.length === 1) return [];
  return inputs.blocks.flatMap((block) => {
    const columns = columnsOf(block);
    const inside = columns.filter((i) => wrong.includes(i));
    const found = inside.length > 0 ? structureOf(matrix, columns, known) : undefined;
    return found ? [make(found, inside)] : [];
  });
}

/** Groups of y for which v is never used, though they have slopes. */
function unusedOutputs<X>({ inputs, opened }: Setting<X>, matrix: Matrix): Finding[] {
  const { blocks } = opened.layout;
  if (blocks.length < 2) return [];
  return blocks.flatMap(({ name, start, size }) => {
    const rows = matrix.outputs.flatMap((output, row) => (output >= start && output < start + size ? [row] : []));
    const all = Array.from({ length: matrix.columns }, (_, column) => column);
    const silent = rows.length > 0 && rows.every((row) => all.every((column) => matrix.analytic(row, column) === 0));
    const touched = silent ? all.filter((column) => rows.some((row) => matrix.isWrong(row, column))) : [];
    return touched.length === 0
      ? []
      : [
          {
            ...makeFinding('ignores-cotangent', 'bug', whereIn(inputs, touched), { output: name }),
            // certain as it is, it may be a part of a larger bug
            confidence: 'low',
          } as const,
        ];
  });
}

/** A Gauss–Newton matrix given for the Hessian of a least-squares loss. */
function ofLeastSquares<X>(setting: Setting<X>, matrix: Matrix, wrong: readonly number[]): Finding[] {
  const { inputs, asked, values, scales, opened } = setting;
  if (asked.derivative !== 'Jacobian') return [];
  const rowAt = (k: number, at: Float64Array) => asked.answer(unitCotangent(values.length, k), at)?.values;
  const matrixAt = (at: Float64Array) => {
    try {
      const rows = Array.from(values, (_, k) => rowAt(k, at));
      return rows.every((row) => row !== undefined) ? rows : undefined;
    } catch {
      // a Jacobian that throws beside x has no derivatives to look at
      return undefined;
    }
  };
  const found = gaussNewton(matrix, { matrixAt, gradient: opened.first, values, scales });
  if (!found) return [];
  const { kind, confidence, evidence } = found;
  return [
    {
      ...makeFinding(kind, 'bug', whereIn(inputs, wrong), { fits: wrong.length, of: wrong.length, ...evidence }),
      confidence,
    },
  ];
}

/** The only output with a wrong entry, where there are several. */
function onlyOutput<X>({ opened }: Setting<X>, rows: readonly JudgedRow[]): { output?: string } {
  const single = rows.filter(({ view }) => view.output !== undefined);
  const wrong = single.filter(({ verdicts }) => verdicts.includes('fail'));
  return single.length > 1 && wrong.length === 1
    ? { output: opened.layout.nameOf(wrong[0].view.output as number) }
    : {};
}

/** Of many outputs the one that was found wrong, where it is the only one. */
function onlyLocated<X>({ opened }: Setting<X>, { located }: Measured<X>): { output?: string } {
  const outputs = new Set(located.entries.map(({ output }) => output));
  return located.complete && outputs.size === 1 ? { output: opened.layout.nameOf([...outputs][0]) } : {};
}

/** Names that the whole matrix may replace by better ones: a mixture sees factors along x that may belong to outputs. */
const OF_MATRIX: readonly Finding['kind'][] = ['unknown-pattern', 'single-element', 'activation-derivative'];

/** Without a name that is more than a guess the whole matrix is looked at. */
const isSure = ({ kind, confidence }: Finding): boolean => !OF_MATRIX.includes(kind) && confidence !== 'low';

/**
 * Findings of role `bug` for the wrong elements of x.
 *
 * @param wrong elements of x with a wrong slope for some output, without the groups whose answer is no multiple of v
 */
export function bugsOf<X>(setting: Setting<X>, measured: Measured<X>, wrong: readonly number[]): Finding[] {
  const { inputs, options, asked, values } = setting;
  const { contract, rows, full } = measured;
  if (isExplained(contract)) return [];
  const known = elementsNamed(
    inputs,
    contract.filter(({ kind }) => NOT_OF_V.includes(kind)),
  );
  const outside = ({ where }: Finding) => !where.indices.some((i) => known.has(i));
  const mixed = namesOf(inputs, evidences(setting, measured), wrong, setting.opened.layout.size > 1).filter(outside);
  const shared = (shares: Shares, open: readonly number[]) =>
    asked.derivative === 'vjp'
      ? missingShares(shares, { inputs, outputs: setting.opened.layout }, open).filter(outside)
      : [];
  if (!full) {
    const sure = mixed.filter(isSure);
    const shares = sharesOfLooks(asked, measured.mixtures[0], measured.located.looks);
    const found = shared(shares, unclaimed(inputs.blocks, sure, wrong));
    const kept = found.length > 0 ? [...found, ...sure] : mixed.filter(({ kind }) => kind !== 'unknown-pattern');
    return withOutput([...kept, ...nameless(inputs, kept, wrong)], onlyLocated(setting, measured));
  }
  const matrix = matrixOf(rows, values.length);
  const symmetry = options.symmetric ? symmetryOf(setting, matrix) : [];
  if (symmetry.some(({ role }) => role === 'bug') || wrong.length === 0) {
    const claimed = new Set(symmetry.flatMap(({ where }) => where.indices));
    const rest = wrong.filter((i) => !claimed.has(i));
    return [...symmetry, ...mixed.filter(isSure), ...nameless(inputs, mixed.filter(isSure), rest)];
  }
  const sure = mixed.filter(isSure);
  const open = unclaimed(inputs.blocks, sure, wrong);
  if (open.length === 0) return [...sure, ...symmetry];
  const unused = asked.derivative === 'vjp' ? unusedOutputs(setting, matrix) : [];
  const part = shared(sharesOfMatrix(matrix), open);
  const found = [
    ...unused,
    ...part,
    ...(unused.length > 0 || part.length > 0 ? [] : fromMatrix(setting, matrix, wrong)),
  ].filter(outside);
  if (found.length === 0 && open.length === wrong.length) found.push(...ofLeastSquares(setting, matrix, wrong));
  const whole = found.some(({ where }) => where.count === wrong.length);
  const kept = whole ? found : [...sure, ...found.filter(({ where }) => where.indices.some((i) => open.includes(i)))];
  return [...kept, ...symmetry, ...withOutput(nameless(inputs, kept, wrong), onlyOutput(setting, rows))];
}

const withOutput = (findings: readonly Finding[], only: { output?: string }): Finding[] =>
  findings.map((finding) => ({ ...finding, evidence: { ...finding.evidence, ...only } }));
