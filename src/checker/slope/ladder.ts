/**
 * A ladder of ever shorter steps, for places where one step does not tell: kinks, jumps, ripples, edges, noise.
 * Each rung has the slope on the left and on the right; how their gap goes with the step tells what f does here.
 */

import { SAFETY } from '../defaults.ts';
import type { Line } from './line.ts';
import { type Slope, STENCIL_COST, unsettled } from './measured-slope.ts';
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
  /** A gap below this may be chance. */
  readonly gapNoise: number;
}

const RATIO = 8;
const MOST_RUNGS = 18;
/** Between the rungs of a first, quick look: a gap that is the same on all of them is a kink at x. */
const QUICK_RATIO = 256;
/** The gaps of one kink differ by this share of them at most. */
const SAME_GAP = 1 / 16;
const LONGEST_STENCILS = 3;

/** The slope along a line on which a long and a short step disagree. */
export function descend(line: Line, top: number, coarse: Slope): Slope {
  if (line.spare() < 1) return unsettled(line.precision, { starved: true });
  if (!Object.is(line.at(0), line.value)) return unsettled(line.precision, { unsteady: true });
  const rungs = climbDown(line, top, RATIO);
  if (!rungs) return unsettled(line.precision, { starved: true });
  // noise from the first rung on: the long step is the best there is
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

/** Undefined where the evaluations ran out before the noise set an end. */
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

/** The last rung whose gap is real, if the gap has not been seen to close below it. */
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

/** Slopes that grow as the steps shrink, to the last: f jumps at x, from its value there up and down alike. */
function diverges(rungs: readonly Rung[]): boolean {
  const last = rungs.slice(-3).map(({ value }) => Math.abs(value));
  return last.length === 3 && last.every((size, k) => k === 0 || size > (RATIO / 2) * last[k - 1]);
}

/** The longest step with which all shorter ones agree, up to their noise. */
const longestAgreed = (rungs: readonly Rung[]): number =>
  rungs.findIndex(
    (rung, k) =>
      k + 1 < rungs.length &&
      rungs.slice(k + 1).every(({ value, noise }) => Math.abs(value - rung.value) <= SAFETY * (noise + rung.noise)),
  );

/** Where the steps end before the noise begins: the last but one, if the differences between rungs were falling fast. */
function converging(rungs: readonly Rung[]): number {
  const last = rungs.length - 1;
  if (last < 2) return -1;
  const change = (k: number) => Math.abs(rungs[k].value - rungs[k - 1].value);
  return change(last) <= change(last - 1) / RATIO ? last - 1 : -1;
}

/** What f does over longer steps, as far up as it does ever more: at a saddle that is all there is to compare with. */
function variationAbove(rungs: readonly Rung[], first: number): number {
  let k = first;
  while (k > 0 && variationOf(rungs[k - 1]) >= variationOf(rungs[k])) k--;
  return variationOf(rungs[k]);
}

const variationOf = ({ left, right }: Rung): number => (Math.abs(left) + Math.abs(right)) / 2;

/** Truncation that the noise may hide: what the next rung could not exclude. */
const unseen = (rungs: readonly Rung[], k: number): number => Math.abs(rungs[k].value - rungs[k + 1].value);

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

/** What the longer steps ran into: a gap that stays over several of them is a kink, one that grows a jump. */
function whatWasNear(rungs: readonly Rung[], first: number): Partial<Slope> {
  const above = rungs[first - 1];
  if (above.gap <= above.gapNoise || above.gap < 4 * rungs[first].gap) return {};
  const further = first > 1 ? rungs[first - 2] : above;
  const kind = above.gap > 3 * further.gap ? ('jump' as const) : ('kink-nearby' as const);
  return { nearby: { kind, distance: above.step } };
}

/** A gap that stays open however short the step: a kink at x, or a jump where it opens ever wider. */
function broken(line: Line, rungs: readonly Rung[], open: number, ratio: number): Slope {
  const jump = rungs[open].gap > (ratio / 2) * rungs[open - 1].gap;
  const bend = (k: number) =>
    Math.max(Math.abs(rungs[k].left - rungs[k - 1].left), Math.abs(rungs[k].right - rungs[k - 1].right));
  const bar = (k: number) => 2 * rungs[k].noise + bend(k);
  // of the rungs with this same gap the one that shows its slopes best
  let best = open;
  for (let k = open; k > 0 && Math.abs(rungs[k].gap - rungs[open].gap) < rungs[open].gap / 2; k--)
    if (bar(k) < bar(best)) best = k;
  const rung = rungs[best];
  // the slope of one side is that of its steps, less their bend: linear in the step
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
