/** How exact the values of f are near x. It is measured once; every error bar uses it. */

/** A floating-point format: its significant bits and the relative spacing of its numbers. */
export interface Format {
  readonly name: 'bfloat16' | 'float16' | 'float32' | 'float64';
  readonly bits: number;
  readonly unit: number;
}

const formatOf = (name: Format['name'], bits: number): Format => ({ name, bits, unit: 2 ** (1 - bits) });

export const BFLOAT16 = formatOf('bfloat16', 8);
export const FLOAT16 = formatOf('float16', 11);
export const FLOAT32 = formatOf('float32', 24);
export const FLOAT64 = formatOf('float64', 53);
/** The formats that are shorter than a double, the shortest first. */
export const SHORT_FORMATS = [BFLOAT16, FLOAT16, FLOAT32] as const;

/** The number of bits between the first and the last that is set; 0 for 0. */
export function significantBits(value: number): number {
  if (value === 0 || !Number.isFinite(value)) return 0;
  let bits = 0;
  let rest = Math.abs(value) / 2 ** Math.floor(Math.log2(Math.abs(value)));
  // the logarithm of a number just below a power of two is rounded up to that power
  if (rest < 1) rest *= 2;
  while (rest !== 0) {
    rest = (rest % 1) * 2;
    bits++;
  }
  return bits;
}

/** Standard deviation of a rounding error, in units of the spacing: uniform over one spacing. */
const UNIFORM = 1 / Math.sqrt(12);

/**
 * Whether f moves in stairs: constant or smooth on treads that are wider than the rounding of x, with jumps between
 * them. `perhaps` where fine ripples cannot be told from stairs.
 */
export type Stairs = 'none' | 'perhaps' | 'certain';

export interface Precision {
  /** Standard deviation of f's own error near x. */
  readonly noise: number;
  /** Relative spacing of the values of f. */
  readonly unit: number;
  /** Where stairs are certain, `noise` is their height. */
  readonly stairs: Stairs;
  /**
   * Standard deviation of f from its trend, where it is the same over unlike spacings: the height of stairs, or the
   * rounding of a long sum. 0 where there is neither.
   */
  readonly height: number;
  /** Standard deviation of the error of f on one tread, between the edges of stairs; without stairs it is the noise. */
  readonly quiet: number;
  /** The format that every value of f near x is a number of. */
  readonly format: Format;
  /** The format on whose numbers x moves: that of f, or the shorter one to which f rounds its argument. */
  readonly grid: Format;
}

/** The precision of an f without stairs. */
export const evenly = (noise: number, format = FLOAT64, grid = format): Precision => ({
  noise,
  quiet: noise,
  unit: format.unit,
  format,
  grid,
  stairs: 'none',
  height: 0,
});

/** Standard deviation of the error of a value of f: what was measured at x, and at least its own rounding. */
export const errorOf = ({ noise, unit }: Pick<Precision, 'noise' | 'unit'>, ...values: number[]): number =>
  Math.max(noise, UNIFORM * unit * Math.max(...values.map(Math.abs)));
