/**
 * A ladder of ever shorter steps, its rungs, for places where one step is not enough: kinks, jumps, ripples, edges,
 * noise. Each rung measures the slope on the left and on the right of x; how the gap between the two changes from rung
 * to rung tells what f does there.
 */

import { SAFETY } from '../defaults.ts';
import type { Line } from './line.ts';
import { type Slope, STENCIL_COST, tailOf, unsettled } from './measured-slope.ts';
import { errorOf } from './precision.ts';
import { type Stencil, stencil } from './stencil.ts';

interface Rung {
  readonly step: number;
  readonly left: number;
  readonly right: number;
  readonly value: number;
  readonly gap: number;
  /** Standard deviation of `value`, from the error of f. */
  readonly noise: number;
  /** A gap up to this may come from the noise alone. */
  readonly gapNoise: number;
}

const RATIO = 8;
const MOST_RUNGS = 18;
/** Between the rungs of a first, quick look: a gap that is the same on all of them is a kink at x. */
const QUICK_RATIO = 256;
/** The gaps of one kink differ by this share of them at most. */
const SAME_GAP = 1 / 16;
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
  return slopeFrom(line, rungs);
}

/** The slopes of the two sides where f has a kink at x: the same gap at every step, however short. Else undefined. */
export function kinkAt(line: Line, top: number): Slope | undefined {
  const rungs = climbDown(line, top, QUICK_RATIO);
  if (!rungs || !isKink(rungs)) return undefined;
  return broken(
    line,
    rungs,
    rungs.findLastIndex(({ gap, gapNoise }) => gapNoise < gap / 2),
    QUICK_RATIO,
  );
}

/**
 * The rungs, longest step first, down to where the noise hides the slope; undefined where the evaluations run out
 * before.
 */
function climbDown(line: Line, top: number, ratio: number): Rung[] | undefined {
  const rungs: Rung[] = [];
  const error = errorOf(line.precision);
  let steepest = 0;
  let h = line.realise(top);
  for (let i = 0; i < MOST_RUNGS && h >= line.smallest; i++) {
    if (line.spare() < 2) return undefined;
    const right = (line.at(h) - line.value) / h;
    const left = (line.value - line.at(-h)) / h;
    if (Number.isFinite(right - left)) {
      const noise = error / (Math.SQRT2 * h);
      steepest = Math.max(steepest, Math.abs(right), Math.abs(left));
      rungs.push({
        step: h,
        left,
        right,
        value: (left + right) / 2,
        gap: Math.abs(right - left),
        noise,
        gapNoise: (SAFETY * Math.sqrt(6) * error) / h,
      });
      if (SAFETY * noise > steepest / 4) break;
    }
    h = line.realise(h / ratio);
  }
  return rungs;
}

/** The same gap between the sides at every step, however short, and clear of the noise at all but the last. */
function isKink(rungs: readonly Rung[]): boolean {
  if (rungs.length < 3) return false;
  const [{ gap }] = rungs;
  return (
    rungs.every((rung) => Math.abs(rung.gap - gap) <= SAME_GAP * gap + rung.gapNoise) &&
    rungs.slice(0, -1).every((rung) => rung.gapNoise < gap / 2)
  );
}

/** The shortest step whose gap stands out of the noise, unless shorter ones have shown it to close; -1 for none. */
function openGap(rungs: readonly Rung[]): number {
  const last = rungs.findLastIndex(({ gap, gapNoise }) => gap > gapNoise);
  if (last < 1) return -1;
  const seenToClose = rungs.slice(last + 1).some(({ gapNoise }) => gapNoise <= rungs[last].gap / 2);
  const falls = rungs[last].gap < rungs[last - 1].gap / 2;
  return seenToClose || falls ? -1 : last;
}

