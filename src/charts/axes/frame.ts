import { labelWidth } from '../figure/rich.ts';
import { type Box, stackRows } from '../labels/labels.ts';
import { type Axis, type AxisSpec, makeAxis } from './axis.ts';
import { GUTTER_LABELS } from './gutter.ts';
import { type Layout, LINE, TEXT } from './layout.ts';

/** What every chart has: two axes about a plot, and rows above it for the labels of vertical lines. */
export interface Frame {
  readonly layout: Layout;
  readonly plot: Box;
  readonly x: Axis;
  readonly y: Axis;
  /** Places of the labels asked for above the plot, in their order. */
  readonly above: readonly { readonly at: number; readonly y: number }[];
}

export interface FrameOptions {
  readonly layout: Layout;
  readonly x: AxisSpec;
  readonly y: AxisSpec;
  /** All values that will be drawn, for the domains and the gutters. */
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  /** Labels over vertical lines: where, and what. */
  readonly above?: readonly { readonly value: number; readonly label: string }[];
  /** Labels beside the plot; used where the layout has room for them. */
  readonly beside?: readonly string[];
}

const TICK_GAP = 9;
/** Least distance between tick labels, by direction and kind of axis. */
const SPACING = { x: { log: 46, linear: 64, symlog: 52 }, y: { log: 28, linear: 38, symlog: 28 } } as const;
const MARGIN = { right: 16, bottom: 2 * LINE + 12, titleRow: LINE + 8, noTitle: 8 };
/** Side labels wider than this are a caption, not a label. */
const WIDEST_SIDE = 150;

/** How many tick labels an axis of this length has room for. */
export const room = (direction: 'x' | 'y', spec: AxisSpec, length: number) =>
  Math.max(2, Math.floor(length / SPACING[direction][spec.kind ?? 'linear']) + 1);

/** Lays out the plot within a layout: margins as wide as their labels, ticks as many as there is room for. */
export function makeFrame(options: FrameOptions): Frame {
  const { layout, x, y, xs, ys, above = [], beside = [] } = options;
  const bottom = layout.height - MARGIN.bottom;
  const head = y.label ? MARGIN.titleRow : MARGIN.noTitle;
  const draft = makeAxis(y, ys, [bottom, head], room('y', y, bottom - head));
  const rowLabels = [
    ...draft.ticks.map(({ label }) => label),
    ...draft.lanes.map(({ gutter }) => GUTTER_LABELS[gutter]),
  ];
  const left = Math.ceil(Math.max(16, ...rowLabels.map((label) => labelWidth(label, TEXT))) + TICK_GAP);
  const side = layout.sideLabels ? Math.max(0, ...beside.map((label) => labelWidth(label, TEXT) + 12)) : 0;
  const right = layout.width - Math.ceil(Math.max(MARGIN.right, Math.min(side, WIDEST_SIDE)));
  const horizontal = makeAxis(x, xs, [left, right], room('x', x, right - left));
  const stacked = stackRows(
    above.map(({ value, label }) => ({ at: horizontal.position(value), width: labelWidth(label, TEXT) })),
    0,
    layout.width,
  );
  const rows = Math.max(0, ...stacked.map(({ row }) => row + 1));
  const top = head + rows * LINE;
  return {
    layout,
    plot: { left, right, top, bottom },
    x: horizontal,
    y: makeAxis(y, ys, [bottom, top], room('y', y, bottom - top)),
    above: stacked.map(({ at, row }) => ({ at, y: top - 8 - row * LINE })),
  };
}

/** Whether a point lies where the scales themselves reach: neither in a gutter nor outside of the domain. */
export function onPlot(frame: Frame, px: number, py: number): boolean {
  const [left, right] = frame.x.range;
  const [bottom, top] = frame.y.range;
  return px >= left - 0.5 && px <= right + 0.5 && py <= bottom + 0.5 && py >= top - 0.5;
}
