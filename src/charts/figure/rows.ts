import { type AxisSpec, makeAxis } from '../axes/axis.ts';
import { type Frame, room } from '../axes/frame.ts';
import type { Layout } from '../axes/layout.ts';
import { LINE, TEXT } from '../axes/layout.ts';
import { labelWidth } from './rich.ts';

/** A frame whose vertical direction is a list: one row a name, over a numeric axis. */
export interface RowFrame extends Frame {
  /** Middle of each row's bar. */
  readonly rows: readonly { readonly middle: number; readonly labelX: number; readonly labelY: number }[];
  /** Whether names stand beside their rows, or over them where it is narrow. */
  readonly beside: boolean;
}

const ROW = { beside: 27, over: 40 };
const MARGIN = { top: 12, right: 64, bottom: 2 * LINE + 12 };
const WIDEST_NAME = 230;

/** Lays out named rows; the drawing is as high as they need. */
export function makeRows(names: readonly string[], x: AxisSpec, values: readonly number[], layout: Layout): RowFrame {
  const beside = layout.sideLabels;
  const height = beside ? ROW.beside : ROW.over;
  const left = beside ? Math.min(WIDEST_NAME, Math.max(40, ...names.map((name) => labelWidth(name, TEXT)))) + 10 : 8;
  const right = layout.width - MARGIN.right;
  const bottom = MARGIN.top + names.length * height;
  const list = makeAxis({ label: '', domain: [0, Math.max(1, names.length)] }, [], [bottom, MARGIN.top], 2);
  return {
    layout: { ...layout, height: bottom + MARGIN.bottom },
    plot: { left, right, top: MARGIN.top, bottom },
    x: makeAxis(x, values, [left, right], room('x', x, right - left)),
    y: { ...list, ticks: [] },
    above: [],
    beside,
    rows: names.map((_, index) => {
      const top = MARGIN.top + index * height;
      return beside
        ? { middle: top + height / 2, labelX: left - 8, labelY: top + height / 2 }
        : { middle: top + height - 12, labelX: left, labelY: top + 12 };
    }),
  };
}
