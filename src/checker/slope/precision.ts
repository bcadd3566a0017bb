/** How exact the values of f are near x: measured once, and asked wherever an error bar is made. */

/** Relative spacing of float64 and of float32. */
export const FLOAT64_UNIT = 2 ** -52;
export const FLOAT32_UNIT = 2 ** -23;

/** Standard deviation of a rounding error, in units of the spacing: uniform over one spacing. */
const UNIFORM = 1 / Math.sqrt(12);

/** Whether f moves in stairs wider than the rounding of x; `perhaps` where it may be a ripple of the finest kind. */
export type Stairs = 'none' | 'perhaps' | 'certain';

export interface Precision {
  /** Standard deviation of f's own error near x. */
  readonly noise: number;
  /** Relative spacing of the values of f. */
  readonly unit: number;
  /** f moves in stairs here; where they are certain, `noise` is their height. */
  readonly stairs: Stairs;
  /**
   * Standard deviation of f from its trend, where it is the same over unlike spacings: that over stairs, or the
   * rounding of a long sum. 0 where there is no such thing.
   */
  readonly height: number;
  /** Standard deviation of f's error between the edges of stairs; without stairs that is the noise. */
  readonly quiet: number;
  /** Every value of f is a float32. */
  readonly float32: boolean;
}

/** The precision of an f without stairs. */
export const evenly = (noise: number, unit = FLOAT64_UNIT, float32 = false): Precision => ({
  noise,
  quiet: noise,
  unit,
  float32,
  stairs: 'none',
  height: 0,
});

/** Standard deviation of the error of a value of f: what was measured at x, and at least its own rounding. */
export const errorOf = ({ noise, unit }: Pick<Precision, 'noise' | 'unit'>, ...values: number[]): number =>
  Math.max(noise, UNIFORM * unit * Math.max(...values.map(Math.abs)));
