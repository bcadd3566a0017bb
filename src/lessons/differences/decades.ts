/** Values that are evenly spaced on a logarithmic axis. */
export interface Decades {
  readonly values: readonly number[];
  /** The index of the value that is nearest to x, by its logarithm. */
  readonly nearest: (x: number) => number;
}

/**
 * From 10^from to 10^to, so many to a decade; each to a number of digits that can be read, so that a decade is one of them.
 *
 *     decades(-2, 0, 2, 3).values // 0.01, 0.0316, 0.1, 0.316, 1
 */
export function decades(from: number, to: number, perDecade: number, digits = 17): Decades {
  const last = (to - from) * perDecade;
  const power = (i: number) => 10 ** (from + i / perDecade);
  return {
    values: Array.from({ length: last + 1 }, (_, i) => Number(power(i).toPrecision(digits))),
    nearest: (x) => Math.min(last, Math.max(0, Math.round(perDecade * (Math.log10(x) - from)))),
  };
}
