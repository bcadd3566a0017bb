/**
 * The derivative of f along a line with an error bar that can be trusted: a five-point estimate whose step follows f's
 * own length scale, checked against a much shorter step; a whole ladder of steps where the two do not agree.
 *
 * Sources: Ridders 1982 (Adv. Eng. Software 4, 75-76) for letting neighbouring steps judge each other; Moré and Wild
 * 2012 (ACM TOMS 38) for steps from measured noise; GSL deriv_central for separate bars.
 */

import { SAFETY } from '../defaults.ts';
import { kinkAt } from './kink.ts';
import { descend } from './ladder.ts';
import { type Line, probeStep } from './line.ts';
import { GOAL, PROBE_COST, type Slope, STENCIL_COST, smooth, total, unsettled } from './measured-slope.ts';
import { oneSided } from './one-sided.ts';
import { errorOf } from './precision.ts';
import { predictedVariation, type Stencil, stencil } from './stencil.ts';

/** First step in units of the line's scale: near the optimum of a five-point formula for 53 digits. */
export const FIRST_STEP = 0.8 * 2 ** -10;
/**
 * A truncation error that is still above this share of the slope after all attempts means that f is not smooth here.
 */
const POOR = 2 ** -20;
/** Steps grow to this share of the line's scale at most. */
export const LARGEST_STEP = 0.2;
/** A longer step is tried only if it is this many times longer. */
const WORTHWHILE = 2;
const ATTEMPTS = 8;
/** After so many shorter steps that were no better a ladder is used. */
const FRUITLESS = 2;
/** The five-point formula is of order 4; a measured order below this means that f is less smooth than that. */
const SMOOTH_ORDER = 3;
/** Between the order 1 of the error where the second derivative jumps, and the order 2 of a smooth third term. */
const JUMP_ORDER = 1.5;
/**
 * The short step is chosen so that f moves by this many standard deviations of its noise: a slope error of 1e-7 shows.
 */
const PROBE_SIGNAL = 2 ** 23;
const PROBE_RATIO = 2 ** -6;

/** Over long steps a bounded f has small slopes and small errors: only their ratio tells which step is better. */
const relative = (s: Stencil): number => total(s) / Math.max(Math.abs(s.value), s.variation);

/** The power of the step by which the truncation error fell; infinity where it fell as fast as for a smooth f. */
function orderBetween(longer: Stencil, shorter: Stencil): number {
  const order = Math.log(longer.truncation / shorter.truncation) / Math.log(longer.step / shorter.step);
  return order < SMOOTH_ORDER ? Math.max(1, order) : Number.POSITIVE_INFINITY;
}

/**
 * Truncation error that is hidden by the noise is still there. Where it fell slowly before (in proportion to the step
 * where the second derivative jumps at x, as at the knot of a spline), it is taken to go on falling as slowly.
 */
function heldTo(s: Stencil | null, previous: Stencil | null, order: number): Stencil | null {
  if (!s || !previous || s.step > previous.step) return s;
  // a third term that falls in proportion to the step, and not to its square, comes from that jump, and so bounds its error
  const [third, before] = [s, previous].map(({ terms, step }) => (4 * terms[2]) / step);
  const jumps = Number.isFinite(order) && third > before * (s.step / previous.step) ** JUMP_ORDER;
  const least = Math.max(jumps ? third : 0, previous.truncation * (s.step / previous.step) ** order);
  return least > s.truncation ? { ...s, truncation: least } : s;
}

/** The step for the next stencil; 0 where none promises a smaller error. */
function nextStep(line: Line, s: Stencil, goal: number): number {
  const balance = s.truncation > 0 ? (s.roundOff / (4 * s.truncation)) ** 0.2 : Number.POSITIVE_INFINITY;
  const factor =
    s.truncation > s.roundOff
      ? Math.min(Math.max(balance, 1 / 256), 1 / 4)
      : Math.min(balance, Math.max(4, (4 * s.roundOff) / goal));
  // where f shows no more than its noise, the element's own size says nothing about how far f is smooth
  const length = s.truncation > 0 ? line.scale : line.reach;
  const step = line.realise(Math.min(s.step * factor, LARGEST_STEP * length));
  return factor > 1 && step < WORTHWHILE * s.step ? 0 : step;
}

/** A smaller step at which f is finite on both sides, twice as far out too; 0 where one side is outside the domain. */
function insideDomain(line: Line, step: number): number {
  for (let h = step / 8; h >= line.smallest && line.spare() > STENCIL_COST; h /= 16) {
    const realised = line.realise(h);
    if (realised === 0) return 0;
    if (Number.isFinite(line.at(-2 * realised)) && Number.isFinite(line.at(2 * realised))) return line.realise(h / 4);
  }
  return 0;
}

/**
 * The slope of f at x along a line.
 *
 * @param first the step to begin with; see {@link FIRST_STEP}
 */
