import { type Frame, onPlot } from '../axes/frame.ts';
import { type Gutter, gutterOf } from '../axes/gutter.ts';
import { type Dash, type Look, type Shape, shapesAt, type Tone } from './tone.ts';

/** One curve. Without a look of its own it takes the next colour, dash and shape of the kit. */
export interface Series {
  /** Unique within the chart; what `lit` and the cursor speak of. */
  readonly key: string;
  readonly label: string;
  readonly points: readonly (readonly [x: number, y: number])[];
  readonly tone?: Tone;
  readonly dash?: Dash;
  readonly shape?: Shape;
  /** Join the points; default true. */
  readonly line?: boolean;
  /** Mark the points; default true. A smooth function drawn from many samples wants none. */
  readonly marks?: boolean;
}

type Points = Series['points'];

/** Rows as the points of a series: `pointsBy(sweep, 'step', 'error')`. */
export const pointsBy = <X extends string, Y extends string>(
  rows: readonly Readonly<Record<X | Y, number>>[],
  x: X,
  y: Y,
): Points => rows.map((row) => [row[x], row[y]]);

/** A line without marks: a function drawn from many samples, or a straight line from its two ends. */
export const lineOnly = (key: string, label: string, points: Points, tone: Tone, dash: Dash = 'solid'): Series => ({
  key,
  label,
  points,
  tone,
  dash,
  marks: false,
});

/** Points that no line joins. */
export const marksOnly = (key: string, label: string, points: Points, tone: Tone, shape: Shape): Series => ({
  key,
  label,
  points,
  tone,
  shape,
  line: false,
});

/** Points with a mark on each and a line through them. */
export const markedLine = (
  key: string,
  label: string,
  points: Points,
  tone: Tone,
  shape: Shape,
  dash: Dash = 'solid',
): Series => ({ key, label, points, tone, shape, dash });

/** A curve as drawn. */
export interface DrawnSeries extends Look {
  readonly key: string;
  /** Path data of the line, broken where a value has no place on the scales. */
  readonly path: string;
  /** Path data of the filled shapes. */
  readonly marks: string;
  /** Path data of the marks in each gutter, by kind. */
  readonly gutters: readonly { readonly gutter: Gutter; readonly path: string }[];
}

/** Marks nearer than this along a line become a rope; the line alone says as much. */
const MARK_SPACING = 9;
/** Marks of several series in one lane stand this far apart at most, so that each can be seen. */
const LANE_SPREAD = 4;
/** The width of a lane that they may share. */
const LANE_USED = 12;

const GUTTER_SHAPES: Readonly<Record<Gutter, Shape | null>> = {
  infinite: 'triangle',
  negative: 'down',
  'negative-infinite': 'down',
  nan: 'cross',
  zero: null, // the shape of the series, hollow
};

/** Places of the points in the drawing, gutters included. */
export function placesOf(frame: Frame, points: Series['points']): [number, number][] {
  return points.map(([x, y]) => [frame.x.position(x), frame.y.position(y)]);
}

/** How far from the middle of a lane the marks of one series stand. */
export function laneSpread(index: number, count: number): number {
  return (index - (count - 1) / 2) * Math.min(LANE_SPREAD, LANE_USED / count);
}

/** Draws a series: its line, its marks, and marks of another kind in the gutters. */
export function drawSeries(frame: Frame, series: Series, look: Look, index: number, count: number): DrawnSeries {
  const { points, line: joined = true, marks = true } = series;
  const onScale: [number, number][] = [];
  const lanes = new Map<Gutter, [number, number][]>();
  const spread = laneSpread(index, count);
  for (const [x, y] of points) {
    const px = frame.x.position(x);
    const py = frame.y.position(y);
    const below = gutterOf(frame.y.kind, y);
    const gutter = below ?? gutterOf(frame.x.kind, x);
    if (gutter === null) {
      if (onPlot(frame, px, py) && marks && !(joined && crowded(onScale, px, py))) onScale.push([px, py]);
      continue;
    }
    const lane = lanes.get(gutter) ?? [];
    lane.push(below === null ? [px + spread, py] : [px, py + spread]);
    lanes.set(gutter, lane);
  }
  const hasPlace = ([x, y]: readonly [number, number]) =>
    gutterOf(frame.x.kind, x) === null && gutterOf(frame.y.kind, y) === null;
  return {
    ...look,
    key: series.key,
    path: joined ? polyline(points.map((point) => (hasPlace(point) ? placesOf(frame, [point])[0] : null))) : '',
    marks: shapesAt(onScale, look.shape),
    gutters: [...lanes].map(([gutter, lane]) => ({
      gutter,
      path: shapesAt(lane, GUTTER_SHAPES[gutter] ?? look.shape),
    })),
  };
}

/**
 * Path data of a line through places of the drawing, broken where there is none. Each place is written as a step from the
 * one before, in tenths: half as long after gzip as the places themselves, and a page has thousands of them.
 */
export function polyline(places: readonly (readonly [number, number] | null)[]): string {
  let path = '';
  let last: readonly [number, number] | undefined;
  for (const place of places) {
    if (place === null) {
      last = undefined;
      continue;
    }
    const here = [Math.round(10 * place[0]), Math.round(10 * place[1])] as const;
    path += last ? `l${(here[0] - last[0]) / 10},${(here[1] - last[1]) / 10}` : `M${here[0] / 10},${here[1] / 10}`;
    last = here;
  }
  return path;
}

function crowded(kept: readonly [number, number][], px: number, py: number): boolean {
  const last = kept.at(-1);
  return last !== undefined && Math.hypot(px - last[0], py - last[1]) < MARK_SPACING;
}
