/** Two gradients of two elements as arrows, and the two relative errors between them. */
import { DEFAULT_FLOOR, DEFAULT_THRESHOLD } from '@/checker/defaults.ts';
import { relativeError } from '@/checker/textbook/relative-error.ts';
import { numberField } from '@/input/fields.ts';
import type { StateOf } from '@/input/url-state.ts';

/** As far as a tip may be pulled from the origin along either axis. */
export const REACH = 1;
const along = (initial: number) => numberField(initial, { min: -REACH, max: REACH });

export const fields = {
  ax: along(0.85),
  ay: along(0.25),
  nx: along(0.4),
  ny: along(0.7),
  /** What a length of 1 in the picture stands for. */
  unit: numberField(1, { min: 1e-16, max: 1e4 }),
  floor: numberField(DEFAULT_FLOOR, { min: 1e-16, max: 1 }),
};

export type State = StateOf<typeof fields>;
export type PlaneVector = readonly [x: number, y: number];

export interface Arrows {
  /** The tips in the picture. */
  readonly analytic: PlaneVector;
  readonly numeric: PlaneVector;
  /** Lengths in the units of the gradients. */
  readonly lengths: { readonly analytic: number; readonly numeric: number; readonly distance: number };
  /** The distance over the sum of the lengths and the floor: the checker's. */
  readonly bySum: number;
  /** The distance over the larger of the lengths, or over the floor where both are shorter. */
  readonly byLarger: number;
  readonly passes: boolean;
}

/** `{ unit: 1e-9 }` with a wrong sign: a relative error of 0.17 where it would be 1 without the floor. */
export function arrowsOf({ ax, ay, nx, ny, unit, floor }: State): Arrows {
  const [a, n] = [
    [ax * unit, ay * unit],
    [nx * unit, ny * unit],
  ];
  const lengths = {
    analytic: Math.hypot(...a),
    numeric: Math.hypot(...n),
    distance: Math.hypot(a[0] - n[0], a[1] - n[1]),
  };
  const bySum = relativeError(a, n, { floor });
  return {
    analytic: [ax, ay],
    numeric: [nx, ny],
    lengths,
    bySum,
    byLarger: lengths.distance / Math.max(lengths.analytic, lengths.numeric, floor),
    passes: bySum < DEFAULT_THRESHOLD,
  };
}

const GRID = 0.05;

/** A tip pulled to a place: on a grid of twentieths, within reach. */
export const tipAt = (place: PlaneVector): [number, number] => {
  const [x, y] = place.map((value) => {
    const onGrid = Math.round(Math.min(REACH, Math.max(-REACH, value)) / GRID) * GRID;
    return Number(onGrid.toFixed(2));
  });
  return [x, y];
};

const MOVES: Readonly<Record<string, PlaneVector>> = {
  ArrowRight: [GRID, 0],
  ArrowLeft: [-GRID, 0],
  ArrowUp: [0, GRID],
  ArrowDown: [0, -GRID],
};

/** Where a key takes a tip; undefined for a key that is not the figure's. */
export function tipAfterKey([x, y]: PlaneVector, key: string, coarse: boolean): [number, number] | undefined {
  const move = MOVES[key];
  const steps = coarse ? 5 : 1;
  return move && tipAt([x + steps * move[0], y + steps * move[1]]);
}
