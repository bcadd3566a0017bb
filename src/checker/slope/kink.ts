/** A kink or a jump at x: the gap between the slopes of the two sides stays open, or widens, however short the step. */
import type { Line } from './line.ts';
import type { Slope } from './measured-slope.ts';
import { climbDown, type Rung, variationOf } from './rungs.ts';

/** Between the steps of a quick look, which finds kinks alone. */
const QUICK_RATIO = 256;
/** The gaps of one kink differ by this share of them at most. */
const SAME_GAP = 1 / 16;

/** The slopes of the two sides where f has a kink at x: the same gap at every step, however short. Else undefined. */
export function kinkAt(line: Line, top: number): Slope | undefined {
  const rungs = climbDown(line, top, QUICK_RATIO);
  if (!rungs || !isKink(rungs)) return undefined;
  const open = rungs.findLastIndex(({ gap, gapNoise }) => gapNoise < gap / 2);
  return slopeBeside(line, rungs, open, QUICK_RATIO);
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

/** The slope at a kink or a jump that a whole ladder shows; undefined where f has neither at x. */
export function brokenSlope(line: Line, rungs: readonly Rung[], ratio: number): Slope | undefined {
  const open = openGap(rungs);
  if (open >= 0) return slopeBeside(line, rungs, open, ratio);
  return diverges(rungs, ratio) ? { ...slopeBeside(line, rungs, rungs.length - 1, ratio), shape: 'jump' } : undefined;
}

/** The shortest step whose gap stands out of the noise, unless shorter ones have shown it to close; -1 for none. */
function openGap(rungs: readonly Rung[]): number {
  const last = rungs.findLastIndex(({ gap, gapNoise }) => gap > gapNoise);
  if (last < 1) return -1;
  const seenToClose = rungs.slice(last + 1).some(({ gapNoise }) => gapNoise <= rungs[last].gap / 2);
  const falls = rungs[last].gap < rungs[last - 1].gap / 2;
  return seenToClose || falls ? -1 : last;
}

/** Whether the slopes grow as fast as the steps shrink: f jumps to a single value at x, the same way on both sides. */
function diverges(rungs: readonly Rung[], ratio: number): boolean {
  const last = rungs.slice(-3).map(({ value }) => Math.abs(value));
  return last.length === 3 && last.every((size, k) => k === 0 || size > (ratio / 2) * last[k - 1]);
}

/** The slopes of the two sides, from the rungs whose gap is the one of rung `open`: a kink, or a jump where it widens. */
function slopeBeside(line: Line, rungs: readonly Rung[], open: number, ratio: number): Slope {
  const { gap } = rungs[open];
  const bend = (k: number) =>
    Math.max(Math.abs(rungs[k].left - rungs[k - 1].left), Math.abs(rungs[k].right - rungs[k - 1].right));
  const bar = (k: number) => 2 * rungs[k].noise + bend(k);
  // of the rungs with the same gap, take the one with the smallest error bar
  let best = open;
  for (let k = open; k > 0 && Math.abs(rungs[k].gap - gap) < gap / 2; k--) if (bar(k) < bar(best)) best = k;
  const rung = rungs[best];
  // a one-sided difference errs in proportion to its step: extrapolate to step 0
  const extrapolated = (side: 'left' | 'right') => rung[side] + (rung[side] - rungs[best - 1][side]) / (ratio - 1);
  return {
    value: rung.value,
    errorBar: bar(best),
    step: rung.step,
    variation: variationOf(rung),
    shape: gap > (ratio / 2) * rungs[open - 1].gap ? 'jump' : 'kink',
    slopes: { left: extrapolated('left'), right: extrapolated('right') },
    noise: line.precision.noise,
  };
}
