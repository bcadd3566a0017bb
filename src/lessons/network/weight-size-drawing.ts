/** The chart of a forgotten slope of tanh against the size of the weights. */

import type { LineChartSpec } from '@/charts/line-chart.ts';
import { markedLine, pointsBy } from '@/charts/marks/series.ts';
import { numberField } from '@/input/fields.ts';
import { decades } from '../differences/decades.ts';

const grid = decades(-3, 1.5, 2, 3);

/** What all weights are multiplied by. */
export const FACTORS = grid.values;

export const fields = { factor: numberField(0.1, { min: FACTORS[0], max: FACTORS[FACTORS.length - 1] }) };

/** For each factor: the root mean square of z, the relative error of W1, and the median of 1 − a² over units and samples. */
export type SizeCurve = readonly { readonly z: number; readonly error: number; readonly slope: number }[];

/** The index of the factor that was computed nearest to this one. */
export const { nearest } = grid;

const THRESHOLD = 1e-5;

export function sizeDrawing(curve: SizeCurve, factor: number): LineChartSpec {
  const { z, error, slope } = curve[nearest(factor)];
  return {
    x: { label: 'size of *z*', kind: 'log', domain: [1e-3, 100] },
    y: { label: 'error, and slope', kind: 'log', domain: [1e-8, 1e3], gutters: ['zero'] },
    series: [
      markedLine('error', 'error of a forgotten slope', pointsBy(curve, 'z', 'error'), 'error', 'diamond'),
      markedLine('slope', 'slope of tanh that is left', pointsBy(curve, 'z', 'slope'), 'truth', 'circle', 'dashed'),
    ],
    rules: [{ axis: 'y', value: THRESHOLD, label: '10^{−5}', tone: 'ink' }],
    ranges: [{ axis: 'x', from: 0.5, to: 2, label: 'order 1' }],
    highlights: [
      { x: z, y: error, tone: 'error' },
      { x: z, y: slope, tone: 'truth' },
    ],
  };
}
