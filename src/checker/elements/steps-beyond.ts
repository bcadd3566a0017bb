/** Looks beyond a stretch over which f is flat: does it bend there, or step? */
import type { Preflight } from '../contract/preflight.ts';
import type { Scene } from '../contract/scene.ts';
import { Halt } from '../point/evaluator.ts';
import { closeIn, type Interval } from '../slope/edges.ts';
import { FLOAT32 } from '../slope/precision.ts';

/** The number of elements that are looked at: all are wrong for the same reason. */
const LOOKED_AT = 3;
/** Distances from x between which f is looked at, in units of the scale of the element. */
const REACH = [1 / 8, 1];
/** A step keeps its height when the interval shrinks by this factor; a bend does not. */
const NARROW = 2 ** -20;
/** The least share of the height that must remain. */
const REMAINS = 2 ** -8;

/** A step of so few last digits of f is the rounding of f itself. */
const LAST_DIGITS = 64;

/** Whether f steps somewhere between two places, rather than bending there or rounding its value. */
function hasStep(at: (t: number) => number, [from, to]: Interval, unit: number): boolean {
  const values = [from[1], to[1]];
  const whole = Math.abs(to[1] - from[1]);
  // over a stretch that is flat f does not show its precision
  const lastDigit = Math.max(unit, values.every((v) => Math.fround(v) === v) ? FLOAT32.unit : 0);
  const { change } = closeIn(at, [from, to], 0, NARROW * Math.abs(to[0] - from[0]), (left) => left > REMAINS * whole);
  return change > REMAINS * whole && change > LAST_DIGITS * lastDigit * Math.max(...values.map(Math.abs));
}

/**
 * For elements along which f is flat at x: whether it steps within their scale. Undefined for those that were not looked at.
 *
 * @param flat indices of elements whose slope is exactly 0
 */
export function stepsBeyond<X>(
  { evaluator, values, scales, layout }: Scene<X>,
  { value, precision }: Preflight,
  flat: readonly number[],
): Map<number, boolean> {
  const found = new Map<number, boolean>();
  try {
    for (const i of flat.slice(0, LOOKED_AT)) {
      const at = (t: number): number => {
        const moved = values.slice();
        moved[i] += t * scales[i];
        return evaluator.at(moved, layout.nameOf(i));
      };
      const beyond = REACH.flatMap((t) => [t, -t])
        .map((t) => [t, at(t)] as const)
        .find(([, v]) => Number.isFinite(v) && v !== value);
      found.set(i, beyond !== undefined && hasStep(at, [[0, value], beyond], precision.unit));
    }
  } catch (error) {
    if (!(error instanceof Halt)) throw error;
  }
  return found;
}
