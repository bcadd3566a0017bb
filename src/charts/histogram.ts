import { labelsAbove, type Rule } from './annotations.ts';
import type { AxisSpec } from './axis.ts';
import { numberText } from './format.ts';
import { type Frame, makeFrame } from './frame.ts';
import { GUTTER_LABELS, type Gutter, gutterOf } from './gutter.ts';
import { type Layout, LINE } from './layout.ts';
import type { Table } from './table.ts';
import { linearTicks, type Tick } from './ticks.ts';
import { lookOf, round, type Tone } from './tone.ts';

/** One distribution; each has a row of its own, over the same axis. */
export interface Distribution {
  readonly key: string;
  readonly label: string;
  readonly values: readonly number[];
  readonly tone?: Tone;
}

export interface HistogramSpec {
  readonly x: AxisSpec;
  readonly distributions: readonly Distribution[];
  /** Bins a decade (log axes, default 2) or in all (linear axes, default 24). */
  readonly bins?: number;
  readonly rules?: readonly Rule[];
}

/** A bin, or a gutter: values that fall together. */
export interface Bin {
  readonly from: number;
  readonly to: number;
  readonly gutter: Gutter | null;
  /** How many of each distribution. */
  readonly counts: readonly number[];
}

export interface HistogramRow {
  readonly key: string;
  readonly label: string;
  readonly tone: Tone;
  /** Path data of the bars. */
  readonly path: string;
  readonly top: number;
  readonly base: number;
  readonly ticks: readonly (Tick & { readonly at: number })[];
}

export interface HistogramModel {
  readonly frame: Frame;
  readonly rows: readonly HistogramRow[];
  readonly bins: readonly (Bin & { readonly at: number })[];
}

const LANE_BAR = 11;
/** Slack for logarithms of exact powers of ten, which belong to the bin above them. */
const SLACK = 1e-9;

/** The drawing of histograms in one layout: one row a distribution, all to one scale of counts. */
export function histogramModel(spec: HistogramSpec, layout: Layout): HistogramModel {
  const { distributions, x, rules = [] } = spec;
  const xs = distributions.flatMap(({ values }) => values);
  const frame = makeFrame({
    layout,
    x: { ...x, gutters: x.gutters ?? [] },
    y: { label: '', domain: [0, 1] },
    xs,
    ys: [],
    above: labelsAbove(rules),
  });
  const bins = binsOf(spec, frame)
    .map((bin) => ({ ...bin, at: middleOf(bin, frame) }))
    .sort((a, b) => a.at - b.at);
  const most = Math.max(1, ...bins.flatMap(({ counts }) => counts));
  const height = (frame.plot.bottom - frame.plot.top) / Math.max(1, distributions.length);
  const rows = distributions.map(({ key, label, tone }, index): HistogramRow => {
    const top = frame.plot.top + index * height + LINE + 4;
    const base = frame.plot.top + (index + 1) * height - (index === distributions.length - 1 ? 0 : 8);
    const scale = (count: number) => base - ((base - top) * count) / most;
    let path = '';
    for (const bin of bins) {
      if (bin.counts[index] === 0) continue;
      const [left, right] = sidesOf(bin, frame);
      path += `M${round(left)} ${round(base)}V${round(scale(bin.counts[index]))}H${round(right)}V${round(base)}z`;
    }
    const ticks = linearTicks(0, most, 2)
      .filter(({ value }) => value > 0 && Number.isInteger(value))
      .map((tick) => ({ ...tick, at: round(scale(tick.value)) }));
    return { key, label, tone: lookOf(index, { tone }).tone, path, top, base, ticks };
  });
  return { frame: { ...frame, y: { ...frame.y, ticks: [] } }, rows, bins };
}

/** The bins and gutters that have something in them, in no order. */
export function binsOf({ distributions, x, bins }: HistogramSpec, frame: Frame): Bin[] {
  const kind = x.kind ?? 'linear';
  const [low, high] = frame.x.domain;
  const width = kind === 'log' ? 1 / (bins ?? 2) : (high - low) / (bins ?? 24);
  const edge = (place: number) =>
    kind === 'log' ? Number((10 ** (place * width)).toPrecision(12)) : low + place * width;
  const placeOf = (value: number) => {
    const place = Math.floor((kind === 'log' ? Math.log10(value) : value - low) / width + SLACK);
    // The upper end of the axis belongs to the last bin.
    return value === high ? place - 1 : place;
  };
  const found = new Map<string, { bin: Omit<Bin, 'counts'>; counts: number[] }>();
  distributions.forEach(({ values }, index) => {
    for (const value of values) {
      const gutter = gutterOf(kind, value);
      if (gutter === null && (value < low || value > high)) continue;
      const place = gutter === null ? placeOf(value) : 0;
      const id = gutter ?? `${place}`;
      const bin = found.get(id) ?? {
        bin: gutter === null ? { from: edge(place), to: edge(place + 1), gutter } : { from: value, to: value, gutter },
        counts: distributions.map(() => 0),
      };
      bin.counts[index]++;
      found.set(id, bin);
    }
  });
  return [...found.values()].map(({ bin, counts }) => ({ ...bin, counts }));
}

function sidesOf({ from, to, gutter }: Bin, { x }: Frame): [number, number] {
  if (gutter !== null) return [x.position(from) - LANE_BAR / 2, x.position(from) + LANE_BAR / 2];
  const left = Math.max(x.position(from), x.range[0]);
  const right = Math.min(x.position(to), x.range[1]);
  return [left + 0.5, Math.max(right - 0.5, left + 1)];
}

function middleOf(bin: Bin, frame: Frame): number {
  const [left, right] = sidesOf(bin, frame);
  return (left + right) / 2;
}

/** The range of a bin in words. */
export function binText({ from, to, gutter }: Bin): string {
  return gutter === null
    ? `${numberText(from, { digits: 2 })} to ${numberText(to, { digits: 2 })}`
    : GUTTER_LABELS[gutter];
}

/** The table of histograms: one row a bin that has something in it. */
export function histogramTable(bins: readonly Bin[], distributions: readonly Distribution[]): Table {
  const end = (value: number, gutter: Gutter | null) => (gutter === null ? value : GUTTER_LABELS[gutter]);
  return [
    { label: 'from', values: bins.map(({ from, gutter }) => end(from, gutter)) },
    { label: 'to', values: bins.map(({ to, gutter }) => end(to, gutter)) },
    ...distributions.map(({ label }, index) => ({ label, values: bins.map(({ counts }) => counts[index]) })),
  ];
}
