/** Edges of f along a line: what stays of a change as the interval that holds it shrinks. */
import type { Stairs } from './precision.ts';

/** A change of f over less than this, in units of x, is an edge; over less than the second, certainly. */
export const EDGE_WIDTH = 2 ** -42;
const CERTAIN_WIDTH = 2 ** -46;
/** An edge is no higher than the interval that it was found in shows, give or take what f does there besides. */
const POLE = 4;
/** Where so little of the noise is left over an interval there is no edge in it. */
const FADED = 8;

type Spot = readonly [t: number, value: number];
export type Interval = readonly [from: Spot, to: Spot];

/** How far f moves over an interval beside its trend. */
const changeOver = ([a, b]: Interval, trend: number): number => Math.abs(b[1] - a[1] - trend * (b[0] - a[0]));

/** The interval over which f moves most beside its trend, and how far. */
export function largestChange(intervals: readonly Interval[], trend: number): { interval: Interval; change: number } {
  const found = intervals.map((interval) => ({ interval, change: changeOver(interval, trend) }));
  return found.reduce((a, b) => (b.change > a.change ? b : a));
}

/** Halves an interval again and again down to a width, and keeps the half in which f moves more beside its trend. */
export function closeIn(
  at: (t: number) => number,
  start: Interval,
  trend: number,
  width: number,
  goesOn: (change: number) => boolean,
): { interval: Interval; change: number } {
  let found = largestChange([start], trend);
  for (;;) {
    const [a, b] = found.interval;
    if (!(Math.abs(b[0] - a[0]) > width && goesOn(found.change))) return found;
    const t = (a[0] + b[0]) / 2;
    const middle: Spot = [t, at(t)];
    found = largestChange(
      [
        [middle, b],
        [a, middle],
      ],
      trend,
    );
  }
}

/**
 * Whether values differ by edges rather than by smooth ripples: the change across an edge stays, and beside a pole it
 * grows.
 *
 * @param trend the slope between the edges
 */
export function edgesAmong(
  at: (t: number) => number,
  intervals: readonly Interval[],
  noise: number,
  trend: number,
  more: () => boolean,
): Stairs {
  const first = largestChange(intervals, trend);
  let { interval } = first;
  let stairs: Stairs = 'none';
  for (const [width, kind] of [
    [EDGE_WIDTH, 'perhaps'],
    [CERTAIN_WIDTH, 'certain'],
  ] as const) {
    const found = closeIn(at, interval, trend, width, (change) => change > noise / FADED && more());
    if (!(found.change > noise / 2 && found.change < POLE * first.change)) break;
    interval = found.interval;
    stairs = kind;
  }
  return stairs;
}
