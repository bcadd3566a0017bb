/** Finite-difference schemes as data: which points, with which weights, of which order. */
import { CheckError } from '../errors.ts';
import type { Scheme } from '../types.ts';

/** A finite-difference scheme: the slope is sum(weight * f(x + offset * h)) / (divisor * h). */
export interface DifferenceScheme {
  /** The truncation error falls as this power of the step. */
  readonly order: number;
  readonly offsets: readonly number[];
  readonly weights: readonly number[];
  readonly divisor: number;
}

/** The schemes of {@link numericalGradient}; weights from Fornberg (1988), Math. Comp. 51, table 1 and 3. */
export const SCHEMES: Readonly<Record<Scheme, DifferenceScheme>> = {
  forward: { order: 1, offsets: [1, 0], weights: [1, -1], divisor: 1 },
  central: { order: 2, offsets: [1, -1], weights: [1, -1], divisor: 2 },
  'five-point': { order: 4, offsets: [-2, -1, 1, 2], weights: [1, -8, 8, -1], divisor: 12 },
};

/**
 * The scheme of this name.
 *
 * @throws CheckError where no scheme has this name
 */
export function schemeOf(name: Scheme): DifferenceScheme {
  if (!Object.hasOwn(SCHEMES, name))
    throw new CheckError('unknown-scheme', `There is no scheme '${name}'. Use ${Object.keys(SCHEMES).join(', ')}.`);
  return SCHEMES[name];
}