export function slopeAlong(line: Line, first: number): Slope {
  let best: Stencil | null = null;
  let edge: number | undefined;
  let rising = false;
  let previous: Stencil | null = null;
  const tried: Stencil[] = [];
  let order = Number.POSITIVE_INFINITY;
  let fruitless = 0;
  let h = line.realise(first) || line.realise(line.scale * FIRST_STEP);
  for (let attempt = 0; attempt < ATTEMPTS && h > 0 && line.spare() >= STENCIL_COST; attempt++) {
    let s = heldTo(stencil(line, h), previous, order);
    if (!s) {
      if (best) break;
      edge = h;
      h = insideDomain(line, h);
      if (h === 0) return oneSided(line, edge);
      continue;
    }
    if (previous && h < previous.step && s.truncation > 0) {
      order = orderBetween(previous, s);
      if (relative(s) > relative(previous) / 4 && ++fruitless >= FRUITLESS) break;
    }
    previous = s;
    tried.push(s);
    const kink = tried.length === 1 && bends(line, s) ? kinkAt(line, s.step) : undefined;
    if (kink) return kink;
    s = { ...s, variation: variationOver(tried, s) };
    if (!best || !(relative(s) >= relative(best))) best = s;
    const goal = GOAL * Math.max(Math.abs(s.value), s.variation);
    if (total(s) <= goal) break;
    const wanted = nextStep(line, s, goal);
    if (wanted === 0 || (wanted > h && edge !== undefined)) break;
    if (rising && wanted < h && relative(best) < relative(s)) break;
    rising = wanted > h;
    h = wanted;
  }
  if (!best) return unsettled(line.precision, { starved: line.spare() < STENCIL_COST });
  const nearby = edge === undefined ? {} : { nearby: { kind: 'domain-edge' as const, distance: edge } };
  best = { ...best, variation: variationOver(tried, best) };
  if (best.variation === 0 && best.gap === 0) return flat(line, best);
  return confirmed(line, best, longestOf(tried).step, nearby);
}

/** Over a first step f may bend at x alone: then its two slopes are as far apart over a much shorter step. */
function bends(line: Line, s: Stencil): boolean {
  const [slope, bend] = s.terms;
  const h = probeStep(line, s.step * PROBE_RATIO, s.step * PROBE_RATIO);
  if (bend < slope / 4 || h < line.smallest || line.spare() < PROBE_COST) return false;
  const gap = (line.at(h) - 2 * line.value + line.at(-h)) / h;
  return Math.abs(gap - s.gap) < Math.abs(s.gap) / 8 && Math.abs(gap) > (SAFETY * Math.sqrt(6) * s.error) / h;
}

const longestOf = (tried: readonly Stencil[]): Stencil => tried.reduce((a, b) => (b.step > a.step ? b : a));

/**
 * Variation over the longest step, but no more than the Taylor terms of the shorter steps predict: a jump that only
 * the longest step crosses says nothing about f at x.
 */
function variationOver(tried: readonly Stencil[], s: Stencil): number {
  const longest = longestOf(tried);
  const predicted = Math.max(
    ...tried.filter((other) => other !== longest).map((other) => predictedVariation(other, longest.step)),
  );
  return Math.max(s.variation, Math.min(longest.variation, predicted));
}

/** f has not changed over the stencil. Does it over a step of the size of x? */
function flat(line: Line, s: Stencil): Slope {
  const wide = line.realise(line.scale);
  const values =
    line.spare() >= PROBE_COST && wide > s.step ? [line.at(wide), line.at(-wide)].filter(Number.isFinite) : [];
  const moves = values.some((value) => value !== line.value);
  const step = values.length === 2 && !moves ? wide : s.step;
  return smooth(line, s, {
    value: 0,
    step,
    errorBar: s.error / step,
    shape: 'flat',
    ...(moves && { movesWithin: wide }),
  });
}

/**
 * Checks a stencil against a much shorter step, which sees kinks and ripples that the long one crosses; uses a ladder
 * where the two disagree.
 */
function confirmed(line: Line, s: Stencil, longest: number, extra: Partial<Slope>): Slope {
  const found = smooth(line, s, extra);
  const signal = (PROBE_SIGNAL * s.error) / Math.max(Math.abs(s.value), s.variation);
  const most = s.step * PROBE_RATIO;
  const h = probeStep(line, Math.max(Math.min(signal, most), line.smallest), most);
  if (s.truncation > Math.max(s.roundOff, POOR * Math.max(Math.abs(s.value), s.variation)))
    return descend(line, longest, found);
  if (h === 0 || h >= s.step || line.spare() < PROBE_COST) return found;
  const right = line.at(h) - line.value;
  const left = line.value - line.at(-h);
  const error = errorOf(line.precision);
  const slopeError = error / (Math.SQRT2 * h);
  const bend = (Math.abs(s.gap) * h) / s.step;
  const slopeAgrees =
    Math.abs((right + left) / (2 * h) - s.value) <= SAFETY * (slopeError + total(s)) + bend * (h / s.step);
  const gapAgrees = Math.abs(right - left) / h <= (SAFETY * Math.sqrt(6) * error) / h + 4 * bend;
  const confirmedTo = 4 * SAFETY * (slopeError + total(s));
  return slopeAgrees && gapAgrees ? { ...found, confirmedTo } : descend(line, longest, found);
}
