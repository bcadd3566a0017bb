/** The derivative at the edge of f's domain, from the side on which f is finite. */

import { SAFETY } from '../defaults.ts';
import type { Line } from './line.ts';
import { GOAL, type Slope, STENCIL_COST, tailOf, unsettled } from './measured-slope.ts';
import { errorOf } from './precision.ts';

/** Forward differences of order 4 and 3; Fornberg 1988, table 3. */
const FOURTH = [-25 / 12, 4, -3, 4 / 3, -1 / 4];
const THIRD = [-11 / 6, 3, -3 / 2, 1 / 3, 0];
/** Root of the sum of the squared weights of order 4. */
const SPREAD = Math.hypot(...FOURTH);
const SHRINK = 1 / 16;
/** Slopes whose changes grow by more than this from step to step go to infinity, as those of the square root do. */
const DIVERGES = 2;

/** The slope from ever shorter steps, until they agree and rounding makes their error bars wider again. */
export function oneSided(line: Line, edge: number): Slope {
  let best = unsettled(line.precision, { shape: 'outside' });
  const values: number[] = [];
  let tail = 0;
  for (
    let h = line.realise(edge / 16);
    h >= line.smallest && line.spare() > STENCIL_COST;
    h = line.realise(h * SHRINK)
  ) {
    const sign = [1, -1].find((side) => line.spare() > STENCIL_COST && Number.isFinite(line.at(side * h)));
    const slope = sign && slopeOn(line, sign * h);
    if (!slope) continue;
    values.push(slope.value);
    const hidden = (SAFETY * SPREAD * errorOf(line.precision, line.value)) / h;
    tail = stillToMove(values, hidden) ?? tail;
    const found = { ...slope, errorBar: slope.errorBar + tail };
    const agree = Math.abs(found.value - best.value) <= best.errorBar + hidden;
    if (best.shape === 'edge' && found.errorBar > best.errorBar && agree) break;
    best = found;
    if (best.errorBar <= GOAL * Math.max(Math.abs(best.value), best.variation)) break;
  }
  return best;
}

/**
 * How far still shorter steps would move the last slope, where f is less smooth at the edge than the formula assumes,
 * such as x^1.5 at 0. Infinity where the slopes show no limit, and do not clearly grow beyond any either, as those of
 * x log x. Undefined where the noise hides it.
 */
function stillToMove(values: readonly number[], noise: number): number | undefined {
  if (values.length < 3) return 0;
  const [before, last] = [-2, -1].map((k) => Math.abs((values.at(k) ?? 0) - (values.at(k - 1) ?? 0)));
  if (last <= noise) return undefined;
  return last > DIVERGES * before ? 0 : tailOf(last, before) || Number.POSITIVE_INFINITY;
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
