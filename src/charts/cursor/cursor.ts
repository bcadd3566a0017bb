import { bisector } from 'd3';
import type { Axis } from '../axes/axis.ts';
import { stepsOf } from './key-steps.ts';

/** The cursor stops where there are data: at every x that some series has a value for. */
export interface Stop {
  readonly x: number;
  /** Its place in the drawing. */
  readonly at: number;
}

interface Sampled {
  readonly points: readonly (readonly [number, number])[];
}

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

/**
 * Where a key moves the cursor to, among `count` stops; null for a key that is not the cursor's. From nowhere (-1) the
 * first move enters at the near end.
 */
export function moveCursor(index: number, key: string, coarse: boolean, count: number): number | null {
  if (count === 0) return null;
  const last = count - 1;
  if (key === 'Home') return 0;
  if (key === 'End') return last;
  const steps = stepsOf(key, coarse);
  if (steps === undefined) return null;
  if (index < 0) return key === 'ArrowLeft' || key === 'ArrowDown' ? last : 0;
  return Math.min(Math.max(index + steps, 0), last);
}

/** Values of each series at exactly this x; NaN and the infinities are values, undefined is none. */
export function valuesAt(series: readonly Sampled[], x: number): (number | undefined)[] {
  return series.map(({ points }) => points.find(([other]) => Object.is(other, x) || other === x)?.[1]);
}
