/** f round x at the scale of the step: a smooth bend when h is large, a staircase of doubles when it is tiny. */

export interface Lens {
  /** [t, f(x + t h) - f(x)]: what a difference at this scale is made of. */
  readonly points: readonly (readonly [number, number])[];
  /** The largest finite |f(x + t h) - f(x)|. */
  readonly height: number;
}

export const LENS_REACH = 3;

/**
 * Samples f as the doubles have it, from x - 3h to x + 3h. What is not finite is left out, and breaks the line.
 *
 *     lensOf(Math.sin, 1, 1e-15).points // a handful of steps
 */
export function lensOf(f: (x: number) => number, x: number, h: number, count = 193): Lens {
  const value = f(x);
  let height = 0;
  const points = Array.from({ length: count }, (_, i): [number, number] => {
    // Multiples of 1/32, so that t = -1, 0 and 1 come out as themselves.
    const t = (i - (count - 1) / 2) * ((2 * LENS_REACH) / (count - 1));
    const difference = f(x + t * h) - value;
    if (Number.isFinite(difference)) height = Math.max(height, Math.abs(difference));
    return [t, difference];
  });
  return { points, height };
}
