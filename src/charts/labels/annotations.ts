import type { Frame } from '../axes/frame.ts';
import { gutterOf } from '../axes/gutter.ts';
import { LINE, TEXT } from '../axes/layout.ts';
import { labelWidth } from '../figure/rich.ts';
import { type Dash, round, type Tone } from '../marks/tone.ts';
import { along, around, beyond, type Ends, sample, within } from './candidates.ts';
import { type Box, boxOf, type Candidate, type FreeLabel, placeFree, spreadColumn } from './labels.ts';

/** A line across the plot at one value: vertical for an x, horizontal for a y. */
export interface Rule {
  readonly axis: 'x' | 'y';
  readonly value: number;
  readonly label?: string;
  /** Default `soft`. */
  readonly tone?: Tone;
  /** Default `dashed`. */
  readonly dash?: Dash;
}

/** A straight line of a known slope through a point: in decades per decade on log axes, else in units. */
export interface Guide {
  readonly slope: number;
  readonly through: readonly [number, number];
  readonly label?: string;
  readonly tone?: Tone;
  /** The part of x over which it is drawn; default: all. */
  readonly span?: readonly [number, number];
}

/** A point to look at, ringed. */
export interface Highlight {
  readonly x: number;
  readonly y: number;
  readonly label?: string;
  readonly tone?: Tone;
}

/** A shaded band between two values. */
export interface Range {
  readonly axis: 'x' | 'y';
  readonly from: number;
  readonly to: number;
  readonly label?: string;
  readonly tone?: Tone;
}

/** Text at a place. `y` is the middle of the line. */
export interface PlacedLabel extends Candidate {
  readonly text: string;
  readonly tone: Tone;
}

export interface Segment extends Ends {
  readonly tone: Tone;
  readonly dash: Dash;
}

export interface Annotations {
  readonly rules: readonly Segment[];
  readonly guides: readonly Segment[];
  readonly rings: readonly { readonly x: number; readonly y: number; readonly tone: Tone }[];
  readonly bands: readonly (Box & { readonly tone: Tone })[];
  readonly labels: readonly PlacedLabel[];
}

export interface AnnotationSpecs {
  readonly rules?: readonly Rule[];
  readonly guides?: readonly Guide[];
  readonly highlights?: readonly Highlight[];
  readonly ranges?: readonly Range[];
  /** Names at the ends of lines, where the layout has room beside the plot. */
  readonly ends?: readonly { readonly at: number; readonly text: string; readonly tone: Tone }[];
  /** Everything drawn, so that labels can keep clear of it. */
  readonly points?: readonly (readonly [number, number])[];
}

/** The labels of vertical rules, for which `makeFrame` reserves rows. */
export function labelsAbove(rules: readonly Rule[] = []): { value: number; label: string }[] {
  return rules.flatMap(({ axis, value, label }) => (axis === 'x' && label ? [{ value, label }] : []));
}

/** Lays out the annotations: reference lines, guides, ranges, highlights, and all labels. */
export function annotate(frame: Frame, specs: AnnotationSpecs): Annotations {
  const { rules = [], guides = [], highlights = [], ranges = [], ends = [], points = [] } = specs;
  const segments = guides.map((guide) => guideSegment(frame, guide));
  const rings = highlights.map(({ x, y, tone = 'ink' }) => ({ x: frame.x.position(x), y: frame.y.position(y), tone }));
  const beside = [
    ...ends,
    ...rules.flatMap(({ axis, value, label, tone = 'soft' }) =>
      axis === 'y' && label ? [{ at: frame.y.position(value), text: label, tone }] : [],
    ),
  ];
  const free: (FreeLabel & { text: string; tone: Tone })[] = [];
  const offer = (text: string | undefined, tone: Tone, candidates: Candidate[], optional = false) => {
    if (text) free.push({ text, tone, width: labelWidth(text, TEXT), candidates, optional });
  };
  highlights.forEach(({ label, tone = 'ink' }, index) => {
    offer(label, tone, around(rings[index].x, rings[index].y));
  });
  if (!frame.layout.sideLabels) {
    for (const { at, text, tone } of beside.slice(ends.length)) offer(text, tone, along(frame, at));
  }
  guides.forEach(({ label, tone = 'soft' }, index) => {
    const segment = segments[index];
    // the key and the prose say it as well: on a telephone it may go without
    if (segment !== null) offer(label, tone, beyond(segment), !frame.layout.sideLabels);
  });
  ranges.forEach((range) => {
    offer(range.label, range.tone ?? 'soft', within(band(frame, range)));
  });
  const column = frame.layout.sideLabels ? besidePlot(frame, beside) : [];
  const lines = rules.flatMap((rule) => ruleSegment(frame, rule));
  const obstacles = [...points, ...[...lines, ...segments].flatMap((one) => (one === null ? [] : sample(one)))];
  const taken = column.map((label) => boxOf(label, labelWidth(label.text, TEXT), LINE));
  const places = placeFree(free, { ...frame.plot, right: frame.layout.width }, LINE, obstacles, taken);
  const above = rules.filter(({ axis, label }) => axis === 'x' && label);
  return {
    rules: lines,
    guides: segments.filter((segment) => segment !== null),
    rings,
    bands: ranges.map((range) => ({ ...band(frame, range), tone: range.tone ?? 'soft' })),
    labels: [
      ...frame.above.slice(0, above.length).map(({ at, y }, index) => ({
        x: at,
        y,
        anchor: 'middle' as const,
        text: above[index].label as string,
        tone: above[index].tone ?? 'soft',
      })),
      ...column,
      ...places.flatMap((place, index) =>
        place === null ? [] : [{ ...place, text: free[index].text, tone: free[index].tone }],
      ),
    ],
  };
}

