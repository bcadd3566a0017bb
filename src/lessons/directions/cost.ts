/** What both checks cost against n: counted for the directions, known beforehand for the textbook check. */

import type { LineChartSpec } from '@/charts/line-chart.ts';
import { lineOnly, markedLine } from '@/charts/marks/series.ts';
import { integerField, numberField } from '@/input/fields.ts';
import { LIMITS } from './state.ts';

/** Past this many elements the textbook check is not run here: its time grows with n². */
export const MOST_MEASURED = 10_000;

/** Two evaluations for each element. */
export const textbookEvaluations = (n: number): number => 2 * n;

/** [n, evaluations of f], with one wrong element to name. */
export type CostCurve = readonly (readonly [number, number])[];

/** The number of elements, and the milliseconds that one evaluation takes. */
export const fields = {
  n: integerField(LIMITS.n.max, LIMITS.n),
  each: numberField(10, { min: 0.01, max: 10_000 }),
};

/** The point of the curve nearest to n: only costs that were counted are shown, none between them. */
export const countedNear = (curve: CostCurve, n: number): CostCurve[number] =>
  curve.reduce((best, one) => (Math.abs(Math.log(one[0] / n)) < Math.abs(Math.log(best[0] / n)) ? one : best));

export function costDrawing(curve: CostCurve, [n, evaluations]: CostCurve[number]): LineChartSpec {
  const textbook = curve.map(([size]) => [size, textbookEvaluations(size)] as const);
  return {
    x: { label: 'number of elements *n*', kind: 'log', domain: [LIMITS.n.min, LIMITS.n.max] },
    y: { label: 'evaluations of *f*', kind: 'log', domain: [10, 1e7] },
    series: [
      lineOnly('textbook', 'element by element', textbook, 'ink', 'dashed'),
      markedLine('directions', 'this chapter’s way', curve, 'series-1', 'circle'),
    ],
    highlights: [
      { x: n, y: textbookEvaluations(n), tone: 'ink' },
      { x: n, y: evaluations, tone: 'series-1' },
    ],
  };
}

const UNITS: readonly (readonly [seconds: number, name: string])[] = [
  [86_400, 'days'],
  [3600, 'hours'],
  [60, 'minutes'],
  [1, 's'],
  [1e-3, 'ms'],
];

/** Seconds in the largest unit of which there is one. */
export function durationOf(seconds: number): { readonly value: number; readonly unit: string } {
  const [size, unit] = UNITS.find(([size]) => seconds >= size) ?? UNITS[UNITS.length - 1];
  return { value: seconds / size, unit };
}
