import type { Axis } from '../axes/axis.ts';
import type { Frame } from '../axes/frame.ts';
import { stepsOf } from './key-steps.ts';

/** Radius of a grip. */
export const GRIP = 7;

/** Limits of a value the reader may drag, in data units. */
export interface Limits {
  readonly min: number;
  readonly max: number;
}

/** Arrow keys move by this share of a decade (log axes) or of the axis (others); Shift and the page keys ten times as far. */
const LOG_STEP = 0.1;
const LINEAR_STEP = 0.01;

/** Keeps a value within its limits. NaN, which has no place, becomes the lower one. */
export function clamp(value: number, { min, max }: Limits): number {
  return value > min ? Math.min(value, max) : min;
}

/**
 * The value a key leads to, or null for a key that is not a handle's.
 *
 * @param step in decades on a log axis, in units on the others; default a tenth of a decade, a hundredth of the axis
 */
export function valueAfterKey(
  key: string,
  shift: boolean,
  value: number,
  axis: Pick<Axis, 'kind' | 'domain'>,
  limits: Limits,
  step?: number,
): number | null {
  if (key === 'Home') return limits.min;
  if (key === 'End') return limits.max;
  const steps = stepsOf(key, shift);
  if (steps === undefined) return null;
  if (axis.kind !== 'log') {
    const size = step ?? (axis.domain[1] - axis.domain[0]) * LINEAR_STEP;
    return clamp(round(value + steps * size), limits);
  }
  // Through the exponent and back on a grid of steps, so that 1e-5 comes back after ten steps up and ten down.
  const size = step ?? LOG_STEP;
  const exponent = round(Math.log10(value) / size) * size + steps * size;
  return clamp(Number((10 ** exponent).toPrecision(12)), limits);
}

/** Takes the round-off of repeated steps away: 0.30000000000000004 is 0.3 to a hand. */
function round(value: number): number {
  return Number(value.toPrecision(12));
}

/** Where the grip of a handle stands in the drawing; by default just inside the end of the other axis, clear of its labels. */
export function gripPlace(
  { axis, value, at }: { readonly axis: 'x' | 'y'; readonly value: number; readonly at?: number },
  frame: Pick<Frame, 'x' | 'y'>,
): readonly [x: number, y: number] {
  const [own, other] = axis === 'x' ? [frame.x, frame.y] : [frame.y, frame.x];
  const inside = Math.sign(other.range[1] - other.range[0]) * (GRIP + 2);
  const along = own.position(value);
  const across = at === undefined ? other.range[0] + inside : other.position(at);
  return axis === 'x' ? [along, across] : [across, along];
}
