/** The derivative at the edge of f's domain, from the side on which f is finite. */
import type { Line } from './line.ts';
import { GOAL, type Slope, STENCIL_COST, unsettled } from './measured-slope.ts';
import { errorOf } from './precision.ts';

/** Forward differences of order 4 and 3; Fornberg 1988, table 3. */
const FOURTH = [-25 / 12, 4, -3, 4 / 3, -1 / 4];
const THIRD = [-11 / 6, 3, -3 / 2, 1 / 3, 0];
/** Root of the sum of the squared weights of order 4. */
const SPREAD = Math.hypot(...FOURTH);
const SHRINK = 1 / 16;

export function oneSided(line: Line, edge: number): Slope {
  let best = unsettled(line.precision, { shape: 'outside' });
  for (
    let h = line.realise(edge / 16);
    h >= line.smallest && line.spare() > STENCIL_COST;
    h = line.realise(h * SHRINK)
  ) {
    const sign = [1, -1].find((side) => line.spare() > STENCIL_COST && Number.isFinite(line.at(side * h)));
    if (sign === undefined) continue;
    const values = [0, 1, 2, 3, 4].map((k) => (k ? line.at(sign * k * h) : line.value));
    if (!values.every(Number.isFinite)) continue;
    const sum = (weights: readonly number[]) =>
      values.reduce((s, value, k) => s + weights[k] * (value - line.value), 0);
    const value = (sign * sum(FOURTH)) / h;
    const errorBar = Math.abs(value - (sign * sum(THIRD)) / h) + (SPREAD * errorOf(line.precision, ...values)) / h;
    if (best.shape === 'edge' && errorBar > best.errorBar) break;
    const variation = Math.abs(values[1] - line.value) / h;
    best = { value, errorBar, step: h, variation, shape: 'edge', noise: line.precision.noise };
    if (errorBar <= GOAL * Math.max(Math.abs(value), variation)) break;
  }
  return best;
}
