/** Columns of numbers: CSV, TSV, semicolons with decimal commas, Markdown tables, or blanks. */
import { listPairs } from '../pairs.ts';
import { styleOf } from '../text/digits.ts';
import { numberAt, type Printed } from '../text/number.ts';
import { type Side, sideOf } from './any-sides.ts';
import type { Format, FormatReading } from './format.ts';

type Row = readonly string[];

const SEPARATORS: readonly (readonly [string, RegExp])[] = [
  ['\t', /\t/],
  [';', /;/],
  ['|', /\|/],
  [',', /, ?/],
  [' ', /[ ,]{1,200}/],
];

const LONGEST_ROW = 1000;
const cellsOf = (line: string, separator: RegExp): Row =>
  line.length > LONGEST_ROW
    ? []
    : line
        .trim()
        .replace(/^\||\|$/g, '')
        .split(separator)
        .map((cell) => cell.trim().replace(/^"|"$/g, ''));

/** One cell as a number; a comma for the point where commas do not separate. */
function numberOf(cell: string, comma: boolean): Printed | undefined {
  const text = comma && !cell.includes('.') ? cell.replace(',', '.') : cell;
  const number = numberAt(text, 0);
  return number && number.end === text.length ? number : undefined;
}

interface Table {
  readonly header: Row | undefined;
  readonly rows: readonly Row[];
  readonly comma: boolean;
}

/** The longest run of rows that have one number of cells, two of them numbers. */
function tableOf(lines: readonly string[], [name, separator]: (typeof SEPARATORS)[number]): Table | undefined {
  const comma = name !== ',';
  const rows: Row[] = [];
  let header: Row | undefined;
  let before: Row | undefined;
  let width = 0;
  for (const line of lines) {
    if (line.trim() === '' || /^[\s|:+-]{3,}$/.test(line.slice(0, LONGEST_ROW))) continue;
    const cells = cellsOf(line, separator);
    const numbers = cells.filter((cell) => numberOf(cell, comma) !== undefined).length;
    if (numbers >= 2 && (width === 0 || cells.length === width)) {
      if (width === 0) {
        width = cells.length;
        header = before && before.length === width ? before : undefined;
      }
      rows.push(cells);
    } else if (rows.length > 1) break;
    else {
      rows.length = 0;
      width = 0;
      header = undefined;
    }
    before = cells;
  }
  return rows.length > 0 && width >= 2 ? { header, rows, comma } : undefined;
}

interface Column {
  readonly name: string;
  readonly side: Side | undefined;
  readonly numbers: readonly (Printed | undefined)[];
}

/** 0, 1, 2, … or 1, 2, 3, …: the number of the row. */
const isIndex = ({ numbers }: Column): boolean =>
  numbers.length > 1 &&
  numbers.every(
    (number, i) => number !== undefined && number.decimals < 0 && number.value === (numbers[0] as Printed).value + i,
  ) &&
  Math.abs((numbers[0] as Printed).value) <= 1;

function columnsOf({ header, rows, comma }: Table): Column[] {
  return rows[0].map((_, c) => {
    const name = header?.[c] ?? '';
    return { name, side: sideOf(name), numbers: rows.map((row) => numberOf(row[c] ?? '', comma)) };
  });
}

/** The two columns that are compared: by their names, or the first two that are neither numbers of rows nor names. */
function sidesOf(columns: readonly Column[]): { analytic: Column; numeric: Column; labelled: boolean } | undefined {
  const full = columns.filter(({ numbers }) => numbers.every((number) => number !== undefined));
  const [analytic, numeric] = (['analytic', 'numeric'] as const).map((side) =>
    full.find((column) => column.side === side),
  );
  if (analytic && numeric) return { analytic, numeric, labelled: true };
  const open = full.filter(
    (column, i) =>
      column.side !== 'difference' && column.side !== 'point' && !(i === 0 && full.length > 2 && isIndex(column)),
  );
  const other = analytic ?? numeric;
  if (other) {
    const rest = open.find((column) => column !== other);
    return (
      rest &&
      (analytic ? { analytic, numeric: rest, labelled: false } : { analytic: rest, numeric: other, labelled: false })
    );
  }
  // With more columns, none of them named, it is not known which two are meant.
  return open.length === 2 ? { analytic: open[0], numeric: open[1], labelled: false } : undefined;
}

function readTable(table: Table): FormatReading | undefined {
  const columns = columnsOf(table);
  const sides = sidesOf(columns);
  if (!sides) return undefined;
  const [analytic, numeric] = [sides.analytic.numbers, sides.numeric.numbers] as readonly (readonly Printed[])[];
  const point = columns.find(
    ({ side, numbers }) => side === 'point' && numbers.every((number) => number !== undefined),
  );
  const names = columns.find(
    (column) =>
      column !== sides.analytic && column !== sides.numeric && column.numbers.every((number) => number === undefined),
  );
  const c = names ? columns.indexOf(names) : -1;
  return {
    tool: 'two columns',
    pairs: [
      listPairs(analytic, numeric, {
        label: 'gradient',
        style: styleOf([...analytic, ...numeric]),
        sides: sides.labelled ? 'labelled' : 'assumed',
        ...(c >= 0 ? { names: table.rows.map((row) => row[c]) } : {}),
        ...(point ? { x: point.numbers.map((number) => (number as Printed).value) } : {}),
      }),
    ],
    snippet: 'numpy',
  };
}

export const anyColumns: Format = {
  knows: () => true,
  read: ({ lines }) => {
    for (const separator of SEPARATORS) {
      if (separator[0] !== ' ' && !lines.some((line) => line.includes(separator[0]))) continue;
      const table = tableOf(lines, separator);
      const reading = table && readTable(table);
      if (reading) return reading;
    }
    return undefined;
  },
};