function besidePlot(frame: Frame, labels: readonly { at: number; text: string; tone: Tone }[]): PlacedLabel[] {
  const places = spreadColumn(
    labels.map(({ at }) => at),
    LINE,
    frame.plot.top - LINE / 2,
    frame.plot.bottom + LINE / 2,
  );
  return labels.flatMap(({ text, tone }, index) => {
    const y = places[index];
    return y === null ? [] : [{ x: frame.plot.right + 8, y, anchor: 'start' as const, text, tone }];
  });
}

function ruleSegment(frame: Frame, { axis, value, tone = 'soft', dash = 'dashed' }: Rule): Segment[] {
  const scale = axis === 'x' ? frame.x : frame.y;
  const { left, right, top, bottom } = frame.plot;
  if (gutterOf(scale.kind, value) !== null || value < scale.domain[0] || value > scale.domain[1]) return [];
  const at = round(scale.position(value));
  return [
    axis === 'x'
      ? { x1: at, x2: at, y1: top - 1, y2: bottom, tone, dash }
      : { x1: left, x2: right, y1: at, y2: at, tone, dash },
  ];
}

/** Drawn length of one unit of an axis: a decade where it is logarithmic. */
function unitOf({ kind, domain, range }: Frame['x']): number {
  return (
    (range[1] - range[0]) / (kind === 'log' ? Math.log10(domain[1]) - Math.log10(domain[0]) : domain[1] - domain[0])
  );
}

function guideSegment(frame: Frame, { slope, through, tone = 'soft', span }: Guide): Segment | null {
  const x0 = frame.x.position(through[0]);
  const y0 = frame.y.position(through[1]);
  const rise = (slope * unitOf(frame.y)) / unitOf(frame.x);
  if (gutterOf(frame.x.kind, through[0]) !== null || gutterOf(frame.y.kind, through[1]) !== null) return null;
  if (!Number.isFinite(rise)) return null;
  let from = Math.max(frame.x.range[0], span ? frame.x.position(span[0]) : Number.NEGATIVE_INFINITY);
  let to = Math.min(frame.x.range[1], span ? frame.x.position(span[1]) : Number.POSITIVE_INFINITY);
  if (rise !== 0) {
    const crossings = frame.y.range.map((edge) => x0 + (edge - y0) / rise).sort((a, b) => a - b);
    from = Math.max(from, crossings[0]);
    to = Math.min(to, crossings[1]);
  }
  if (!(from < to)) return null;
  const y = (x: number) => round(y0 + rise * (x - x0));
  return { x1: round(from), y1: y(from), x2: round(to), y2: y(to), tone, dash: 'dotted' };
}

function band(frame: Frame, { axis, from, to }: Range): Box {
  const scale = axis === 'x' ? frame.x : frame.y;
  const ends = [from, to].map((value) => {
    const place = scale.position(value);
    return Math.min(Math.max(place, Math.min(...scale.range)), Math.max(...scale.range));
  });
  const [low, high] = ends.sort((a, b) => a - b).map(round);
  return axis === 'x' ? { ...frame.plot, left: low, right: high } : { ...frame.plot, top: low, bottom: high };
}
