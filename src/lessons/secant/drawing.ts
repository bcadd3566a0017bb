/** The three pictures of the secant figure as chart specifications: the curve, the errors against h, the close view. */

import { sparseTable, type Table, tableOf } from '@/charts/figure/table.ts';
import { typesetMinus } from '@/charts/format.ts';
import { type LineChartSpec, withTable } from '@/charts/line-chart.ts';
import { lineOnly } from '@/charts/marks/series.ts';
import { LENS_REACH, lensOf } from '../differences/lens.ts';
import { SCHEME_LOOKS } from '../differences/schemes.ts';
import type { SecantModel, Straight } from './model.ts';
import { fields } from './state.ts';

const SAMPLES = 160;

const curvePoints = ({ curve: { f, x } }: SecantModel): (readonly [number, number])[] =>
  Array.from({ length: SAMPLES + 1 }, (_, i) => {
    const at = x[0] + ((x[1] - x[0]) * i) / SAMPLES;
    return [at, f(at)];
  });

const ends = ({ slope, through: [x0, y0] }: Straight, [from, to]: readonly [number, number]) =>
  [from, to].map((x) => [x, y0 + slope * (x - x0)] as const);

const drawable = ({ slope, through }: Straight) => Number.isFinite(slope) && Number.isFinite(through[1]);

const CHORD_LABELS = ['*x* ± *h*', '*x* ± 2*h*'];

/** The curve with its tangent, and the line whose slope the scheme gives. */
export function curveDrawing(model: SecantModel): LineChartSpec {
  const { curve, x, value, exact, chords, line } = model;
  return {
    x: { label: '*x*', domain: curve.x },
    y: { label: '*f*(*x*)', domain: curve.y },
    series: [
      lineOnly('curve', curve.label, curvePoints(model), 'truth'),
      lineOnly('tangent', 'tangent', ends({ slope: exact, through: [x, value] }, curve.x), 'analytic'),
      lineOnly('secant', 'secant', drawable(line) ? ends(line, curve.x) : [], 'numeric', 'long'),
    ],
    // The five-point slope is 4/3 of that through x ± h less 1/3 of that through x ± 2h: both are shown.
    guides: chords.filter(drawable).map((chord, i) => ({ ...chord, label: CHORD_LABELS[i], tone: 'numeric' as const })),
    highlights: model.points
      .filter(([at]) => at >= curve.x[0] && at <= curve.x[1] && at !== x)
      .map(([at, y]) => ({ x: at, y, tone: 'numeric' as const })),
  };
}

const TABLE_EVERY = 4;

/** The same curve and lines as numbers, at every fourth sample. */
export function curveTable(model: SecantModel): Table {
  const points = curvePoints(model).filter((_, i) => i % TABLE_EVERY === 0);
  const xs = points.map(([x]) => x);
  const along = ({ slope, through: [x0, y0] }: Straight) => xs.map((x) => y0 + slope * (x - x0));
  return [
    { label: '*x*', values: xs },
    { label: model.curve.label, values: points.map(([, y]) => y) },
    { label: 'tangent', values: along({ slope: model.exact, through: [model.x, model.value] }) },
    { label: 'secant', values: along(model.line) },
  ];
}

const slopeLabel = (slope: number) => `slope ${typesetMinus(slope.toFixed(2))}`;

const CLOSE_ROWS = 12;

/** The close view as numbers, from −3 to 3 in halves. */
function closeTable({ x, series: [f] }: LineChartSpec): Table {
  const points = f.points.filter((_, i) => i % ((f.points.length - 1) / CLOSE_ROWS) === 0);
  return tableOf(x.label, [{ ...f, points }]);
}

/** |error| of each scheme against h, with the fitted line of each named by its slope. */
export function errorDrawing({ slopes, h }: SecantModel): LineChartSpec {
  const spec: LineChartSpec = {
    x: { label: 'step *h*', kind: 'log', domain: [fields.h.min, fields.h.max] },
    y: { label: 'error of the slope', kind: 'log', domain: [1e-17, 100], gutters: ['zero'] },
    series: slopes.map(({ id, sweep, fit }) => ({
      key: id,
      // The lines lie too close for names beside them: the key says which slope is whose.
      label: fit === null ? id : `${id}, ${slopeLabel(fit.slope)}`,
      points: sweep.map(({ step, error }) => [step, error] as const),
      tone: SCHEME_LOOKS[id].tone,
      marks: false,
    })),
    guides: slopes.flatMap(({ id, fit }) =>
      fit === null
        ? []
        : [
            {
              slope: fit.slope,
              through: [fit.to, fit.at(fit.to)] as const,
              span: [fit.from, fit.to] as const,
              tone: SCHEME_LOOKS[id].tone,
            },
          ],
    ),
    highlights: slopes
      .filter(({ error }) => error > 0)
      .map(({ id, error }) => ({ x: h, y: error, tone: SCHEME_LOOKS[id].tone })),
  };
  return withTable(spec, errorTable);
}

/** The errors, a row a decade. */
export const errorTable = (spec: LineChartSpec): Table => sparseTable(spec, 4);

/** f round x at the scale of h, as doubles have it, against the tangent. */
export function closeDrawing({ curve, x, h, exact, chosen, line }: SecantModel, samples?: number): LineChartSpec {
  const { points, height } = lensOf(curve.f, x, h, samples);
  const reach = 1.1 * Math.max(height, LENS_REACH * h * Math.abs(exact));
  const value = curve.f(x);
  const near: Straight = { slope: line.slope * h, through: [(line.through[0] - x) / h, line.through[1] - value] };
  const spec: LineChartSpec = {
    x: { label: '*t*', domain: [-LENS_REACH, LENS_REACH] },
    y: { label: '*f*(*x* + *t h*) − *f*(*x*)', domain: reach > 0 ? [-reach, reach] : [-1, 1] },
    series: [
      lineOnly('f', 'f, as doubles have it', points, 'truth'),
      lineOnly(
        'tangent',
        'tangent',
        ends({ slope: exact * h, through: [0, 0] }, [-LENS_REACH, LENS_REACH]),
        'analytic',
      ),
      lineOnly('secant', 'secant', drawable(near) ? ends(near, [-LENS_REACH, LENS_REACH]) : [], 'numeric', 'long'),
    ],
    highlights: chosen.offsets.map((t) => ({ x: t, y: curve.f(x + t * h) - value, tone: 'numeric' as const })),
  };
  return withTable(spec, closeTable);
}
