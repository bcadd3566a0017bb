/** The floor between the two arms, where the values of f carry κ times the rounding of the best case. */

import type { LineChartSpec } from '@/charts/line-chart.ts';
import { lineOnly } from '@/charts/marks/series.ts';
import { numberField } from '@/input/fields.ts';
import { decades } from '../differences/decades.ts';
import { EXAMPLES } from './state.ts';
import { roundOffAt, type Theory, theory, truncationAt } from './theory.ts';

export const fields = { kappa: numberField(1, { min: 1, max: 1e4 }) };

export interface Floor {
  readonly theory: Theory;
  readonly best: number;
  /** The sum of the two errors there. */
  readonly error: number;
}

/** Of the central difference of the notebook's function: the minimum of C h² + κR/h is at h³ = κR/2C. */
export function floorOf(kappa: number): Floor {
  const bare = theory(EXAMPLES[0], 'central', 'float64');
  const noisy = { ...bare, roundOff: kappa * bare.roundOff };
  const best = Math.cbrt(noisy.roundOff / (2 * noisy.truncation));
  return { theory: noisy, best, error: truncationAt(noisy, best) + roundOffAt(noisy, best) };
}

const [SMALLEST, LARGEST] = [1e-10, 1e-1];
const STEPS = decades(-10, -1, 2).values;

export function floorDrawing({ theory: noisy, best, error }: Floor): LineChartSpec {
  const ends = (at: typeof roundOffAt) => [SMALLEST, LARGEST].map((h) => [h, at(noisy, h)] as const);
  const sum = STEPS.map((h) => [h, truncationAt(noisy, h) + roundOffAt(noisy, h)] as const);
  return {
    x: { label: 'step *h*', kind: 'log', domain: [SMALLEST, LARGEST] },
    y: { label: 'error', kind: 'log', domain: [1e-13, 1] },
    series: [
      lineOnly('truncation', 'truncation', ends(truncationAt), 'series-1', 'dashed'),
      lineOnly('round-off', 'round-off', ends(roundOffAt), 'series-2', 'dashed'),
      lineOnly('sum', 'their sum', sum, 'error'),
    ],
    highlights: [{ x: best, y: error, label: 'best', tone: 'ink' }],
  };
}
