/** The check of a function with many outputs, whichever form its derivative was written in. */
import { type Preflight, preflight } from '../contract/preflight.ts';
import type { Scene } from '../contract/scene.ts';
import { DEFAULT_SEED } from '../defaults.ts';
import { isExplained } from '../diagnosis/evidence.ts';
import { makeFinding, whereIn } from '../findings.ts';
import { Halt } from '../point/evaluator.ts';
import type { Layout } from '../point/layout.ts';
import { seededRandom } from '../random.ts';
import { unsettled } from '../slope/measured-slope.ts';
import { evenly } from '../slope/precision.ts';
import type { Finding, Gradient, Point } from '../types.ts';
import type { Answer, Asked } from './asking.ts';
import { cotangentFindings } from './cotangents.ts';
import { type JudgedRow, judgeRow } from './judge-rows.ts';
import { type Memory, type Opened, seenAs } from './outputs.ts';
import { reportOf } from './report.ts';
import type { LayerOptions, LayerReport } from './types.ts';
import { mixtureOf, precisionOf, type Sight, spansOf, unitCotangent, type View, viewOf, weigh } from './view.ts';
import { type Row, walk } from './walk.ts';

/** Up to so many outputs each is compared on its own; of more outputs, as long as there are no more entries than this. */
const FEW_OUTPUTS = 64;
const MORE_OUTPUTS = 256;
const FEW_ENTRIES = 40_000;
/** Mixtures of the outputs that are compared: a name must fit all of them. */
const MIXTURES = 3;
/** Of many outputs in several groups, each group is a mixture of its own, up to so many groups. */
const MOST_PARTS = 16;
/** Points beside x at which F shows how far each output moves; they are this far off, in units of the scale. */
const LOOKS = 2;
const BESIDE = 2 ** -5;

/** All that is known before anything is measured. */
export interface Setting<X extends Point> {
  readonly x: X;
  readonly inputs: Layout;
  readonly values: Float64Array;
  readonly scales: Float64Array;
  readonly reaches: Float64Array;
  readonly opened: Opened & { readonly layout: Layout };
  readonly memory: Memory;
  readonly asked: Asked<X>;
  readonly options: LayerOptions & { readonly symmetric?: boolean };
}

/** What was measured, for the report. */
export interface Measured<X extends Point> {
  readonly scene: Scene<X>;
  readonly before: Preflight;
  /** The first is the mixture of `before`; then come the other mixtures, and single outputs or groups of them. */
  readonly rows: readonly JudgedRow[];
  readonly mixtures: readonly Float64Array[];
  /** What was returned for each mixture; undefined where it was not asked for. */
  readonly answers: readonly (Answer | undefined)[];
  readonly contract: readonly Finding[];
  readonly full: boolean;
  readonly halted: Halt['reason'] | undefined;
  readonly canMeasure: boolean;
}

const NOWHERE = { groups: [], indices: [], elements: [], count: 0 };

function isFull<X extends Point>({ options, opened, values }: Setting<X>): boolean {
  const count = opened.layout.size;
  const few = count <= FEW_OUTPUTS || (count <= MORE_OUTPUTS && count * values.length <= FEW_ENTRIES);
  return options.full ?? few;
}

/** The outputs at some points beside x: fewer where the evaluations run out. */
function lookAround<X extends Point>({ memory, values, scales }: Setting<X>, random: () => number): Float64Array[] {
  const seen: Float64Array[] = [];
  try {
    for (let k = 0; k < LOOKS; k++)
      seen.push(memory.recall(values.map((v, i) => v + BESIDE * scales[i] * (2 * random() - 1))));
  } catch (error) {
    if (!(error instanceof Halt)) throw error;
  }
  return seen;
}

function begin<X extends Point>(
  scene: Scene<X>,
  gradient: Gradient<X>,
  precisionAt: Parameters<typeof preflight>[2],
): { before: Preflight; halted: Halt['reason'] | undefined } {
  try {
    return { before: preflight(scene, gradient, precisionAt), halted: undefined };
  } catch (error) {
    if (!(error instanceof Halt)) throw error;
    const before = { value: Number.NaN, precision: evenly(Number.NaN), noisy: false, answers: undefined, findings: [] };
    return { before, halted: error.reason };
  }
}

