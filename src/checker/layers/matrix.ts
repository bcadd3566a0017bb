/** The Jacobian as far as each entry was compared: both sides, their error bars, and which entries are wrong. */
import type { Evidence } from '../diagnosis/evidence.ts';
import type { JudgedRow } from './judge-rows.ts';

export interface Matrix {
  /** Flat outputs that the rows belong to; outputs that are not finite at x have none. */
  readonly outputs: readonly number[];
  readonly columns: number;
  readonly analytic: (row: number, column: number) => number;
  readonly numeric: (row: number, column: number) => number;
  readonly tolerance: (row: number, column: number) => number;
  readonly isWrong: (row: number, column: number) => boolean;
}

export function matrixOf(rows: readonly JudgedRow[], columns: number): Matrix {
  const single = rows.filter(({ view }) => view.output !== undefined);
  return {
    outputs: single.map(({ view }) => view.output as number),
    columns,
    analytic: (row, column) => single[row].judged[column].analytic,
    numeric: (row, column) => single[row].judged[column].slope.value,
    tolerance: (row, column) => single[row].judged[column].tolerance,
    isWrong: (row, column) => single[row].verdicts[column] === 'fail',
  };
}

/** Some rows and columns of a matrix as evidence, flat in C order, for the fits of the diagnosis. */
export function flatEvidence(matrix: Matrix, rows: readonly number[], columns: readonly number[]): Evidence {
  const flat = (value: (row: number, column: number) => number) =>
    Float64Array.from(rows.flatMap((row) => columns.map((column) => value(row, column))));
  return {
    x: new Float64Array(rows.length * columns.length),
    analytic: flat(matrix.analytic),
    numeric: flat(matrix.numeric),
    tolerance: flat(matrix.tolerance),
    groups: [],
    verdicts: [],
    nameOf: String,
    sizes: {},
    contract: [],
  };
}
