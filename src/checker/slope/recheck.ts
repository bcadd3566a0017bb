/**
 * A second look before an element is called wrong. Four things look like a wrong gradient: a weak kink inside the
 * long step, treads wider than the short steps, jumps taken for stairs, and waves of f taken for noise.
 */

import { SAFETY } from '../defaults.ts';
import { closeUp } from './close-up.ts';
import { type Line, withPrecision } from './line.ts';
import { type Slope, STENCIL_COST, smooth, total, unsettled } from './measured-slope.ts';
import { FIRST_STEP, slopeAlong } from './slope.ts';
import { stencil } from './stencil.ts';
import { besideStairs } from './treads.ts';

const SCRUTINY_RATIO = 1 / 16;
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
  if (slope.nearby || slope.movesWithin !== undefined || slope.value === 0)
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
