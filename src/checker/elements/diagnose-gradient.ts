import { type Preflight, preflight } from '../contract/preflight.ts';
import type { Scene } from '../contract/scene.ts';
import { DEFAULT_SEED, diagnosisBudget, RELATIVE_FLOOR } from '../defaults.ts';
import { diagnose } from '../diagnosis/index.ts';
import { makeFinding, whereIn } from '../findings.ts';
import { budgetOf, createEvaluator, Halt } from '../point/evaluator.ts';
import { requireFunction, requireShare } from '../point/guards.ts';
import { layoutOf } from '../point/layout.ts';
import { atOnce, type Staged } from '../point/stages.ts';
import { seededRandom } from '../random.ts';
import { unsettled } from '../slope/measured-slope.ts';
import { errorOf, evenly } from '../slope/precision.ts';
import { reachesOf, scalesOf } from '../slope/scales.ts';
import type { Checkable, DiagnoseOptions, Gradient, Loss, Report, Verdict, Widened } from '../types.ts';
import { detectableIn, elementsOf, groupsOf, rankingOf, verdictOfFinding, worstOf } from './assemble.ts';
import { withConstantLoss } from './constant-loss.ts';
import { numericFindings } from './numeric-findings.ts';
import { slopesOf } from './slopes.ts';
import { staleFinding } from './stale.ts';
import { checkSteadiness } from './steadiness.ts';
import { stepsBeyond } from './steps-beyond.ts';
import { influenceOf, judge, verdictOf } from './verdicts.ts';

const ROLES = ['bug', 'doubt', 'note'];

/**
 * The production check: is this the gradient of f at x? For every element a numerical slope with an error bar of its
 * own, from steps that follow f's length scale and noise; *fail* only where the difference is more than numerical
 * error can explain, *pass* only where a wrong gradient would have shown, else *inconclusive*, with the reason. Wrong
 * elements are looked at together, to name the bug.
 *
 * About six evaluations of f settle an easy element; kinks, noise and edges take a ladder of steps. f and gradient get
 * a fresh copy of x at every call.
 *
 * @param f the loss: takes the structure of x, returns one finite number
 * @param gradient takes the structure of x, returns the same structure, in units of f over units of x
 * @param x a number, a (nested) array, a typed array, or a record of those. Never changed.
 * @returns plain data: the verdict, each element with its slope and error bar, and the findings
 * @throws CheckError where x is empty, ragged or not finite, or f or gradient returns something that holds no numbers.
 *   What f or gradient throws is reported as a finding, with the point at which it happened.
 * @see Ridders 1982, "Accurate computation of F'(x) and F'(x)F''(x)", and Moré and Wild 2012, "Estimating derivatives of noisy
 *   simulations", for steps and error bars
 * @example
 * const report = diagnoseGradient((w) => (w[0] ** 2 + w[1] ** 2) / 2, (w) => w.map((v) => 2 * v), [1.5, -2.3]);
 * report.verdict; // 'fail', and report.findings[0].kind is 'factor-two'
 */
export function diagnoseGradient<X>(
  f: NoInfer<Loss<Widened<X>>>,
  gradient: NoInfer<Gradient<Widened<X>>>,
  x: X & Checkable<X>,
  options: DiagnoseOptions = {},
): Report {
  return atOnce(gradientInStages(f as unknown as Loss<X>, gradient as unknown as Gradient<X>, x, options));
}

