/** One step forward and one step each way, about the same point: the two secants beside the tangent. */

import { tableOf } from '@/charts/figure/table.ts';
import { type LineChartSpec, withTable } from '@/charts/line-chart.ts';
import { lineOnly } from '@/charts/marks/series.ts';
import { numberField } from '@/input/fields.ts';
import { initialState } from '@/input/url-state.ts';
import { SCHEME_LOOKS } from '../differences/schemes.ts';
import { type SchemeSlope, type SecantModel, secantModel } from './model.ts';
import { fields as large } from './state.ts';

export const fields = { h: numberField(0.5, { min: 0.05, max: 1 }) };

const REACH = 1.15;
const SAMPLES = 33;

export interface Sides {
  readonly model: SecantModel;
  readonly forward: SchemeSlope;
  readonly central: SchemeSlope;
  /** How many times smaller the error of the central difference is. */
  readonly gain: number;
}

export function sidesOf(h: number): Sides {
  const model = secantModel({ ...initialState(large), h });
  const [forward, central] = model.slopes;
  return { model, forward, central, gain: forward.error / central.error };
}

/** f about x, its tangent and the two secants, each through the points that it looks at. */
export function sidesDrawing({ model, forward, central }: Sides): LineChartSpec {
  const { curve, x, value, exact, h } = model;
  const rise = (t: number) => curve.f(x + t) - value;
  const line = (slope: number, through: number) =>
    [-REACH, REACH].map((t) => [t, rise(through) + slope * (t - through)] as const);
  const places = Array.from({ length: SAMPLES }, (_, i) => REACH * ((2 * i) / (SAMPLES - 1) - 1));
  const near = places.map((t) => [t, rise(t)] as const);
  const spec: LineChartSpec = {
    x: { label: 'distance from *x*', domain: [-REACH, REACH] },
    y: { label: '*f* − *f*(*x*)', domain: [-1.25, 0.95] },
    series: [
      lineOnly('curve', curve.label, near, 'truth'),
      lineOnly('tangent', 'tangent', line(exact, 0), 'analytic'),
      lineOnly('forward', 'forward', line(forward.slope, 0), SCHEME_LOOKS.forward.tone, 'long'),
      lineOnly('central', 'central', line(central.slope, -h), SCHEME_LOOKS.central.tone, 'long'),
    ],
    highlights: [-h, h].map((t) => ({ x: t, y: rise(t), tone: 'numeric' as const })),
  };
  return withTable(spec, sidesTable);
}

const TABLE_EVERY = 8;

/** The curve at every eighth sample, and the ends of the lines. */
const sidesTable = ({ x, series: [curve, ...lines] }: LineChartSpec) =>
  tableOf(x.label, [{ ...curve, points: curve.points.filter((_, i) => i % TABLE_EVERY === 0) }, ...lines]);
