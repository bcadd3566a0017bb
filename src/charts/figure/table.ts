import { columnFormat, type NumberParts, rawText } from '../format.ts';
import { plainLabel } from './rich.ts';

/** One column of a chart's data. Text stands as it is; undefined is an empty cell. */
export interface Column {
  /** With the markup of `rich.ts`. */
  readonly label: string;
  readonly values: readonly (number | string | undefined)[];
}

/** The data of a chart, column by column. */
export type Table = readonly Column[];

/** A table, or how to make it once it is looked at. A table that may be another one is another function. */
export type TableSource = Table | (() => Table);

export const tableIn = (source: TableSource): Table => (typeof source === 'function' ? source() : source);

interface Sampled {
  readonly label: string;
  readonly points: readonly (readonly [number, number])[];
}

/** The table of a line chart: x in the first column, then one column a series, in the order of x. */
export function tableOf(xLabel: string, series: readonly Sampled[]): Table {
  const xs = [...new Set(series.flatMap(({ points }) => points.map(([x]) => x)))].sort((a, b) => a - b);
  return [
    { label: xLabel, values: xs },
    ...series.map(({ label, points }) => {
      const values = new Map(points);
      return { label, values: xs.map((x) => values.get(x)) };
    }),
  ];
}

/** The same in short: every nth point of each series, the first among them. */
export const sparseTable = (
  { x, series }: { readonly x: { readonly label: string }; readonly series: readonly Sampled[] },
  every: number,
): Table =>
  tableOf(
    x.label,
    series.map(({ label, points }) => ({ label, points: points.filter((_, i) => i % every === 0) })),
  );

/** Notation of the numbers of one column, so that they align. */
export function formatOf(column: Column): (value: number) => NumberParts {
  return columnFormat(column.values.filter((value) => typeof value === 'number'));
}

/** Number of rows of the longest column. */
export function rowCount(table: Table): number {
  return Math.max(0, ...table.map(({ values }) => values.length));
}

/** Texts that a spreadsheet would take for a formula and evaluate. */
const FORMULA = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/;
/** The same where another sign than the comma parts the fields of a table, as it does where numbers have a comma. */
const AFTER_A_SIGN = /(?<!^)([;\t|]["\s]{0,9})(?=[=+\-@＝＋－＠])/g;

/** One text. An apostrophe before a formula makes it text; a number in text stays a number. */
function csvField(text: string): string {
  const isNumber = Number.isFinite(Number(text.trim() || Number.NaN));
  const safe = isNumber ? text : text.replace(AFTER_A_SIGN, "$1'").replace(FORMULA, "'$&");
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** The table as CSV (RFC 4180), with raw doubles: a program reads back every bit of what was drawn. */
export function toCsv(table: Table): string {
  const lines = [table.map(({ label }) => csvField(plainLabel(label)))];
  for (let row = 0; row < rowCount(table); row++) {
    lines.push(
      table.map(({ values }) => {
        const value = values[row];
        if (value === undefined) return '';
        return typeof value === 'number' ? rawText(value) : csvField(value);
      }),
    );
  }
  return `${lines.map((fields) => fields.join(',')).join('\r\n')}\r\n`;
}
