/** A Jacobian that ought to equal its mirror image, and where it does not. */
import type { Matrix } from './matrix.ts';

/** A pair of mirrored entries that differ by more than their error bars explain. */
export interface Pair {
  readonly row: number;
  readonly column: number;
}

/** The entries below the diagonal whose mirror image differs, the clearest first. */
export function asymmetric(matrix: Matrix, side: 'analytic' | 'numeric'): Pair[] {
  const value = matrix[side];
  const found: (Pair & { readonly excess: number })[] = [];
  for (let row = 0; row < matrix.outputs.length; row++)
    for (let column = 0; column < Math.min(row, matrix.columns); column++) {
      const difference = Math.abs(value(row, column) - value(column, row));
      const allowed = matrix.tolerance(row, column) + matrix.tolerance(column, row);
      if (difference > allowed) found.push({ row, column, excess: difference });
    }
  return found.sort((a, b) => b.excess - a.excess);
}
