/** The rungs of a ladder: the slopes of f on the left and on the right of x by ever shorter steps. */
import { SAFETY } from '../defaults.ts';
import type { Line } from './line.ts';
import { errorOf } from './precision.ts';

export interface Rung {
  readonly step: number;
  readonly left: number;
  readonly right: number;
  /** The central difference: the mean of the two. */
  readonly value: number;
  readonly gap: number;
  /** Standard deviation of `value`, from the error of f. */
  readonly noise: number;
  /** A gap up to this may come from the noise alone. */
  readonly gapNoise: number;
}

const MOST_RUNGS = 18;

/**
 * The rungs, longest step first, down to where the noise hides the slope; undefined where the evaluations run out
 * before.
 *
 * @param top the longest step
 * @param ratio how many times longer a step is than the next
 */
export function climbDown(line: Line, top: number, ratio: number): Rung[] | undefined {
  const rungs: Rung[] = [];
  const error = errorOf(line.precision);
  let steepest = 0;
  let h = line.realise(top);
  for (let i = 0; i < MOST_RUNGS && h >= line.smallest; i++) {
    if (line.spare() < 2) return undefined;
    const right = (line.at(h) - line.value) / h;
    const left = (line.value - line.at(-h)) / h;
    if (Number.isFinite(right - left)) {
      const noise = error / (Math.SQRT2 * h);
      steepest = Math.max(steepest, Math.abs(right), Math.abs(left));
      rungs.push({
        step: h,
        left,
        right,
        value: (left + right) / 2,
        gap: Math.abs(right - left),
        noise,
        gapNoise: (SAFETY * Math.sqrt(6) * error) / h,
      });
      if (SAFETY * noise > steepest / 4) break;
    }
    h = line.realise(h / ratio);
  }
  return rungs;
}

/** Mean size of the slopes on the two sides. */
export const variationOf = ({ left, right }: Rung): number => (Math.abs(left) + Math.abs(right)) / 2;
