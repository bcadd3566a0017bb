import type { AxisSpec } from './axes/axis.ts';
import { type Gutter, gutterOf } from './axes/gutter.ts';
import type { Layout } from './axes/layout.ts';
import { makeRows, type RowFrame } from './figure/rows.ts';
import type { Table } from './figure/table.ts';
import { beforeExponent, numberParts } from './format.ts';
import type { Tone } from './marks/tone.ts';

/** One bar. */
export interface Bar {
  readonly key: string;
  readonly label: string;
  readonly value: number;
  /** Default `accent`. */
  readonly tone?: Tone;
  /** Stands at the end of the bar; default: the value, to three digits. */
  readonly text?: string;
}

export interface BarChartSpec {
  readonly bars: readonly Bar[];
  /** On a linear axis bars start at 0; a log axis has no zero, and they start at its lower end. */
  readonly x: AxisSpec;
  /** Name of the column of names in the data table. */
  readonly of: string;
}

export interface DrawnBar {
  readonly key: string;
  readonly label: string;
  readonly tone: Tone;
  readonly left: number;
  readonly right: number;
  /** Set where the value has no place on the scale: a mark in its gutter stands for the bar. */
  readonly gutter: Gutter | null;
  readonly text: { readonly x: number; readonly anchor: 'start' | 'end'; readonly label: string };
}

export interface BarModel {
  readonly frame: RowFrame;
  readonly bars: readonly DrawnBar[];
}

/** The drawing of a bar chart in one layout. */
export function barModel({ bars, x }: BarChartSpec, layout: Layout): BarModel {
  const kind = x.kind ?? 'linear';
  const values = bars.map(({ value }) => value);
  const frame = makeRows(
    bars.map(({ label }) => label),
    x,
    kind === 'log' ? values : [0, ...values],
    layout,
  );
  const [low, high] = frame.x.range;
  const start = kind === 'log' ? low : Math.min(Math.max(frame.x.position(0), low), high);
  return {
    frame,
    bars: bars.map(({ key, label, value, tone = 'ink', text }) => {
      const gutter = gutterOf(kind, value);
      const place = frame.x.position(value);
      const end = gutter === null ? Math.min(Math.max(place, low), high) : place;
      const backward = gutter === null && end < start;
      return {
        key,
        label,
        tone,
        left: gutter === null ? Math.min(start, end) : end,
        right: gutter === null ? Math.max(start, end) : end,
        gutter,
        text: { x: backward ? end - 6 : end + 7, anchor: backward ? 'end' : 'start', label: text ?? valueLabel(value) },
      };
    }),
  };
}

function valueLabel(value: number): string {
  const { mantissa, exponent } = numberParts(value, { digits: 3 });
  return exponent === null ? mantissa : `${beforeExponent(mantissa)}^{${exponent}}`;
}

/** The table of a bar chart: one row a bar. */
export function barTable({ bars, x, of }: BarChartSpec): Table {
  return [
    { label: of, values: bars.map(({ label }) => label) },
    { label: x.label, values: bars.map(({ value }) => value) },
  ];
}
