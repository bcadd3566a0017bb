/** The order of each scheme as the slope of its error curve, where truncation is all there is. */
import { type LineChartSpec, withTable } from '@/charts/line-chart.ts';
import { numberField } from '@/input/fields.ts';
import { initialState } from '@/input/url-state.ts';
import { SCHEME_LOOKS } from '../differences/schemes.ts';
import { errorTable } from './drawing.ts';
import { secantModel } from './model.ts';
import type { Fit } from './order.ts';
import { fields as large } from './state.ts';

const SMALLEST = 1e-3;
export const fields = { h: numberField(0.1, { min: 10 * SMALLEST, max: 1 }) };

export interface Order {
  readonly id: 'forward' | 'central' | 'five-point';
  readonly error: number;
  readonly smaller: number;
  /** The error at h over that at h/10. */
  readonly gain: number;
  readonly fit: Fit;
  readonly points: readonly (readonly [step: number, error: number])[];
}

/** Each scheme's error at h, and at a tenth of it. */
export function ordersOf(h: number): Order[] {
  const [here, there] = [h, h / 10].map((step) => secantModel({ ...initialState(large), h: step }).slopes);
  return here.map(({ id, error, fit, sweep }, i) => ({
    id,
    error,
    smaller: there[i].error,
    gain: error / there[i].error,
    fit: fit!,
    points: sweep.filter(({ step }) => step >= SMALLEST).map(({ step, error }) => [step, error] as const),
  }));
}

/** The fitted lines with their slopes, and the two errors that are compared. */
export function ordersDrawing(orders: readonly Order[], h: number): LineChartSpec {
  const spec: LineChartSpec = {
    x: { label: 'step *h*', kind: 'log', domain: [SMALLEST, 1] },
    y: { label: 'error of the slope', kind: 'log', domain: [1e-14, 1] },
    series: orders.map(({ id, fit, points }) => ({
      ...SCHEME_LOOKS[id],
      key: id,
      label: `${id}: slope ${fit.slope.toFixed(2)}`,
      dash: 'solid' as const,
      points,
      marks: false,
    })),
    rules: [
      { axis: 'x', value: h, label: '*h*', tone: 'ink' },
      { axis: 'x', value: h / 10, label: '*h*/10', tone: 'ink' },
    ],
    highlights: orders.flatMap(({ id, error, smaller }) => [
      { x: h, y: error, tone: SCHEME_LOOKS[id].tone },
      { x: h / 10, y: smaller, tone: SCHEME_LOOKS[id].tone },
    ]),
  };
  return withTable(spec, errorTable);
}
