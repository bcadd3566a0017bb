/** The derivative at the edge of f's domain, from the side on which f is finite. */

import { RESOLUTION, SAFETY } from '../defaults.ts';
import type { Line } from './line.ts';
import { GOAL, type Slope, STENCIL_COST, tailOf, unsettled } from './measured-slope.ts';
import { errorOf } from './precision.ts';

/** Forward differences of order 4 and 3; Fornberg 1988, table 3. */
const FOURTH = [-25 / 12, 4, -3, 4 / 3, -1 / 4];
const THIRD = [-11 / 6, 3, -3 / 2, 1 / 3, 0];
/** Root of the sum of the squared weights of order 4. */
const SPREAD = Math.hypot(...FOURTH);
const SHRINK = 1 / 16;
/** Between the steps that show how fast the slope converges. */
const RATIO = 4;

export function oneSided(line: Line, edge: number): Slope {
  let best = unsettled(line.precision, { shape: 'outside' });
  for (
    let h = line.realise(edge / 16);
    h >= line.smallest && line.spare() > STENCIL_COST;
    h = line.realise(h * SHRINK)
  ) {
    const sign = [1, -1].find((side) => line.spare() > STENCIL_COST && Number.isFinite(line.at(side * h)));
    const found = sign && slopeOn(line, sign * h);
    if (!found) continue;
    if (best.shape === 'edge' && found.errorBar > best.errorBar) break;
    best = found;
    if (best.errorBar <= GOAL * Math.max(Math.abs(best.value), best.variation)) break;
  }
  return best;
}

/** The slope by a step, negative to the left; undefined where f is not finite there. */
function slopeOn(line: Line, h: number): Slope | undefined {
  const values = [0, 1, 2, 3, 4].map((k) => (k ? line.at(k * h) : line.value));
  if (!values.every(Number.isFinite)) return undefined;
  const sum = (weights: readonly number[]) => values.reduce((s, value, k) => s + weights[k] * (value - line.value), 0);
  const value = sum(FOURTH) / h;
  const step = Math.abs(h);
  return {
    value,
    errorBar: Math.abs(value - sum(THIRD) / h) + (SPREAD * errorOf(line.precision, ...values)) / step,
    step,
    variation: Math.abs(values[1] - line.value) / step,
    shape: 'edge',
    noise: line.precision.noise,
  };
}

/**
 * The same slope with an error bar for an f that is less smooth at the edge than the formula assumes, such as x^1.5 at 0:
 * two longer steps show how the slope still moves, and what a geometric sequence would add to it counts as error. A
 * slope so far from its limit supports no value but 0.
 */
export function withTail(line: Line, slope: Slope, analytic: number): Slope {
  if (line.spare() < 3 * STENCIL_COST) return unsettled(line.precision, { starved: true });
  const side = Number.isFinite(line.at(slope.step)) ? slope.step : -slope.step;
  const longer = slopeOn(line, RATIO * side);
  const longest = slopeOn(line, RATIO ** 2 * side);
  if (!longer || !longest) return slope;
  const tail = tailOf(Math.abs(slope.value - longer.value), Math.abs(longer.value - longest.value));
  const errorBar = slope.errorBar + tail;
  const explained = Math.abs(slope.value - analytic) <= SAFETY * errorBar;
  const vague = analytic !== 0 && SAFETY * tail > RESOLUTION.part * Math.abs(analytic);
  return explained && vague ? unsettled(line.precision, { variation: slope.variation }) : { ...slope, errorBar };
}
