import { domainOf } from './domain.ts';
import type { Layout } from './layout.ts';
import { LINE, TEXT } from './layout.ts';
import { labelWidth } from './rich.ts';
import type { Table } from './table.ts';
import { linearTicks, logTicks } from './ticks.ts';
import { round, type Tone } from './tone.ts';

export interface HeatMapSpec {
  /** Row by row. A row that is short ends in empty cells. */
  readonly values: readonly (readonly number[])[];
  /** What the values are: `relative error`. */
  readonly label: string;
  /** Default `log`, where the shades are of decades. */
  readonly kind?: 'log' | 'linear';
  /** Values of the palest and the darkest shade; default: the data, out to whole decades or round numbers. */
  readonly domain?: readonly [number, number];
  /** Names of the two directions; default `row` and `column`. */
  readonly rowLabel?: string;
  readonly columnLabel?: string;
  /** Names of single rows and columns; default: their index from 0. */
  readonly rowNames?: readonly string[];
  readonly columnNames?: readonly string[];
  /** Cells to point out, as [row, column]. */
  readonly marked?: readonly (readonly [row: number, column: number])[];
  /** What a mark means; default `marked`. */
  readonly markLabel?: string;
  /** Colour of the shades; default `error`. */
  readonly tone?: Tone;
  /** Colour of the marks; default `fail`. */
  readonly markTone?: Tone;
}

/** Cells of one kind in one path: a matrix of a thousand elements is ten nodes, not a thousand. */
export interface HeatMapModel {
  readonly layout: Layout;
  readonly rows: number;
  readonly columns: number;
  readonly left: number;
  readonly top: number;
  readonly cellWidth: number;
  readonly cellHeight: number;
  /** Path data of the cells of each shade, palest first. */
  readonly shades: readonly { readonly opacity: number; readonly path: string }[];
  /** Crosses in the cells that have no number. */
  readonly missing: string;
  readonly marks: string;
  readonly rowNames: readonly { readonly index: number; readonly text: string }[];
  readonly columnNames: readonly { readonly index: number; readonly text: string }[];
  readonly scale: readonly { readonly label: string; readonly share: number }[];
}

const SHADES = 8;
const MARGIN = { top: 2 * LINE + 4, right: 8, bottom: 2 * LINE + 20 };
const CELL = { smallest: 7, largest: 34 };

/** The drawing of a matrix in one layout. */
export function heatMapModel(spec: HeatMapSpec, layout: Layout): HeatMapModel {
  const { values, marked = [] } = spec;
  const rows = values.length;
  const columns = Math.max(0, ...values.map((row) => row.length));
  const names = namesOf(spec.rowNames, rows);
  const left = Math.ceil(Math.max(12, ...names.map((name) => labelWidth(name, TEXT)))) + 8;
  const room = (layout.width - left - MARGIN.right) / Math.max(1, columns);
  const cellWidth = Math.min(room, CELL.largest * 2);
  const cellHeight = Math.min(Math.max(cellWidth, CELL.smallest), CELL.largest);
  const top = MARGIN.top;
  const box = (row: number, column: number, inset: number) => {
    const x = round(left + column * cellWidth + inset);
    const y = round(top + row * cellHeight + inset);
    return `M${x} ${y}h${round(cellWidth - 2 * inset)}v${round(cellHeight - 2 * inset)}h${round(2 * inset - cellWidth)}z`;
  };
  const domain = shadeDomain(spec);
  const paths = Array.from({ length: SHADES }, () => '');
  let missing = '';
  values.forEach((row, r) => {
    row.forEach((value, c) => {
      if (Number.isFinite(value)) {
        const shade = shadeOf(value, spec.kind ?? 'log', domain);
        if (shade >= 0) paths[shade] += box(r, c, 0.5);
      } else {
        const x = round(left + (c + 0.5) * cellWidth);
        const y = round(top + (r + 0.5) * cellHeight);
        missing += `M${x - 3} ${y - 3}l6 6m0-6-6 6`;
      }
    });
  });
  return {
    layout: { ...layout, height: Math.ceil(top + rows * cellHeight + MARGIN.bottom) },
    rows,
    columns,
    left,
    top,
    cellWidth,
    cellHeight,
    shades: paths.map((path, index) => ({ opacity: opacityOf(index), path })),
    missing,
    marks: marked.map(([row, column]) => box(row, column, 1)).join(''),
    rowNames: thinned(names, cellHeight, LINE),
    columnNames: thinned(
      namesOf(spec.columnNames, columns),
      cellWidth,
      Math.max(20, ...namesOf(spec.columnNames, columns).map((name) => labelWidth(name, TEXT) + 8)),
    ),
    scale: scaleLabels(spec.kind ?? 'log', domain),
  };
}

