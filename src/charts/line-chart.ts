import type { AxisSpec } from './axes/axis.ts';
import { type Frame, makeFrame } from './axes/frame.ts';
import { gutterOf } from './axes/gutter.ts';
import type { Layout } from './axes/layout.ts';
import type { Table, TableSource } from './figure/table.ts';
import { type AnnotationSpecs, type Annotations, annotate, labelsAbove } from './labels/annotations.ts';
import { type DrawnSeries, drawSeries, placesOf, type Series } from './marks/series.ts';
import { lookOf } from './marks/tone.ts';

export type { Series } from './marks/series.ts';

export interface LineChartSpec extends Omit<AnnotationSpecs, 'ends' | 'points'> {
  readonly x: AxisSpec;
  readonly y: AxisSpec;
  readonly series: readonly Series[];
  /** Name the curves at their right ends, where there is room; the key above the chart names them too. Default false. */
  readonly endLabels?: boolean;
  /** Data table and CSV; default: the points of all series by x. */
  readonly table?: TableSource;
}

/** A chart whose table is made from what it draws: shorter, or with more columns. */
export const withTable = (spec: LineChartSpec, tableOf: (spec: LineChartSpec) => Table): LineChartSpec => ({
  ...spec,
  table: () => tableOf(spec),
});

export interface LineModel {
  readonly frame: Frame;
  readonly series: readonly DrawnSeries[];
  readonly annotations: Annotations;
}

/** The drawing of a line chart in one layout: everything the components need, in units of the drawing. */
export function lineModel(spec: LineChartSpec, layout: Layout): LineModel {
  const { x, y, series, rules = [], highlights = [], endLabels = false } = spec;
  const xs = series.flatMap(({ points }) => points.map(([value]) => value));
  const ys = series.flatMap(({ points }) => points.map(([, value]) => value));
  const named = endLabels ? series : [];
  const frame = makeFrame({
    layout,
    x,
    y,
    xs: [...xs, ...highlights.map((point) => point.x), ...finiteRules(rules, 'x')],
    ys: [...ys, ...highlights.map((point) => point.y), ...finiteRules(rules, 'y')],
    above: labelsAbove(rules),
    beside: [
      ...named.map(({ label }) => label),
      ...rules.flatMap(({ axis, label }) => (axis === 'y' && label ? [label] : [])),
    ],
  });
  const drawn = series.map((one, index) => drawSeries(frame, one, lookOf(index, one), index, series.length));
  const annotations = annotate(frame, {
    ...spec,
    ends: named.flatMap((one) => {
      const at = endOf(frame, one);
      const { tone } = drawn[series.indexOf(one)];
      return at === null ? [] : [{ at, text: one.label, tone }];
    }),
    points: series.flatMap(({ points }) => placesOf(frame, points)),
  });
  return { frame, series: drawn, annotations };
}

const finiteRules = (rules: readonly { axis: string; value: number }[], axis: 'x' | 'y') =>
  rules.flatMap((rule) => (rule.axis === axis && Number.isFinite(rule.value) ? [rule.value] : []));

/** Height at which a curve ends on the right: at its last point, or where it left the plot on the way there. */
function endOf(frame: Frame, { points }: Series): number | null {
  const [bottom, top] = frame.y.range;
  const drawable = points.filter(([x, y]) => gutterOf(frame.x.kind, x) === null && gutterOf(frame.y.kind, y) === null);
  const last = placesOf(frame, drawable)
    .filter(([px]) => px <= frame.x.range[1] + 0.5)
    .reduce<[number, number] | null>((end, place) => (end === null || place[0] >= end[0] ? place : end), null);
  return last === null ? null : Math.min(Math.max(last[1], top), bottom);
}
