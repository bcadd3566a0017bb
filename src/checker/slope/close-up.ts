/**
 * Looks closely at a slope that differs from the analytic value. An f that oscillates within the step has another slope at
 * x than over the step: a difference between that slope and the analytic one then proves nothing.
 */

import { SAFETY } from '../defaults.ts';
import { type Line, probeStep } from './line.ts';
import { PROBE_COST, type Slope, STENCIL_COST, unsettled } from './measured-slope.ts';
import { errorOf, FLOAT32, FLOAT64 } from './precision.ts';
import { slopeAlong } from './slope.ts';

/** Over the shortest step that proves a difference, f moves by it as far as this many standard deviations of its noise. */
const STANDS_OUT = 8;
/** A double that errs by no more of its last digits than this is as exact as doubles are. */
const INEXACT = 64;
/** Float32 noise of this many last digits may be waves of f, where f would move by a share of it between a few numbers. */
const ROUGH = 1024;
const SHARE = 1 / 8;

/**
 * The given slope, if f has it over the shortest step too at which its difference from the analytic value stands out of the
 * noise of f. Else the slope over such short steps, or an unsettled one where these do not agree.
 */
export function closeUp(line: Line, slope: Slope, analytic: number): Slope {
  const noise = errorOf(line.precision);
  const rounding = errorOf({ noise: 0, unit: line.precision.unit }, line.value);
  // an f that is as exact as its last digits has shown its waves to the short steps already
  if (slope.shape !== 'smooth' || (line.precision.unit === FLOAT64.unit && noise <= INEXACT * rounding)) return slope;
  const difference = Math.abs(slope.value - analytic);
  const lost = unsettled(line.precision, { step: slope.step, variation: slope.variation });
  // with the analytic slope f would move by as much as its noise over a few float32 numbers: the noise may be waves
  const few = (line.smallest * FLOAT32.unit) / line.precision.grid.unit;
  if (line.precision.unit === FLOAT32.unit && noise > ROUGH * rounding && difference * few > noise * SHARE) return lost;
  // the trend over stairs has been measured over other steps already
  if (line.precision.stairs === 'certain') return slope;
  const most = slope.step / 2;
  const shortest = Math.max((STANDS_OUT * noise) / difference, line.smallest / 4);
  const h = probeStep(line, shortest, Math.min(most, 4 * shortest));
  if (!(h > 0 && h <= most) || line.spare() < PROBE_COST) return slope;
  const close = (line.at(h) - line.at(-h)) / (2 * h);
  const apart = Math.max(difference / 2, (SAFETY * noise) / (Math.SQRT2 * h));
  if (!(Math.abs(close - slope.value) > apart)) return slope;
  const anew = line.spare() >= STENCIL_COST ? slopeAlong(line, h) : lost;
  return Math.abs(close - anew.value) <= apart ? anew : lost;
}
