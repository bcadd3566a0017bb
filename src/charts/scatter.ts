import type { AxisSpec } from './axes/axis.ts';
import { type Frame, makeFrame } from './axes/frame.ts';
import { gutterOf } from './axes/gutter.ts';
import type { Layout } from './axes/layout.ts';
import type { Table } from './figure/table.ts';
import { type AnnotationSpecs, type Annotations, annotate, labelsAbove, type Segment } from './labels/annotations.ts';
import { type DrawnSeries, drawSeries } from './marks/series.ts';
import { lookOf, type Shape, type Tone } from './marks/tone.ts';

export interface ScatterPoint {
  readonly x: number;
  readonly y: number;
  /** What the point stands for: `W1[2][0]`. */
  readonly name?: string;
}

/** Points of one kind; each group has a colour and a shape. */
export interface ScatterGroup {
  readonly key: string;
  readonly label: string;
  readonly points: readonly ScatterPoint[];
  readonly tone?: Tone;
  readonly shape?: Shape;
}

export interface ScatterSpec extends Omit<AnnotationSpecs, 'ends' | 'points'> {
  readonly x: AxisSpec;
  readonly y: AxisSpec;
  readonly groups: readonly ScatterGroup[];
  /** Draw y = x, over axes of one domain; both axes must be of one kind. Default true. */
  readonly diagonal?: boolean;
}

export interface ScatterModel {
  readonly frame: Frame;
  readonly series: readonly DrawnSeries[];
  readonly diagonal: readonly Segment[];
  readonly annotations: Annotations;
}

/** A point with its place in the drawing, and the group it belongs to. */
export interface PlacedPoint extends ScatterPoint {
  readonly group: number;
  readonly px: number;
  readonly py: number;
}

/** The drawing of a scatter plot in one layout. */
export function scatterModel(spec: ScatterSpec, layout: Layout): ScatterModel {
  const { x, y, groups, rules = [], guides = [], highlights = [], ranges = [], diagonal = true } = spec;
  const points = groups.flatMap((group) => group.points);
  const xs = points.map((point) => point.x);
  const ys = points.map((point) => point.y);
  // One domain for both, but each its own gutters: a NaN of one is no NaN of the other.
  const onScale = (value: number) => gutterOf(x.kind ?? 'linear', value) === null;
  const frame = makeFrame({
    layout,
    x,
    y,
    xs: diagonal ? [...xs, ...ys.filter(onScale)] : xs,
    ys: diagonal ? [...ys, ...xs.filter(onScale)] : ys,
    above: labelsAbove(rules),
  });
  const series = groups.map((group, index) =>
    drawSeries(
      frame,
      { ...group, points: group.points.map((point) => [point.x, point.y]), line: false },
      lookOf(index, group),
      index,
      groups.length,
    ),
  );
  const placed = placePoints(groups, frame).map(({ px, py }) => [px, py] as const);
  return {
    frame,
    series,
    diagonal: diagonal ? [diagonalOf(frame)] : [],
    annotations: annotate(frame, { rules, guides, highlights, ranges, points: placed }),
  };
}

function diagonalOf({ x, y }: Frame): Segment {
  const low = Math.max(x.domain[0], y.domain[0]);
  const high = Math.min(x.domain[1], y.domain[1]);
  return {
    x1: x.position(low),
    y1: y.position(low),
    x2: x.position(high),
    y2: y.position(high),
    tone: 'soft',
    dash: 'solid',
  };
}

/** All points from left to right, as the arrow keys visit them. */
export function placePoints(groups: readonly ScatterGroup[], frame: Frame): PlacedPoint[] {
  return groups
    .flatMap(({ points }, group) =>
      points.map((point) => ({ ...point, group, px: frame.x.position(point.x), py: frame.y.position(point.y) })),
    )
    .sort((a, b) => a.px - b.px || a.py - b.py);
}

/** Index of the point nearest to a place, -1 where there are none. */
export function nearestPoint(
  points: readonly { readonly px: number; readonly py: number }[],
  x: number,
  y: number,
): number {
  let best = -1;
  let least = Number.POSITIVE_INFINITY;
  points.forEach(({ px, py }, index) => {
    const distance = Math.hypot(px - x, py - y);
    if (distance < least) {
      best = index;
      least = distance;
    }
  });
  return best;
}

/** The table of a scatter plot: one row a point, group by group. */
export function scatterTable({ x, y, groups }: ScatterSpec): Table {
  const rows = groups.flatMap((group) => group.points.map((point) => ({ ...point, group: group.label })));
  return [
    ...(rows.some(({ name }) => name !== undefined) ? [{ label: 'point', values: rows.map(({ name }) => name) }] : []),
    ...(groups.length > 1 ? [{ label: 'group', values: rows.map(({ group }) => group) }] : []),
    { label: x.label, values: rows.map((row) => row.x) },
    { label: y.label, values: rows.map((row) => row.y) },
  ];
}
