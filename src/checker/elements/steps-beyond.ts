/** What f does beyond a stretch over which it is flat: it may bend, or step. */
import type { Scene } from '../contract/scene.ts';
import { Halt } from '../point/evaluator.ts';
import { closeIn, type Interval } from '../slope/edges.ts';
import type { Point } from '../types.ts';

/** So many elements are looked at; they are wrong for one reason. */
const LOOKED_AT = 3;
/** How far, in units of the element's scale. */
const REACH = [1 / 8, 1];
/** A step is still there in an interval this much narrower, … */
const NARROW = 2 ** -20;
/** … by this share at least of what f moves over the whole; a bend has gone with the interval. */
const REMAINS = 2 ** -8;

/** Whether f steps somewhere between two places, rather than bending there. */
function hasStep(at: (t: number) => number, [from, to]: Interval): boolean {
  const whole = Math.abs(to[1] - from[1]);
  const { change } = closeIn(at, [from, to], 0, NARROW * Math.abs(to[0] - from[0]), (left) => left > REMAINS * whole);
  return change > REMAINS * whole;
}

/**
 * For elements along which f is flat at x: whether it steps within their scale. Undefined for those that were not looked at.
 *
 * @param flat indices of elements whose slope is exactly 0
 */
export function stepsBeyond<X extends Point>(
  { evaluator, values, scales, layout }: Scene<X>,
  value: number,
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
      found.set(i, beyond !== undefined && hasStep(at, [[0, value], beyond]));
    }
  } catch (error) {
    if (!(error instanceof Halt)) throw error;
  }
  return found;
}
