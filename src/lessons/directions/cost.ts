/** What both checks cost against n: counted for the directions, known beforehand for the textbook check. */
import type { LineChartSpec } from '@/charts/line-chart.ts';
import { LIMITS } from './state.ts';

/** Past this many elements the textbook check is not run here: its time grows with n². */
export const MOST_MEASURED = 10_000;

/** Two evaluations for each element. */
export const textbookEvaluations = (n: number): number => 2 * n;

/** [n, evaluations of f], with one wrong element to name. */
export type CostCurve = readonly (readonly [number, number])[];

export function costDrawing(curve: CostCurve, n: number, evaluations: number | undefined): LineChartSpec {
  return {
    x: { label: 'number of elements *n*', kind: 'log', domain: [LIMITS.n.min, LIMITS.n.max] },
    y: { label: 'evaluations of *f*', kind: 'log', domain: [10, 1e7] },
    series: [
      {
        key: 'textbook',
        label: 'element by element',
        points: curve.map(([size]) => [size, textbookEvaluations(size)] as const),
        tone: 'ink',
        dash: 'dashed',
        marks: false,
      },
      { key: 'directions', label: 'directions', points: curve, tone: 'series-4', dash: 'solid', shape: 'circle' },
    ],
    highlights: [
      { x: n, y: textbookEvaluations(n), tone: 'ink' },
      ...(evaluations === undefined ? [] : [{ x: n, y: evaluations, tone: 'series-4' as const }]),
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
