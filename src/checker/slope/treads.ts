/**
 * An f that moves in treads wider than the steps: the result of a solver that stops at a tolerance, or of a table. On a
 * tread f has another slope than over many of them.
 */

import { SAFETY } from '../defaults.ts';
import { closeIn, EDGE_WIDTH, type Interval, largestChange } from './edges.ts';
import { type Line, withPrecision } from './line.ts';
import { PROBE_COST, type Slope, STENCIL_COST, unsettled } from './measured-slope.ts';
import { errorOf } from './precision.ts';
import { slopeAlong } from './slope.ts';

/** A trend that is this many times closer to the analytic value than the measured slope supports the analytic value. */
const CLOSER = 8;
/** Across an edge at least this share of the change remains when the interval has shrunk. */
const KEPT = 1 / 16;
/** The longest step over which a trend is taken, in units of x. */
const WIDE = 2 ** -3;
/** It crosses so many treads on either side at least. Fewer are single jumps, such as those of an f that rounds. */
const FEWEST_TREADS = 8;
/** Of the interval that is searched for such wide treads, an edge may hold so small a share of the change. */
const KEPT_OF_MANY = 2 ** -9;
/** An edge is this much narrower than the steps over which f was smooth, and a tread than where it is looked for. */
const NARROW = 1 / 16;

/** The trend of f over a step, where that supports the analytic value better than the slope does; else undefined. */
function supporting(line: Line, step: number, slope: Slope, analytic: number): number | undefined {
  const h = line.realise(step);
  const trend = (line.at(h) - line.at(-h)) / (2 * h);
  return Math.abs(trend - analytic) * CLOSER <= Math.abs(slope.value - analytic) ? trend : undefined;
}

/**
 * The slope of a line where x may lie on a tread: the trend counts if it is the analytic value, and f has edges. Where the
 * treads are so wide that few of them make a trend, neither that nor the slope at x is known to be meant.
 *
 * @param first the step to begin with
 */
export function besideStairs(line: Line, slope: Slope, analytic: number, first: number): Slope {
  // without it a tread and a slope look the same
  if (line.spare() < STENCIL_COST) return unsettled(line.precision, { starved: true });
  const distance = slope.nearby?.distance ?? slope.movesWithin ?? 0;
  const near = distance > 0 ? supporting(line, 2 * first, slope, analytic) : undefined;
  const height = near === undefined ? 0 : edgeWithin(line, distance, slope, KEPT);
  if (line.spare() <= STENCIL_COST) return unsettled(line.precision, { starved: true });
  return height > 0
    ? slopeAlong(withPrecision(line, { stairs: 'certain', noise: Math.max(line.precision.noise, height / 2) }), first)
    : acrossTreads(line, slope, analytic);
}

/** The slope, or an unsettled one where f has edges, and its trend over many of them is the analytic value. */
function acrossTreads(line: Line, slope: Slope, analytic: number): Slope {
  const wide = WIDE * line.scale;
  if (slope.step >= wide || line.spare() < PROBE_COST) return slope;
  const trend = supporting(line, wide, slope, analytic);
  if (trend === undefined) return slope;
  const widest = wide / FEWEST_TREADS;
  const height = edgeWithin(line, 2 * widest, slope, KEPT_OF_MANY, Math.abs(trend - slope.value) * widest);
  return height > 0 ? unsettled(line.precision, { shape: 'jump', step: wide, variation: height / wide }) : slope;
}

/**
 * The height of an edge of f within a distance of x; 0 where f only bends.
 *
 * @param kept the least share of the change of f that is left across an edge
 * @param highest a higher edge is not looked at closely
 */
function edgeWithin(
  line: Line,
  distance: number,
  { value: trend, step }: Slope,
  kept: number,
  highest = Number.POSITIVE_INFINITY,
): number {
  const sides = [-distance, distance].map(
    (t): Interval => [
      [0, line.value],
      [t, line.at(t)],
    ],
  );
  const { interval, change } = largestChange(sides, trend);
  const least = Math.max(change * kept, SAFETY * errorOf(line.precision));
  const width = Math.max(Math.min(EDGE_WIDTH * line.scale, step * NARROW), line.smallest);
  const goesOn = (left: number) => left > least && line.spare() > STENCIL_COST;
  const near = closeIn(line.at, interval, trend, distance * NARROW, goesOn);
  if (near.change > highest) return 0;
  const left = closeIn(line.at, near.interval, trend, width, goesOn).change;
  return left > least ? left : 0;
}
