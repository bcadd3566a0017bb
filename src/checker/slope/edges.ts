/**
 * Finds edges: places where f jumps along a line. The change of f over an interval that holds an edge stays as large
 * when the interval shrinks; the change over a smooth ripple shrinks with it.
 */
import type { Stairs } from './precision.ts';

/**
 * A change of f that is still there in an interval this narrow, in units of x, is perhaps an edge; in the second,
 * certainly.
 */
export const EDGE_WIDTH = 2 ** -42;
const CERTAIN_WIDTH = 2 ** -46;
/**
 * Beside a pole the change grows as the interval shrinks. Across an edge it stays below this many times the change
 * over the interval at the start.
 */
const POLE = 4;
/** An interval over which f changes by less than this part of the noise holds no edge. */
const FADED = 8;

type Spot = readonly [t: number, value: number];
export type Interval = readonly [from: Spot, to: Spot];

/** How far f moves over an interval, apart from its trend. */
const changeOver = ([a, b]: Interval, trend: number): number => Math.abs(b[1] - a[1] - trend * (b[0] - a[0]));

/** The interval over which f moves furthest from its trend, and how far. */
export function largestChange(intervals: readonly Interval[], trend: number): { interval: Interval; change: number } {
  const found = intervals.map((interval) => ({ interval, change: changeOver(interval, trend) }));
  return found.reduce((a, b) => (b.change > a.change ? b : a));
}

/**
 * Halves an interval down to a width, keeping each time the half over which f moves further from its trend.
 *
 * @param goesOn asked with the change that is left: whether to halve once more
 */
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
 * Whether the differences between values of f come from edges rather than from smooth ripples or a pole.
 *
 * @param trend the slope of f between the edges
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
