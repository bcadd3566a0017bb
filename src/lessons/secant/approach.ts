/**
 * One drag from secant to tangent to the staircase of doubles. The neighbour of x is pulled towards it, and the window
 * closes in with it: where the neighbour stands in the window says how small h is, a constant way for each decade.
 */

import { type Table, tableOf } from '@/charts/figure/table.ts';
import { type LineChartSpec, withTable } from '@/charts/line-chart.ts';
import { lineOnly, pointsBy } from '@/charts/marks/series.ts';
import type { Scheme } from '@/checker/types.ts';
import { choiceField, numberField } from '@/input/fields.ts';
import { initialState, type StateOf } from '@/input/url-state.ts';
import { LENS_REACH, lensOf } from '../differences/lens.ts';
import { DIFFERENCES } from '../differences/schemes.ts';
import { type SecantModel, secantModel } from './model.ts';
import { fields as large } from './state.ts';

const { min: SMALLEST, max: LARGEST } = large.h;

export const fields = {
  h: numberField(large.h.initial, { min: SMALLEST, max: LARGEST }),
  scheme: choiceField<Scheme>('forward', DIFFERENCES),
};

/** Where the neighbour stands between x (0) and the edge of the window (1), for the smallest and the largest step. */
const NEAREST = 0.1;
const FARTHEST = 0.92;
/** How far the window reaches to the other side of x, as a share of this one: most of its width is for the drag. */
const BEHIND = 0.5;
/** Samples of the curve: multiples of 1/16 of the lens, so that x itself is one. */
const SAMPLES = 97;
const DECADES = Math.log10(LARGEST / SMALLEST);

const placeOf = (h: number) => NEAREST + (FARTHEST - NEAREST) * (Math.log10(h / SMALLEST) / DECADES);
const stepAt = (place: number) => SMALLEST * 10 ** (((place - NEAREST) / (FARTHEST - NEAREST)) * DECADES);

export interface Approach {
  readonly model: SecantModel;
  /** From x to the edge of the window, in units of x. */
  readonly reach: number;
  /** The neighbour's distances from x at the smallest and the largest step, as far as this window can say. */
  readonly places: readonly [nearest: number, farthest: number];
  /** A key press on the neighbour: a quarter of a decade. */
  readonly keyStep: number;
}

export function approachOf({ h, scheme }: StateOf<typeof fields>): Approach {
  const reach = h / placeOf(h);
  return {
    model: secantModel({ ...initialState(large), h, scheme }),
    reach,
    places: [NEAREST * reach, FARTHEST * reach],
    keyStep: (reach * (FARTHEST - NEAREST)) / DECADES / 4,
  };
}

/** The step that is meant by a neighbour at this distance, in the window of `approach`: three digits. */
export const stepMeant = ({ reach }: Approach, distance: number): number =>
  Number(Math.min(LARGEST, Math.max(SMALLEST, stepAt(distance / reach))).toPrecision(3));

/** f about x in the window, as doubles have it, with the tangent and the secant. Both axes are as long. */
export function windowDrawing({ model, reach }: Approach): LineChartSpec {
  const { curve, x, value, exact, chosen, line, h } = model;
  const unit = reach / LENS_REACH;
  const offset = line.through[1] - value - line.slope * (line.through[0] - x);
  const domain = [-BEHIND * reach, reach] as const;
  const through = (slope: number, at: number) => domain.map((t) => [t, at + slope * t] as const);
  const secant = Number.isFinite(line.slope) ? through(line.slope, Number.isFinite(offset) ? offset : 0) : [];
  const near = lensOf(curve.f, x, unit, SAMPLES).points.map(([t, difference]) => [t * unit, difference] as const);
  const spec: LineChartSpec = {
    x: { label: 'distance from *x*', domain },
    y: { label: '*f* − *f*(*x*)', domain },
    series: [
      lineOnly('curve', curve.label, near, 'truth'),
      lineOnly('tangent', 'tangent', through(exact, 0), 'analytic'),
      lineOnly('secant', 'secant', secant, 'numeric', 'long'),
    ],
    highlights: chosen.offsets
      .filter((t) => t !== 0)
      .map((t) => ({ x: t * h, y: curve.f(x + t * h) - value, tone: 'numeric' as const })),
  };
  return withTable(spec, windowTable);
}

const TABLE_EVERY = 8;

/** The same as numbers, at every eighth sample. */
function windowTable({ x, series: [curve, ...lines] }: LineChartSpec): Table {
  const points = curve.points.filter((_, i) => i % TABLE_EVERY === 0);
  const along = ([[from, low], [to, high]]: LineChartSpec['series'][number]['points']) =>
    points.map(([t]) => low + ((high - low) * (t - from)) / (to - from));
  return [
    { label: x.label, values: points.map(([t]) => t) },
    { label: curve.label, values: points.map(([, y]) => y) },
    ...lines.flatMap((line) => (line.points.length < 2 ? [] : [{ label: line.label, values: along(line.points) }])),
  ];
}

/** The error, a row a decade. */
function traceTable({ x, series: [{ label, points }] }: LineChartSpec): Table {
  const decades = points.filter(([step]) => Number.isInteger(Math.log10(step)));
  return tableOf(x.label, [{ label, points: decades }]);
}

/** The error of the chosen scheme, in full colour as far as the drag has come, and muted beyond. */
export function traceDrawing({ model: { chosen, h } }: Approach): LineChartSpec {
  const points = pointsBy(chosen.sweep, 'step', 'error');
  const trace = [[h, chosen.error] as const, ...points.filter(([step]) => step > h)];
  const spec: LineChartSpec = {
    x: { label: 'step *h*', kind: 'log', domain: [SMALLEST, LARGEST] },
    y: { label: 'error of the slope', kind: 'log', domain: [1e-14, 10] },
    series: [
      lineOnly('all', 'error of the slope', points, 'soft', 'dotted'),
      lineOnly('trace', 'from 1 down to *h*', trace, 'error'),
    ],
    highlights: chosen.error > 0 ? [{ x: h, y: chosen.error, tone: 'error' }] : [],
  };
  return withTable(spec, traceTable);
}
