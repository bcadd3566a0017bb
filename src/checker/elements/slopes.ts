/** The slope along every element of x, within the budget: six evaluations for an easy one, more where they are needed. */

import type { Preflight } from '../contract/preflight.ts';
import type { Scene } from '../contract/scene.ts';
import { Halt } from '../point/evaluator.ts';
import { elementLine } from '../slope/line.ts';
import { PROBE_COST, type Slope, STENCIL_COST, unsettled } from '../slope/measured-slope.ts';
import { recheck } from '../slope/recheck.ts';
import { FIRST_STEP, LARGEST_STEP, slopeAlong } from '../slope/slope.ts';
import type { Point } from '../types.ts';
import { judge } from './verdicts.ts';

const EASY_ELEMENT = STENCIL_COST + PROBE_COST;
/** The most evaluations that one element may take. */
const ELEMENT_CAP = 128;
/** Evaluations kept back for the checks at the end. */
const RESERVE = 2;
/** Over stairs, a slope whose tolerance is more than this share of it is rechecked. */
const VAGUE = 2 ** -5;
const PROGRESS_REPORTS = 100;

export interface Slopes {
  readonly slopes: readonly Slope[];
  readonly halted: Halt['reason'] | undefined;
}

/**
 * The slope of every element in turn. Each may take what the budget leaves after six evaluations are kept for every
 * element that is still to come. A slope that contradicts the analytic value is rechecked. The step that has served
 * one element is tried first for the next.
 */
export function slopesOf<X extends Point>(
  scene: Scene<X>,
  { value, precision, noisy, answers }: Preflight,
  onProgress: ((share: number) => void) | undefined,
): Slopes {
  const { layout, values, scales, reaches, evaluator } = scene;
  const { noise } = precision;
  const slopes: Slope[] = [];
  let halted: Halt['reason'] | undefined;
  const every = Math.max(1, Math.floor(layout.size / PROGRESS_REPORTS));
  for (const block of layout.blocks) {
    // the best step of a five-point formula goes with the fifth root of the relative noise
    const first = Math.max(FIRST_STEP, (noise / Math.abs(value)) ** 0.2 || 0);
    let ratio = Math.min(first, 2 ** -4);
    for (let i = block.start; i < block.start + block.size; i++) {
      const others = EASY_ELEMENT * (layout.size - i - 1) + RESERVE;
      const allowed = evaluator.calls + Math.min(ELEMENT_CAP, evaluator.left - others);
      const line = elementLine(
        { evaluator, values, value, precision },
        { index: i, name: layout.nameOf(i), scale: scales[i], reach: reaches[i], narrow: block.narrow },
        () => allowed - evaluator.calls,
      );
      let slope: Slope = unsettled(precision, { starved: true });
      if (!halted && line.spare() >= EASY_ELEMENT)
        try {
          slope = slopeAlong(line, scales[i] * ratio);
          const judged = judge(slope, i, answers);
          // over stairs, a slope that is known so badly may be no trend at all
          const vague = precision.stairs === 'certain' && judged.tolerance > VAGUE * Math.abs(judged.analytic);
          if ((judged.wrong || vague) && !noisy) slope = recheck(line, slope, judged.analytic, scales[i] * first);
        } catch (error) {
          if (!(error instanceof Halt)) throw error;
          halted = error.reason;
        }
      slopes.push(slope);
      const ownScale = slope.step <= LARGEST_STEP * scales[i];
      if (slope.confirmedTo !== undefined && ownScale && !slope.nearby && !noisy) ratio = slope.step / scales[i];
      else if (slope.nearby && slope.shape === 'smooth' && !noisy)
        ratio = Math.min(ratio, slope.nearby.distance / scales[i]);
      if (onProgress && (i + 1) % every === 0) onProgress((i + 1) / layout.size);
    }
  }
  return { slopes, halted };
}