/** What is compared beside the mixtures: each output, or each group of outputs where there are many. */
function partsOf<X extends Point>({ opened }: Setting<X>, mixture: Float64Array, full: boolean): Float64Array[] {
  const { blocks, size } = opened.layout;
  if (full)
    return [...opened.first.keys()].filter((k) => Number.isFinite(opened.first[k])).map((k) => unitCotangent(size, k));
  if (blocks.length < 2 || blocks.length > MOST_PARTS) return [];
  return blocks
    .map(({ start, size: length }) => mixture.map((v, k) => (k >= start && k < start + length ? v : 0)))
    .filter((v) => v.some((weight) => weight !== 0));
}

/** The outputs at x once more, after everything else. */
function lastLook(memory: Memory, values: Float64Array): Float64Array | undefined {
  try {
    return memory.call(values);
  } catch (error) {
    if (!(error instanceof Halt)) throw error;
    return undefined;
  }
}

/** A view of which nothing could be measured. */
const unmeasured = (view: View, size: number, starved: boolean): Row => ({
  view,
  judged: Array.from({ length: size }, () => ({
    slope: unsettled(view.precision, { starved }),
    analytic: Number.NaN,
    tolerance: Number.NaN,
    difference: Number.NaN,
    wrong: false,
    wobble: 0,
  })),
});

export function diagnoseLayer<X extends Point>(setting: Setting<X>): LayerReport {
  const { x, inputs, values, scales, reaches, opened, memory, asked, options } = setting;
  const { outputs, first } = opened;
  const seed = options.seed ?? DEFAULT_SEED;
  const random = seededRandom(seed);
  const spans = spansOf(first, lookAround(setting, random));
  const mixtures = Array.from({ length: MIXTURES }, () => mixtureOf(first, spans, random));
  const sight: Sight = { outputs, memory, values, scales, seed };
  const [mixture, ...others] = mixtures;
  const of = weigh(mixture);
  const scene: Scene<X> = {
    x,
    layout: inputs,
    values,
    scales,
    reaches,
    evaluator: seenAs(outputs, memory.call, of),
    relativeFloor: options.relativeFloor,
    random,
  };
  const { before, halted: early } = begin(scene, asked.gradientFor(mixture), (_, value) =>
    precisionOf(sight, of, value),
  );
  const { answers } = before;
  const full = isFull(setting);
  const canMeasure = !early && answers !== undefined && first.some(Number.isFinite);
  const leader: View = { ...before, cotangent: mixture, output: undefined, of, claims: answers };
  if (!canMeasure || !answers) {
    const rows = [
      judgeRow(unmeasured(leader, values.length, early !== undefined), { ...scene, asked }, undefined, false),
    ];
    const contract = before.findings;
    return reportOf(setting, { scene, before, rows, mixtures, answers: [], contract, full, halted: early, canMeasure });
  }

  const contract = [...before.findings];
  const explained = isExplained(contract);
  const asksMore = explained ? [] : others;
  const replies = [
    { values: answers.analytic, mismatches: answers.mismatches },
    ...asksMore.map((v) => asked.answer(v)),
  ];
  const [, second] = replies;
  if (second && !before.noisy)
    contract.push(
      ...cotangentFindings(
        asked,
        inputs,
        { v: [mixture, others[0]], a: [answers.analytic, second.values] },
        answers.floor,
        answers.wobble,
      ),
    );
  const see = (v: Float64Array, answer: Answer | undefined): View => {
    const wobble = new Float64Array(values.length);
    return viewOf(sight, v, answer && { analytic: answer.values, wobble, floor: answers.floor });
  };
  const parts = explained ? [] : partsOf(setting, mixture, full);
  const views = [
    leader,
    ...asksMore.map((v, k) => see(v, replies[k + 1])),
    ...parts.map((v) => see(v, asked.answer(v))),
  ];
  if (asked.changesCotangent())
    contract.push(makeFinding('mutates-x', 'doubt', NOWHERE, { by: `the ${asked.derivative}`, what: 'v' }));
  const thrown = asked.thrown();
  if (thrown !== undefined)
    contract.push(
      makeFinding('throws', 'bug', whereIn(inputs, []), { by: `the ${asked.derivative}`, message: thrown, at: 'x' }),
    );

  // in units of an output, moved by the scales of x
  const reach = views.map(({ cotangent }) => Math.hypot(...cotangent.map((v, k) => v * spans[k])) / BESIDE);
  const walked = walk({ outputs, layout: inputs, values, scales, reaches }, views, reach, options.onProgress);
  const last = lastLook(memory, values);
  const rows = walked.rows.map((row, k) => judgeRow(row, { ...scene, asked }, last, k > 0));
  return reportOf(setting, {
    scene,
    before,
    rows,
    mixtures,
    answers: replies,
    contract,
    full,
    halted: walked.halted,
    canMeasure,
  });
}