/** {@link diagnoseGradient} in stages, for functions that may return promises. */
export function* gradientInStages<X>(
  f: Loss<X>,
  gradient: Gradient<X>,
  x: X,
  options: DiagnoseOptions,
): Staged<Report> {
  requireFunction(f, 'f');
  requireFunction(gradient, 'the gradient');
  const { layout, values } = layoutOf(x);
  const budget = budgetOf(options.maxEvaluations, diagnosisBudget(layout.size));
  const evaluator = createEvaluator(f, x, budget, options.signal);
  const random = seededRandom(options.seed ?? DEFAULT_SEED);
  const scene: Scene<X> = {
    x,
    layout,
    values,
    scales: scalesOf(values, layout.blocks),
    reaches: reachesOf(values, layout.blocks),
    evaluator,
    relativeFloor: requireShare(options.relativeFloor, 'relativeFloor'),
    random,
  };

  const { before, halted: early } = begin(scene, gradient);
  const canMeasure = !early && Number.isFinite(before.value) && before.answers !== undefined;
  const measured = canMeasure
    ? yield* slopesOf(scene, before, options.onProgress)
    : {
        slopes: Array.from(values, () => unsettled(before.precision, { starved: early !== undefined })),
        halted: early,
      };

  const steady = checkSteadiness(scene, before, measured.slopes);
  const judged = steady.slopes.map((slope, i) => judge(slope, i, before.answers));
  const total = judged.reduce((sum, each, i) => sum + influenceOf(each, scene.scales[i]), 0);
  const verdicts = judged.map(
    (each, i): Verdict =>
      before.answers && Number.isFinite(before.value)
        ? verdictOf(each, scene.scales[i], total, steady.noisy)
        : 'inconclusive',
  );

  const contract = [...before.findings, ...staleFinding(scene, before, verdicts)];
  const rounding = errorOf({ noise: 0, unit: before.precision.unit }, before.value);
  const numbers = numericFindings(layout, judged, verdicts, rounding, steady.noisy || !canMeasure).map((finding) =>
    measured.halted === 'aborted' && finding.kind === 'budget-exhausted'
      ? { ...finding, kind: measured.halted }
      : finding,
  );
  if (measured.halted && !canMeasure)
    numbers.push(makeFinding(measured.halted, 'doubt', whereIn(layout, [...values.keys()])));
  if (steady.noisy)
    numbers.push(
      makeFinding('noise', 'doubt', whereIn(layout, []), {
        noise: steady.noise,
        relative: steady.noise / Math.abs(before.value),
      }),
    );
  const flat = judged.flatMap(({ slope }, i) => (slope.value === 0 && verdicts[i] === 'fail' ? [i] : []));
  const steps = steady.noisy ? new Map<number, boolean>() : stepsBeyond(scene, before, flat);
  const bugs = diagnose({
    x: values,
    analytic: Float64Array.from(judged, ({ analytic }) => analytic),
    numeric: Float64Array.from(judged, ({ slope }) => slope.value),
    tolerance: Float64Array.from(judged, ({ tolerance }) => tolerance),
    verdicts,
    unchanged: judged.map(({ slope }) => slope.shape === 'flat' && slope.movesWithin === undefined),
    steps: judged.map((_, i) => steps.get(i)),
    groups: layout.blocks,
    nameOf: layout.nameOf,
    sizes: options.sizes ?? {},
    mismatches: before.answers?.mismatches ?? [],
    contract,
  });

  const found = [...contract, ...bugs, ...numbers];
  const findings = [...withConstantLoss(scene, before, judged, verdicts, found)].sort(
    (a, b) => ROLES.indexOf(a.role) - ROLES.indexOf(b.role),
  );
  const elements = elementsOf(layout, judged, verdicts);
  return {
    verdict: worstOf([...verdicts, ...findings.map(verdictOfFinding)]),
    findings,
    elements,
    groups: groupsOf(layout, elements),
    ranking: rankingOf(elements),
    evaluations: evaluator.calls,
    gradientEvaluations: before.answers?.calls ?? 1,
    value: before.value,
    lossName: evaluator.name,
    noise: steady.noise,
    relativeFloor: before.answers?.floor ?? RELATIVE_FLOOR,
    detectable: detectableIn(judged),
  };
}

function begin<X>(scene: Scene<X>, gradient: Gradient<X>): { before: Preflight; halted: Halt['reason'] | undefined } {
  try {
    return { before: preflight(scene, gradient), halted: undefined };
  } catch (error) {
    if (!(error instanceof Halt)) throw error;
    const before = { value: Number.NaN, precision: evenly(Number.NaN), noisy: false, answers: undefined, findings: [] };
    return { before, halted: error.reason };
  }
}
