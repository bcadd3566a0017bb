/**
 * A second look before an element is called wrong. Four things look like a wrong gradient: a weak kink inside the
 * long step, stairs so fine that the short steps stay on one tread, jumps taken for stairs, and a slope that converges
 * slowly at the edge of the domain.
 */

import { SAFETY } from '../defaults.ts';
import { closeUp } from './close-up.ts';
import { closeIn, EDGE_WIDTH, type Interval, largestChange } from './edges.ts';
import { type Line, withPrecision } from './line.ts';
import { type Slope, STENCIL_COST, smooth, total, unsettled } from './measured-slope.ts';
import { withTail } from './one-sided.ts';
import { errorOf } from './precision.ts';
import { FIRST_STEP, slopeAlong } from './slope.ts';
import { stencil } from './stencil.ts';

const SCRUTINY_RATIO = 1 / 16;
/** A trend that is this many times closer to the analytic value than the measured slope supports the analytic value. */
const CLOSER = 8;
/** Across an edge at least this share of the change remains when the interval has shrunk. */
const KEPT = 1 / 16;
const OTHER_STEP = 1 / 3.7;
/** Edges this far apart, in units of x, are single jumps and not stairs. */
const FAR_APART = 2 ** -12;
/**
 * The slope between two edges supports the analytic value if its relative tolerance is below the first of these, and
 * the two differ by no more than that tolerance and the second.
 */
const CLEARLY = 2 ** -10;
const ROUGHLY = 2 ** -24;

/**
 * The slope of the line, measured again in the way that could explain why it differs from `analytic`.
 *
 * @param first the step to begin with where it is measured anew
 */
export function recheck(line: Line, slope: Slope, analytic: number, first: number): Slope {
  const again = measureAgain(line, slope, analytic, first);
  return Math.abs(again.value - analytic) > SAFETY * again.errorBar ? closeUp(line, again, analytic) : again;
}

function measureAgain(line: Line, slope: Slope, analytic: number, first: number): Slope {
  if (line.precision.stairs === 'perhaps' && slope.confirmedTo === undefined)
    return eitherWay(line, slope, analytic, first);
  if (line.precision.stairs === 'certain') return overStairs(line, slope, analytic, first);
  if (slope.shape === 'edge') return withTail(line, slope, analytic);
  if ((slope.nearby && slope.shape === 'smooth') || slope.movesWithin !== undefined)
    return besideStairs(line, slope, analytic, first);
  return scrutinise(line, slope, Math.abs(slope.value - analytic));
}

/** Measures with ever shorter steps, as long as they can resolve the difference: does the slope stay? */
function scrutinise(line: Line, slope: Slope, difference: number): Slope {
  if (slope.confirmedTo === undefined || difference > slope.confirmedTo) return slope;
  let found = slope;
  for (let h = line.realise(slope.step * SCRUTINY_RATIO); h >= line.smallest; h = line.realise(h * SCRUTINY_RATIO)) {
    const s = line.spare() >= STENCIL_COST ? stencil(line, h) : null;
    if (!s || SAFETY * s.roundOff > difference / 2) break;
    if (Math.abs(s.value - found.value) > SAFETY * (total(s) + found.errorBar))
      found = smooth(line, s, {
        variation: slope.variation,
        nearby: { kind: 'kink-nearby', distance: slope.step },
      });
  }
  return found;
}

/**
 * Fine ripples or stairs, which cannot be told apart here: the analytic value is wrong only if it is wrong both as the
 * slope at x and as the trend over many treads.
 */
function eitherWay(line: Line, slope: Slope, analytic: number, first: number): Slope {
  const trend = slopeAlong(
    withPrecision(line, { stairs: 'certain', noise: Math.max(line.precision.noise, line.precision.height) }),
    first,
  );
  const wrong = Math.abs(trend.value - analytic) > SAFETY * trend.errorBar;
  return wrong ? slope : unsettled(line.precision, { variation: slope.variation });
}

/** Over stairs the trend is the slope, and it must be the same over another step; if it is not, they are jumps. */
function overStairs(line: Line, slope: Slope, analytic: number, first: number): Slope {
  const here = betweenEdges(line, slope, analytic, first);
  if (here) return here;
  // a line of remembered values spends nothing, so `spare` alone would not end this
  for (let h = slope.step * OTHER_STEP; h >= line.smallest && line.spare() >= STENCIL_COST; h *= OTHER_STEP) {
    const s = stencil(line, line.realise(h));
    const bar = s ? SAFETY * total(s) : 0;
    if (!s || bar > Math.abs(slope.value - analytic) / 2) break;
    if (Math.abs(s.value - slope.value) > bar + SAFETY * slope.errorBar)
      return unsettled(line.precision, { variation: slope.variation });
  }
  return slope;
}

/**
 * The analytic value may be the slope of f between two edges. Where edges are close together, only the trend counts;
 * where they are far apart, they are jumps, and the slope between them counts.
 */
function betweenEdges(line: Line, trend: Slope, analytic: number, first: number): Slope | undefined {
  const apart = line.precision.height / Math.abs(trend.value - analytic);
  if (!(apart > FAR_APART * line.scale)) return undefined;
  const even = withPrecision(line, { stairs: 'none', noise: line.precision.quiet });
  const found = slopeAlong(even, Math.min(first, line.scale * FIRST_STEP) * SCRUTINY_RATIO);
  // f stands still between its edges, as is claimed, and moves over them: neither is wrong
  const moves = Math.abs(trend.value) > SAFETY * trend.errorBar;
  if (moves && found.value === 0 && analytic === 0)
    return unsettled(line.precision, { shape: 'jump', variation: trend.variation });
  const known = SAFETY * found.errorBar;
  const supports =
    found.shape === 'smooth' &&
    known <= CLEARLY * Math.abs(analytic) &&
    Math.abs(found.value - analytic) <= known + ROUGHLY * Math.abs(analytic);
  return supports ? found : undefined;
}

/**
 * Beside an edge, on what may be a tread: if the trend over the long step is the analytic value and the edge is real,
 * the trend counts.
 */
function besideStairs(line: Line, slope: Slope, analytic: number, first: number): Slope {
  // without it a tread and a slope look the same
  if (line.spare() < STENCIL_COST) return unsettled(line.precision, { starved: true });
  const s = stencil(line, line.realise(first));
  if (!s || Math.abs(s.value - analytic) * CLOSER > Math.abs(slope.value - analytic)) return slope;
  const height = edgeWithin(line, slope.nearby?.distance ?? slope.movesWithin ?? 0, slope);
  if (line.spare() <= STENCIL_COST) return unsettled(line.precision, { starved: true });
  return height > 0
    ? slopeAlong(withPrecision(line, { stairs: 'certain', noise: Math.max(line.precision.noise, height / 2) }), first)
    : slope;
}

/** The height of an edge of f within a distance of x; 0 where f only bends. */
function edgeWithin(line: Line, distance: number, { value: trend, step }: Slope): number {
  const sides = [-distance, distance].map(
    (t): Interval => [
      [0, line.value],
      [t, line.at(t)],
    ],
  );
  const { interval, change } = largestChange(sides, trend);
  if (!(change > 0)) return 0;
  // over its own steps f was smooth: an edge is narrower than they are
  const width = Math.max(Math.min(EDGE_WIDTH * line.scale, step * SCRUTINY_RATIO), line.smallest);
  const left = closeIn(line.at, interval, trend, width, () => line.spare() > STENCIL_COST).change;
  return left > change * KEPT && left > SAFETY * errorOf(line.precision) ? left : 0;
}
