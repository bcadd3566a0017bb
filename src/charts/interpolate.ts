/**
 * What d3-scale needs of d3-interpolate, for ranges of numbers. The whole of it brings parsers for colours, strings and
 * dates (6 kB gzip) that no chart here uses, so the bundler is told to take this file in its place.
 */

type Interpolator = (share: number) => number;

/** Straight from one number to another; exact at both ends. */
export function interpolateNumber(from: number, to: number): Interpolator {
  const a = +from;
  const b = +to;
  return (share) => a * (1 - share) + b * share;
}

/** The same, in whole units. */
export function interpolateRound(from: number, to: number): Interpolator {
  const interpolate = interpolateNumber(from, to);
  return (share) => Math.round(interpolate(share));
}

export { interpolateNumber as interpolate };

/** Only diverging scales call this, and no chart has one; the name must exist for d3-scale to be bundled. */
export function piecewise(): never {
  throw new Error('Diverging scales need the real d3-interpolate.');
}
