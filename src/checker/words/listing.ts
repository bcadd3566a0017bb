/** Lists and tables of the reports as plain text. */
import type { Element } from '../types.ts';
import { minus } from './sentence.ts';

/** How many of the worst elements, and how many groups, are listed. */
export const LISTED = 8;

/** The first eight names, and how many more there are. */
export function listed(names: readonly string[]): string {
  const more = names.length - LISTED;
  return `${names.slice(0, LISTED).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

const short = (value: number, digits: number): string =>
  Number.isFinite(value) ? minus(value.toPrecision(digits)) : String(value).replace('Infinity', '∞');

type Compared = Pick<Element, 'name' | 'analytic' | 'numeric' | 'errorBar' | 'relativeError'>;

/** The first eight of these as an indented table: names aligned left, numbers right. */
export function comparison(all: readonly Compared[]): string[] {
  const rows = [
    ['', 'analytic', 'numeric', '', 'relative error'],
    ...all
      .slice(0, LISTED)
      .map(({ name, analytic, numeric, errorBar, relativeError }) => [
        name,
        short(analytic, 7),
        short(numeric, 7),
        `± ${short(errorBar, 2)}`,
        Number.isNaN(relativeError) ? '–' : short(relativeError, 2),
      ]),
  ];
  const widths = rows[0].map((_, c) => Math.max(...rows.map((row) => row[c].length)));
  return rows.map(
    (row) => `  ${row.map((cell, c) => (c ? cell.padStart(widths[c]) : cell.padEnd(widths[c]))).join('  ')}`,
  );
}
