/**
 * A ladder of ever shorter steps, for places where one step is not enough: kinks, jumps, ripples, edges, noise. How
 * the slopes on the two sides of x change from rung to rung tells what f does there.
 */

import { SAFETY } from '../defaults.ts';
import { brokenSlope } from './kink.ts';
import type { Line } from './line.ts';
import { type Slope, STENCIL_COST, tailOf, unsettled } from './measured-slope.ts';
import { climbDown, type Rung, variationOf } from './rungs.ts';
import { type Stencil, stencil } from './stencil.ts';

const RATIO = 8;
const LONGEST_STENCILS = 3;

/**
 * The slope along a line on which a long and a short step disagree.
 *
 * @param top the longest step
 * @param coarse the slope by the long step, kept where even the first rungs are lost in noise
 */
export function descend(line: Line, top: number, coarse: Slope): Slope {
  if (line.spare() < 1) return unsettled(line.precision, { starved: true });
  if (!Object.is(line.at(0), line.value)) return unsettled(line.precision, { unsteady: true });
  const rungs = climbDown(line, top, RATIO);
  if (!rungs) return unsettled(line.precision, { starved: true });
  // the noise hides the slope from the first rung on: the long step is the best there is
  if (rungs.length < 2) return coarse;
  return brokenSlope(line, rungs, RATIO) ?? smoothSlope(line, rungs);
}

/** The slope to which the rungs converge; unsettled where they do not. */
function smoothSlope(line: Line, rungs: readonly Rung[]): Slope {
  const agreed = longestAgreed(rungs);
  const first = agreed >= 0 ? agreed : converging(rungs);
  if (first < 0) return unsettled(line.precision);
  let { value, step } = rungs[first];
  let errorBar = rungs[first].noise + unseen(rungs, first);
  for (let k = first; k < Math.min(rungs.length - 1, first + LONGEST_STENCILS); k++) {
    if (line.spare() < STENCIL_COST) break;
    const s = stencil(line, line.realise(rungs[k].step / 2));
    if (s && (agreed < 0 || fits(s, rungs[k]))) {
      const bar = s.truncation + s.roundOff + (agreed >= 0 ? unseen(rungs, k) : 0);
      if (bar < errorBar) {
        ({ value, step } = s);
        errorBar = bar;
      }
      break;
    }
  }
  const still = value === 0 && variationOf(rungs[first]) === 0;
  return {
    value,
    errorBar,
    step,
    variation: variationAbove(rungs, first),
    shape: still ? 'flat' : 'smooth',
    noise: line.precision.noise,
    ...(first > 0 && whatWasNear(rungs, first)),
  };
}

/** The first rung that agrees with all below it, up to their noise; -1 for none. */
const longestAgreed = (rungs: readonly Rung[]): number =>
  rungs.findIndex(
    (rung, k) =>
      k + 1 < rungs.length &&
      rungs.slice(k + 1).every(({ value, noise }) => Math.abs(value - rung.value) <= SAFETY * (noise + rung.noise)),
  );

/** Where no two rungs agree but their differences fall fast: the last but one; -1 for none. */
function converging(rungs: readonly Rung[]): number {
  const last = rungs.length - 1;
  if (last < 2) return -1;
  return change(rungs, last) <= change(rungs, last - 1) / RATIO ? last - 1 : -1;
}

const change = (rungs: readonly Rung[], k: number): number => Math.abs(rungs[k].value - rungs[k - 1].value);

/** Truncation error that the next rung does not exclude, nor, where the slopes converge slowly, those after it. */
function unseen(rungs: readonly Rung[], k: number): number {
  const next = change(rungs, k + 1);
  const after = k > 0 ? tailOf(next, change(rungs, k)) : 0;
  // noise may make the last changes small: the longer steps tell too, where no kink has moved their slopes
  const uneven = ({ value, gap, gapNoise }: Rung) => gap > Math.max(gapNoise, Math.abs(value - rungs[k].value) / 8);
  const before = k > 1 && !rungs.slice(0, k).some(uneven) ? tailOf(change(rungs, k), change(rungs, k - 1)) : 0;
  return Math.max(next + after, before);
}

const fits = (s: Stencil, rung: Rung): boolean =>
  Math.abs(s.value - rung.value) <= SAFETY * (rung.noise + s.truncation + s.roundOff);

/**
 * The variation over the longest steps above a rung, as far up as it grows: at a saddle the slope is 0, and this is
 * all that an error can be compared with.
 */
function variationAbove(rungs: readonly Rung[], first: number): number {
  let k = first;
  while (k > 0 && variationOf(rungs[k - 1]) >= variationOf(rungs[k])) k--;
  return variationOf(rungs[k]);
}

/**
 * What the steps longer than the first good one ran into: a gap that stays the same over several of them is a kink,
 * one that grows is a jump.
 */
function whatWasNear(rungs: readonly Rung[], first: number): Partial<Slope> {
  const above = rungs[first - 1];
  if (above.gap <= above.gapNoise || above.gap < 4 * rungs[first].gap) return {};
  const further = first > 1 ? rungs[first - 2] : above;
  const kind = above.gap > 3 * further.gap ? 'jump' : 'kink-nearby';
  return { nearby: { kind, distance: above.step } };
}
