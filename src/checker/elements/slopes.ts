/** The slope along every element of x, within the budget: six evaluations for an easy one, more where they are needed. */

import type { Preflight } from '../contract/preflight.ts';
import type { Scene } from '../contract/scene.ts';
import { Halt, orHalt } from '../point/evaluator.ts';
import { type Staged, stage } from '../point/stages.ts';
import { elementLine, type Line } from '../slope/line.ts';
import { PROBE_COST, type Slope, STENCIL_COST, unsettled } from '../slope/measured-slope.ts';
import { recheck } from '../slope/recheck.ts';
import { FIRST_STEP, LARGEST_STEP, slopeAlong } from '../slope/slope.ts';
import { type Claims, judge } from './verdicts.ts';

export const EASY_ELEMENT = STENCIL_COST + PROBE_COST;
/** The most evaluations that one element may take. */
export const ELEMENT_CAP = 128;
/** Evaluations kept back for the checks at the end. */
export const RESERVE = 2;
/** Over stairs, a slope whose tolerance is more than this share of it is rechecked. */
const VAGUE = 2 ** -5;
const PROGRESS_REPORTS = 100;

export interface Slopes {
  readonly slopes: readonly Slope[];
  readonly halted: Halt['reason'] | undefined;
}

/** The best step of a five-point formula goes with the fifth root of the relative noise; in units of the scale. */
export const firstStep = ({ value, precision }: Pick<Preflight, 'value' | 'precision'>): number =>
  Math.max(FIRST_STEP, (precision.noise / Math.abs(value)) ** 0.2 || 0);

/** The step to begin a group with, in units of the scale. */
export const ratioAtFirst = (first: number): number => Math.min(first, 2 ** -4);

/** The step to begin the next element with, in units of its scale: the one that has served this element. */
export function ratioAfter(slope: Slope, ratio: number, scale: number, noisy: boolean): number {
  if (noisy) return ratio;
  const ownScale = slope.step <= LARGEST_STEP * scale;
  if (slope.confirmedTo !== undefined && ownScale && !slope.nearby) return slope.step / scale;
  return slope.nearby && slope.shape === 'smooth' ? Math.min(ratio, slope.nearby.distance / scale) : ratio;
}

/**
 * The slope along the line of element i, measured again where it contradicts the analytic value.
 *
 * @param first the step to begin with
 * @param again the step to begin with where it is measured anew
 */
export function settle(
  line: Line,
  first: number,
  again: number,
  { noisy, answers }: Pick<Preflight, 'noisy'> & { readonly answers: Claims | undefined },
  i: number,
): Slope {
  const slope = slopeAlong(line, first);
  const judged = judge(slope, i, answers);
  // over stairs, a slope that is known so badly may be no trend at all
  const vague = line.precision.stairs === 'certain' && judged.tolerance > VAGUE * Math.abs(judged.analytic);
  return (judged.wrong || vague) && !noisy ? recheck(line, slope, judged.analytic, again) : slope;
}

/**
 * The slope of every element in turn. Each may take what the budget leaves after six evaluations are kept for every
 * element that is still to come. A slope that contradicts the analytic value is rechecked. The step that has served
 * one element is tried first for the next. Each element is a stage.
 */
export function* slopesOf<X>(
  scene: Scene<X>,
  before: Preflight,
  onProgress: ((share: number) => void) | undefined,
): Staged<Slopes> {
  const { layout, values, scales, reaches, evaluator } = scene;
  const { value, precision, noisy } = before;
  const slopes: Slope[] = [];
  let halted: Halt['reason'] | undefined;
  const every = Math.max(1, Math.floor(layout.size / PROGRESS_REPORTS));
  for (const block of layout.blocks) {
    const first = firstStep(before);
    let ratio = ratioAtFirst(first);
    for (let i = block.start; i < block.start + block.size; i++) {
      const others = EASY_ELEMENT * (layout.size - i - 1) + RESERVE;
      const allowed = evaluator.calls + Math.min(ELEMENT_CAP, evaluator.left - others);
      const line = elementLine(
        { evaluator, values, value, precision },
        { index: i, name: layout.nameOf(i), scale: scales[i], reach: reaches[i], narrow: block.narrow },
        () => allowed - evaluator.calls,
      );
      let slope: Slope = unsettled(precision, { starved: true });
      if (!halted && line.spare() >= EASY_ELEMENT) {
        const start = scales[i] * ratio;
        const settled = yield* stage(evaluator, () => orHalt(() => settle(line, start, scales[i] * first, before, i)));
        if (settled instanceof Halt) halted = settled.reason;
        else slope = settled;
      }
      slopes.push(slope);
      ratio = ratioAfter(slope, ratio, scales[i], noisy);
      if (onProgress && (i + 1) % every === 0) onProgress((i + 1) / layout.size);
    }
  }
  return { slopes, halted };
}