/** Opacity of a shade: even the palest can be told from the paper, and text stays readable beside the darkest. */
export function opacityOf(shade: number): number {
  return Math.round((0.1 + (0.85 * shade) / (SHADES - 1)) * 100) / 100;
}

const namesOf = (names: readonly string[] | undefined, count: number) =>
  Array.from({ length: count }, (_, index) => names?.[index] ?? `${index}`);

/** Every so manieth name, so that those shown are at least `least` apart. */
function thinned(names: readonly string[], spacing: number, least: number) {
  const every = Math.max(1, Math.ceil(least / spacing));
  return names.flatMap((text, index) => (index % every === 0 ? [{ index, text }] : []));
}

function shadeDomain({ values, domain, kind = 'log' }: HeatMapSpec): readonly [number, number] {
  if (domain !== undefined && domain[0] < domain[1] && (kind === 'linear' || domain[0] > 0)) return domain;
  return domainOf(kind, values.flat());
}

/** How far along a log scale a value is. Quotients would overflow where the scale is very long. */
function logShare(value: number, low: number, high: number): number {
  return (Math.log(value) - Math.log(low)) / (Math.log(high) - Math.log(low));
}

/** Shade of a value, -1 for none: a zero, or less, on a log scale is left as paper. */
function shadeOf(value: number, kind: 'log' | 'linear', [low, high]: readonly [number, number]): number {
  if (kind === 'log' && value <= 0) return -1;
  const share = kind === 'log' ? logShare(value, low, high) : (value - low) / (high - low);
  return Math.min(Math.max(Math.floor(share * SHADES), 0), SHADES - 1);
}

function scaleLabels(kind: 'log' | 'linear', [low, high]: readonly [number, number]) {
  if (kind === 'linear') {
    return linearTicks(low, high, 4).map(({ label, value }) => ({ label, share: (value - low) / (high - low) }));
  }
  return logTicks(low, high, 4).map(({ label, value }) => ({
    label,
    share: logShare(value, low, high),
  }));
}

const MOVES: Readonly<Record<string, readonly [row: number, column: number]>> = {
  ArrowRight: [0, 1],
  ArrowLeft: [0, -1],
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  PageUp: [-5, 0],
  PageDown: [5, 0],
};

/** Index (row by row) of the cell a key leads to; null for a key that is not the cursor's. */
export function moveCell(index: number, key: string, coarse: boolean, rows: number, columns: number): number | null {
  const last = rows * columns - 1;
  if (key === 'Home') return 0;
  if (key === 'End') return last;
  const move = MOVES[key];
  if (move === undefined || last < 0) return null;
  if (index < 0) return 0;
  const reach = coarse ? 5 : 1;
  const row = Math.min(Math.max(Math.floor(index / columns) + reach * move[0], 0), rows - 1);
  const column = Math.min(Math.max((index % columns) + reach * move[1], 0), columns - 1);
  return row * columns + column;
}

/** The table of a matrix: one row an element, in C order. */
export function heatMapTable(spec: HeatMapSpec): Table {
  const { values, marked = [], markLabel = 'marked', rowLabel = 'row', columnLabel = 'column' } = spec;
  const cells = values.flatMap((row, r) => row.map((value, c) => ({ r, c, value })));
  const isMarked = new Set(marked.map(([row, column]) => `${row},${column}`));
  return [
    { label: rowLabel, values: cells.map(({ r }) => spec.rowNames?.[r] ?? r) },
    { label: columnLabel, values: cells.map(({ c }) => spec.columnNames?.[c] ?? c) },
    { label: spec.label, values: cells.map(({ value }) => value) },
    ...(marked.length > 0
      ? [{ label: markLabel, values: cells.map(({ r, c }) => (isMarked.has(`${r},${c}`) ? 'yes' : '')) }]
      : []),
  ];
}