function slopeFrom(line: Line, rungs: readonly Rung[]): Slope {
  const open = openGap(rungs);
  if (open >= 0) return broken(line, rungs, open, RATIO);
  if (diverges(rungs)) return { ...broken(line, rungs, rungs.length - 1, RATIO), shape: 'jump' };

  const agreed = longestAgreed(rungs);
  const first = agreed >= 0 ? agreed : converging(rungs);
  if (first < 0) return unsettled(line.precision);
  const nearby = first > 0 ? whatWasNear(rungs, first) : {};
  let best = fromRung(line, rungs, first);
  for (let k = first; k < Math.min(rungs.length - 1, first + LONGEST_STENCILS); k++) {
    if (line.spare() < STENCIL_COST) break;
    const s = stencil(line, line.realise(rungs[k].step / 2));
    if (s && (agreed < 0 || fits(s, rungs[k]))) {
      const errorBar = s.truncation + s.roundOff + (agreed >= 0 ? unseen(rungs, k) : 0);
      if (errorBar < best.errorBar) best = { ...best, value: s.value, errorBar, step: s.step };
      break;
    }
  }
  const variation = variationAbove(rungs, first);
  const still = best.value === 0 && best.variation === 0;
  return { ...best, ...nearby, variation, shape: still ? 'flat' : 'smooth' };
}

/** Whether the slopes grow as fast as the steps shrink: f jumps to a single value at x, the same way on both sides. */
function diverges(rungs: readonly Rung[]): boolean {
  const last = rungs.slice(-3).map(({ value }) => Math.abs(value));
  return last.length === 3 && last.every((size, k) => k === 0 || size > (RATIO / 2) * last[k - 1]);
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

/**
 * The variation over the longest steps above a rung, as far up as it grows: at a saddle the slope is 0, and this is
 * all that an error can be compared with.
 */
function variationAbove(rungs: readonly Rung[], first: number): number {
  let k = first;
  while (k > 0 && variationOf(rungs[k - 1]) >= variationOf(rungs[k])) k--;
  return variationOf(rungs[k]);
}

const variationOf = ({ left, right }: Rung): number => (Math.abs(left) + Math.abs(right)) / 2;

const change = (rungs: readonly Rung[], k: number): number => Math.abs(rungs[k].value - rungs[k - 1].value);

/** Truncation error that the next rung does not exclude, nor, where the slopes converge slowly, those after it. */
const unseen = (rungs: readonly Rung[], k: number): number =>
  change(rungs, k + 1) + (k > 0 ? tailOf(change(rungs, k + 1), change(rungs, k)) : 0);

const fits = (s: Stencil, rung: Rung): boolean =>
  Math.abs(s.value - rung.value) <= SAFETY * (rung.noise + s.truncation + s.roundOff);

function fromRung(line: Line, rungs: readonly Rung[], k: number): Slope {
  const rung = rungs[k];
  return {
    value: rung.value,
    errorBar: rung.noise + unseen(rungs, k),
    step: rung.step,
    variation: variationOf(rung),
    shape: 'smooth',
    noise: line.precision.noise,
  };
}

/**
 * What the steps longer than the first good one ran into: a gap that stays the same over several of them is a kink,
 * one that grows is a jump.
 */
function whatWasNear(rungs: readonly Rung[], first: number): Partial<Slope> {
  const above = rungs[first - 1];
  if (above.gap <= above.gapNoise || above.gap < 4 * rungs[first].gap) return {};
  const further = first > 1 ? rungs[first - 2] : above;
  const kind = above.gap > 3 * further.gap ? ('jump' as const) : ('kink-nearby' as const);
  return { nearby: { kind, distance: above.step } };
}

/** The slope at x where the gap stays open however short the step: a kink, or a jump where it widens. */
function broken(line: Line, rungs: readonly Rung[], open: number, ratio: number): Slope {
  const jump = rungs[open].gap > (ratio / 2) * rungs[open - 1].gap;
  const bend = (k: number) =>
    Math.max(Math.abs(rungs[k].left - rungs[k - 1].left), Math.abs(rungs[k].right - rungs[k - 1].right));
  const bar = (k: number) => 2 * rungs[k].noise + bend(k);
  // of the rungs with the same gap, take the one with the smallest error bar
  let best = open;
  for (let k = open; k > 0 && Math.abs(rungs[k].gap - rungs[open].gap) < rungs[open].gap / 2; k--)
    if (bar(k) < bar(best)) best = k;
  const rung = rungs[best];
  // a one-sided difference errs in proportion to its step: extrapolate to step 0
  const extrapolated = (side: 'left' | 'right') => rung[side] + (rung[side] - rungs[best - 1][side]) / (ratio - 1);
  return {
    value: rung.value,
    errorBar: bar(best),
    step: rung.step,
    variation: variationOf(rung),
    shape: jump ? 'jump' : 'kink',
    slopes: { left: extrapolated('left'), right: extrapolated('right') },
    noise: line.precision.noise,
  };
}
