import { domainOf, LARGEST, turningPoint, usable } from './domain.ts';
import { type AxisKind, type Gutter, gutterOf } from './gutter.ts';
import { FINEST, linearTicks, logTicks, symlogTicks, type Tick } from './ticks.ts';

/** What an island says of an axis. */
export interface AxisSpec {
  /** Name of the quantity, with the markup of `rich.ts`: `step *h*`. */
  readonly label: string;
  /** Default `linear`. */
  readonly kind?: AxisKind;
  /** In data units, smaller first. Default: the data, out to whole decades or round numbers. */
  readonly domain?: readonly [number, number];
  /** Symlog alone: where the axis turns from linear to logarithmic; default: at the smallest value, six decades down at most. */
  readonly constant?: number;
  /** Gutters that are there even when nothing is in them, so that a chart keeps its shape while its data change. */
  readonly gutters?: readonly Gutter[];
}

/** A lane, by its middle, in the units of the drawing. */
export interface Lane {
  readonly gutter: Gutter;
  readonly at: number;
}

export interface Axis {
  readonly label: string;
  readonly kind: AxisKind;
  readonly domain: readonly [number, number];
  /** Ends in the units of the drawing, of the smaller value first. */
  readonly range: readonly [number, number];
  readonly ticks: readonly Tick[];
  readonly lanes: readonly Lane[];
  /** Always finite: a value without a place on the scale stands in its lane. */
  position(value: number): number;
  /** The data value at a place, kept within the domain. */
  invert(place: number): number;
}

/** Room for one lane, and between the lanes and the scale proper: labels lie along an x axis, and across a y axis. */
const LANES = { x: { size: 28, gap: 22 }, y: { size: 17, gap: 7 } } as const;
/** Lanes in order from the scale outwards; the infinite one alone is at the upper end. */
const LOWER_LANES: readonly Gutter[] = ['zero', 'negative', 'negative-infinite', 'nan'];

/** Far enough outside for a line to leave the picture in the right direction; renderers fail on more. */
const FAR = 20_000;

/** What an axis does to values before a straight line maps them to places, and how that is undone. */
interface Bend {
  readonly to: (value: number) => number;
  readonly from: (bent: number) => number;
}

const same = (value: number) => value;

/**
 * Three functions rather than the scales of d3, which bring colours, interpolation and formats: a fifth of a page's
 * scripts. The symmetric logarithm follows Webber, A bi-symmetric log transformation (2012).
 */
const BENDS: Readonly<Record<AxisKind, (constant: number) => Bend>> = {
  linear: () => ({ to: same, from: same }),
  log: () => ({ to: Math.log, from: Math.exp }),
  symlog: (constant) => ({
    to: (value) => Math.sign(value) * Math.log1p(Math.abs(value / constant)),
    from: (bent) => Math.sign(bent) * Math.expm1(Math.abs(bent)) * constant,
  }),
};

/** The place between two that is a share of the way from the first; exact at both ends. */
const between = ([from, to]: readonly [number, number], share: number) => from * (1 - share) + to * share;
/** The middle, where rounding has made one of the ends. */
const shareOf = ([from, to]: readonly [number, number], value: number) =>
  from === to ? 0.5 : (value - from) / (to - from);

const TICKS: Readonly<Record<AxisKind, (low: number, high: number, most: number, constant: number) => Tick[]>> = {
  linear: linearTicks,
  log: logTicks,
  symlog: (low, high, most, constant) => symlogTicks(low, high, constant, most),
};

/**
 * Lays an axis out between two places of the drawing: lanes first, the scale in what they leave.
 *
 * @param ends places of the lower and the upper end, lanes included (for a vertical axis the lower end has the larger y)
 * @param most labels there is room for
 */
export function makeAxis(
  spec: AxisSpec,
  values: readonly number[],
  ends: readonly [number, number],
  most: number,
): Axis {
  const kind = spec.kind ?? 'linear';
  const constant = spec.constant !== undefined && spec.constant > FINEST ? spec.constant : turningPoint(values);
  const domain: readonly [number, number] = usable(kind, spec.domain)
    ? [Math.max(spec.domain[0], -LARGEST), Math.min(spec.domain[1], LARGEST)]
    : domainOf(kind, values);
  const present = new Set<Gutter>(spec.gutters);
  for (const value of values) {
    const gutter = gutterOf(kind, value);
    if (gutter !== null) present.add(gutter);
  }
  const inward = Math.sign(ends[1] - ends[0]);
  const { size, gap } = LANES[inward > 0 ? 'x' : 'y'];
  const lower = LOWER_LANES.filter((gutter) => present.has(gutter));
  const upper = present.has('infinite');
  const lanes: Lane[] = lower.map((gutter, index) => ({
    gutter,
    at: ends[0] + inward * size * (lower.length - index - 0.5),
  }));
  if (upper) lanes.push({ gutter: 'infinite', at: ends[1] - inward * size * 0.5 });
  const range: readonly [number, number] = [
    ends[0] + inward * (lower.length > 0 ? lower.length * size + gap : 0),
    ends[1] - inward * (upper ? size + gap : 0),
  ];
  const { to, from } = BENDS[kind](constant);
  const bent: readonly [number, number] = [to(domain[0]), to(domain[1])];
  const laneAt = new Map(lanes.map((lane) => [lane.gutter, lane.at]));
  return {
    label: spec.label,
    kind,
    domain,
    range,
    ticks: TICKS[kind](domain[0], domain[1], most, constant),
    lanes,
    position(value) {
      const gutter = gutterOf(kind, value);
      if (gutter !== null) return laneAt.get(gutter) ?? range[gutter === 'infinite' ? 1 : 0];
      const near = Math.min(Math.max(value, -2 * LARGEST), 2 * LARGEST);
      return Math.min(Math.max(between(range, shareOf(bent, to(near))), -FAR), FAR);
    },
    invert(place) {
      const value = from(between(bent, shareOf(range, place)));
      return Math.min(Math.max(value, domain[0]), domain[1]);
    },
  };
}
