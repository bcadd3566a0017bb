/**
 * The noise of f near x. Over a small enough spacing a smooth f is a polynomial of low degree; the residual of a fit
 * is the error of its values. This is the idea of difference tables (Hamming; Moré and Wild 2011, "Estimating
 * computational noise", SIAM J. Sci. Comput. 33), with uneven spacings: rounding often repeats over even ones, and
 * then does not show.
 */

/** Values of f in a table. */
export const TABLE_SIZE = 6;

/** Spacing of the first table, in units of x: 64 spacings of float64. */
export const FINE = 2 ** -46;
/** Degree of the polynomial that a smooth f is over the finest spacing, to the last digit; and over the wider ones. */
export const FINE_DEGREE = 2;

/** The residuals of a least-squares polynomial through some values. */
export function residuals(points: readonly number[], values: readonly number[], degree: number): number[] {
  const reach = Math.max(...points.map(Math.abs));
  const rest = values.map((value) => value - values[0]);
  const basis: number[][] = [];
  // modified Gram-Schmidt on 1, t, t^2, …; the last column is the values
  for (let power = 0; power <= degree + 1; power++) {
    const column = power <= degree ? points.map((t) => (t / reach) ** power) : rest;
    for (const unit of basis) {
      const along = column.reduce((sum, v, i) => sum + v * unit[i], 0);
      for (let i = 0; i < column.length; i++) column[i] -= along * unit[i];
    }
    const length = Math.hypot(...column);
    basis.push(column.map((v) => v / length));
  }
  return rest;
}

/** Residual standard deviation of a least-squares polynomial. */
export const misfit = (points: readonly number[], values: readonly number[], degree: number): number =>
  Math.hypot(...residuals(points, values, degree)) / Math.sqrt(points.length - degree - 1);
