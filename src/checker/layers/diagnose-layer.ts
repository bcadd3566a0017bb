/** The check of a function with many outputs, whichever form its derivative was written in. */
import { type Preflight, preflight } from '../contract/preflight.ts';
import type { Scene } from '../contract/scene.ts';
import { DEFAULT_SEED } from '../defaults.ts';
import { isExplained } from '../diagnosis/evidence.ts';
import { makeFinding, whereIn } from '../findings.ts';
import { Halt } from '../point/evaluator.ts';
import type { Staged } from '../point/stages.ts';
import { seededRandom } from '../random.ts';
import { unsettled } from '../slope/measured-slope.ts';
import { evenly } from '../slope/precision.ts';
import type { Gradient } from '../types.ts';
import type { Answer } from './asking.ts';
import { placed } from './changing.ts';
import { cotangentFindings } from './cotangents.ts';
import { judgeRow } from './judge-rows.ts';
import { locate, type Search } from './locate.ts';
import { type Memory, seenAs } from './outputs.ts';
import { reportOf } from './report.ts';
import { isFull, partsOf, type Setting } from './setting.ts';
import type { LayerReport } from './types.ts';
import { mixtureOf, precisionOf, type Sight, spansOf, type View, viewOf, weigh, withoutFaint } from './view.ts';
import { type Row, walk } from './walk.ts';

/** Mixtures of the outputs that are compared: a name must fit all of them. */
const MIXTURES = 3;
/** Points beside x at which F shows how far each output moves, and the distance between them in units of the scale. */
const LOOKS = 2;
const BESIDE = 2 ** -8;

const NOTHING: Search = { entries: [], looks: [], complete: false };
const NOWHERE = { groups: [], indices: [], elements: [], count: 0 };

/** The outputs at some points beside x, on a line; fewer where the evaluations run out. */
function lookAround<X>({ memory, values, scales }: Setting<X>, random: () => number): Float64Array[] {
  const seen: Float64Array[] = [];
  const direction = scales.map((scale) => BESIDE * scale * (random() < 0.5 ? -1 : 1) * (0.5 + random() / 2));
  try {
    for (let k = 1; k <= LOOKS; k++) seen.push(memory.recall(values.map((v, i) => v + k * direction[i])));
  } catch (error) {
    if (!(error instanceof Halt)) throw error;
  }
  return seen;
}

function begin<X>(
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

/** Checks in stages, one for each element of x. */
export function* diagnoseLayer<X>(setting: Setting<X>): Staged<LayerReport> {
  const { x, inputs, values, scales, reaches, opened, memory, asked, options } = setting;
  const { outputs, first } = opened;
  const seed = options.seed ?? DEFAULT_SEED;
  const random = seededRandom(seed);
  const full = isFull(setting);
  const { spans: all, still } = spansOf(first, ...lookAround(setting, random));
  const spans = full ? withoutFaint(all) : all;
  const mixtures = Array.from({ length: MIXTURES }, () => mixtureOf(first, spans, random));
  const sight: Sight = { outputs, memory, inputs, values, scales, seed };
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
    precisionOf(sight, mixture, value),
  );
  const { answers } = before;
  const excused = !first.every(Number.isFinite);
  const canMeasure = !early && answers !== undefined && first.some(Number.isFinite);
  const leader: View = { ...before, cotangent: mixture, output: undefined, of, claims: answers };
  if (!canMeasure || !answers) {
    const rows = [
      judgeRow(
        unmeasured(leader, values.length, early !== undefined),
        { ...scene, asked },
        undefined,
        false,
        excused,
        still,
      ),
    ];
    const contract = before.findings;
    return reportOf(setting, {
      scene,
      before,
      rows,
      mixtures,
      answers: [],
      contract,
      full,
      halted: early,
      canMeasure,
      located: NOTHING,
    });
  }

  const explained = isExplained(before.findings);
  const contract = (explained ? placed(setting, before, mixture) : before.findings).map((finding) =>
    excused && finding.kind === 'not-finite' && finding.role === 'bug'
      ? { ...finding, role: 'doubt' as const }
      : finding,
  );
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
        { floor: answers.floor, wobble: answers.wobble, scales, spans },
      ),
    );
  const see = (v: Float64Array, answer: Answer | undefined): View => {
    const wobble = new Float64Array(values.length);
    return viewOf(sight, v, answer && { analytic: answer.values, wobble, floor: answers.floor });
  };
  const parts = explained ? [] : partsOf(setting, mixture, full);
  // all are asked for before any is looked at: a check that awaits the answers begins here again with each
  const ofParts = parts.map((v) => asked.answer(v));
  const views = [leader, ...asksMore.map((v, k) => see(v, replies[k + 1])), ...parts.map((v, k) => see(v, ofParts[k]))];
  if (asked.changesCotangent())
    contract.push(makeFinding('mutates-x', 'doubt', NOWHERE, { by: `the ${asked.derivative}`, what: 'v' }));
  const thrown = asked.thrown();
  if (thrown !== undefined)
    contract.push(
      makeFinding('throws', 'bug', whereIn(inputs, []), { by: `the ${asked.derivative}`, message: thrown, at: 'x' }),
    );

  // in units of an output, moved by the scales of x
  const reach = views.map(({ cotangent }) => Math.hypot(...cotangent.map((v, k) => v * all[k])) / BESIDE);
  const ground = { outputs, layout: inputs, values, scales, reaches };
  const walked = yield* walk(ground, views, reach, options.onProgress);
  const last = lastLook(memory, values);
  const rows = walked.rows.map((row, k) => judgeRow(row, { ...scene, asked }, last, k > 0, excused, still));
  const isWrong = (i: number) =>
    rows.some(({ verdicts, judged }) => verdicts[i] === 'fail' && Number.isFinite(judged[i].analytic));
  const wrong = full || explained || before.noisy ? [] : [...values.keys()].filter(isWrong);
  const ask = (v: Float64Array) => see(v, asked.answer(v));
  const located = wrong.length > 0 ? locate(setting, ground, rows[0], wrong, ask) : NOTHING;
  return reportOf(setting, {
    located,
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
