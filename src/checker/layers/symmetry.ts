/** A Jacobian that ought to equal its mirror image, and where it does not. */
import { makeFinding, whereIn } from '../findings.ts';
import type { Finding } from '../types.ts';
import { entryName } from './layout.ts';
import type { Matrix } from './matrix.ts';
import type { Setting } from './setting.ts';

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

/** The finding where a Jacobian ought to be symmetric: its entries are not, or the slopes of F themselves are not. */
export function symmetryOf<X>({ inputs, opened }: Setting<X>, matrix: Matrix): Finding[] {
  if (matrix.outputs.length !== matrix.columns) return [];
  const pairs = asymmetric(matrix, 'analytic');
  if (pairs.length === 0) return [];
  const wrong = pairs.filter(({ row, column }) => matrix.isWrong(row, column) || matrix.isWrong(column, row));
  const [first] = wrong.length > 0 ? wrong : pairs;
  const name = (row: number, column: number) => entryName(opened.layout, inputs, matrix.outputs[row], column);
  const columns = new Set(
    (wrong.length > 0 ? wrong : pairs).flatMap(({ row, column }) => [
      ...(wrong.length === 0 || matrix.isWrong(row, column) ? [column] : []),
      ...(wrong.length === 0 || matrix.isWrong(column, row) ? [row] : []),
    ]),
  );
  // where the slopes of F are not symmetric either, F is no gradient
  const role = wrong.length > 0 ? 'bug' : 'doubt';
  return [
    makeFinding(
      'not-symmetric',
      role,
      whereIn(
        inputs,
        [...columns].sort((a, b) => a - b),
      ),
      {
        pairs: pairs.length,
        entry: name(first.row, first.column),
        mirror: name(first.column, first.row),
        analytic: matrix.analytic(first.row, first.column),
        mirrored: matrix.analytic(first.column, first.row),
      },
    ),
  ];
}
