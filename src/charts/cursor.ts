import { bisector } from 'd3-array';
import type { Axis } from './axis.ts';

/** The cursor stops where there are data: at every x that some series has a value for. */
export interface Stop {
  readonly x: number;
  /** Its place in the drawing. */
  readonly at: number;
}

interface Sampled {
  readonly points: readonly (readonly [number, number])[];
}

/** How far Shift and the page keys move the cursor, in stops. */
const COARSE = 10;

/** All x of all series within the axis, each once, from left to right. */
export function stopsOf(series: readonly Sampled[], axis: Axis): Stop[] {
  const xs = new Set(series.flatMap(({ points }) => points.map(([x]) => x)));
  const [low, high] = axis.domain;
  return [...xs]
    .filter((x) => !(x < low || x > high) || axis.lanes.length > 0)
    .map((x) => ({ x, at: axis.position(x) }))
    .sort((a, b) => a.at - b.at);
}

/** Index of the stop nearest to a place; -1 where there is none. */
export function nearestStop(stops: readonly Stop[], place: number): number {
  return stops.length === 0 ? -1 : bisector((stop: Stop) => stop.at).center(stops, place);
}

const MOVES: Readonly<Record<string, (index: number, step: number, last: number) => number>> = {
  ArrowRight: (index, step) => index + step,
  ArrowUp: (index, step) => index + step,
  ArrowLeft: (index, step) => index - step,
  ArrowDown: (index, step) => index - step,
  PageUp: (index) => index + COARSE,
  PageDown: (index) => index - COARSE,
  Home: () => 0,
  End: (_index, _step, last) => last,
};

/**
 * Where a key moves the cursor to, among `count` stops; null for a key that is not the cursor's. From nowhere (-1) the
 * first move enters at the near end.
 */
export function moveCursor(index: number, key: string, coarse: boolean, count: number): number | null {
  const move = MOVES[key];
  if (move === undefined || count === 0) return null;
  const last = count - 1;
  if (index < 0) return key === 'End' || key === 'ArrowLeft' || key === 'ArrowDown' ? last : 0;
  return Math.min(Math.max(move(index, coarse ? COARSE : 1, last), 0), last);
}

/** Values of each series at exactly this x; NaN and the infinities are values, undefined is none. */
export function valuesAt(series: readonly Sampled[], x: number): (number | undefined)[] {
  return series.map(({ points }) => points.find(([other]) => Object.is(other, x) || other === x)?.[1]);
}
