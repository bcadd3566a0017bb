/** The relative error of a wrong sign against the size of the gradient: the constant in the denominator hides small ones. */

import type { LineChartSpec } from '@/charts/line-chart.ts';
import { lineOnly } from '@/charts/marks/series.ts';
import { DEFAULT_FLOOR, DEFAULT_THRESHOLD } from '@/checker/defaults.ts';
import { relativeError } from '@/checker/textbook/relative-error.ts';

const SIZES = Array.from({ length: 19 }, (_, i) => Number(`1e${i - 16}`));

const ERRORS = SIZES.map((size) => [size, relativeError([size], [-size])] as const);
export const floorDrawing: LineChartSpec = {
  x: { label: 'size of the gradient', kind: 'log', domain: [SIZES[0], SIZES.at(-1)!] },
  y: { label: 'relative error', kind: 'log', domain: [1e-9, 10] },
  series: [lineOnly('sign', 'a wrong sign everywhere', ERRORS, 'error')],
  rules: [
    { axis: 'y', value: DEFAULT_THRESHOLD, label: 'threshold', tone: 'ink' },
    { axis: 'x', value: DEFAULT_FLOOR, label: '10^{−8}', dash: 'dotted' },
  ],
};

/** Below this size a wrong sign passes: 2s/(2s + floor) is less than the threshold. */
export const passesBelow = (DEFAULT_THRESHOLD * DEFAULT_FLOOR) / (2 * (1 - DEFAULT_THRESHOLD));
