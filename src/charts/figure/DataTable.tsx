import type { ComponentChildren } from 'preact';
import { useMemo } from 'preact/hooks';
import { rawText } from '../format.ts';
import { useSettled } from '../wake/awake.ts';
import { lazily } from '../wake/lazily.ts';
import { useServed } from '../wake/served.ts';
import { RichText } from './RichText.tsx';
import { formatOf, rowCount, type Table, type TableSource, tableIn } from './table.ts';

export interface DataTableProps {
  readonly table: TableSource;
  /** Name of the table. */
  readonly title: string;
  /** Below the table. */
  readonly children?: ComponentChildren;
}

/** The table follows the chart when the reader's hand is still: hundreds of cells need not be drawn at every tick. */
const SETTLED = 200;

/**
 * The data of a chart as a real table, folded away; it opens without a script. Its numbers are rounded: the raw double of
 * a cell is its title once it is pointed at. In the HTML those would weigh as much as all the rest of the table.
 */
export function DataTable({ table, title, children }: DataTableProps) {
  const settled = useSettled(table, SETTLED);
  const { kept, attributes } = useServed(settled);
  const shown = useMemo(() => lazily(() => tableIn(settled)), [settled]);
  const titled = (event: Event) => showRaw(event, shown());
  return (
    <details class="gc-data" data-pagefind-ignore>
      <summary>Data</summary>
      {useMemo(
        () => (
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
          <section {...attributes} class="gc-scroll" tabIndex={0} aria-label={`Data: ${title}`} onPointerOver={titled}>
            {!kept && <Cells table={shown()} />}
          </section>
        ),
        [shown, title, kept],
      )}
      {children}
    </details>
  );
}

function Cells({ table }: { readonly table: Table }) {
  return (
    <table class="gc-table">
      <thead>
        <tr>
          {table.map(({ label }) => (
            <th key={label} scope="col">
              <RichText text={label} />
            </th>
          ))}
        </tr>
      </thead>
      <Rows table={table} />
    </table>
  );
}

function Rows({ table }: { readonly table: Table }) {
  const formats = table.map(formatOf);
  return (
    <tbody>
      {Array.from({ length: rowCount(table) }, (_, row) => (
        <tr key={row}>
          {table.map(({ label, values }, column) => {
            const value = values[row];
            if (typeof value !== 'number') return <td key={label}>{value}</td>;
            const { mantissa, exponent } = formats[column](value);
            return (
              <td key={label}>
                {mantissa}
                {exponent !== null && (
                  <i>
                    {' × 10'}
                    <sup>{exponent}</sup>
                  </i>
                )}
              </td>
            );
          })}
        </tr>
      ))}
    </tbody>
  );
}

/** Gives the cell that is pointed at its raw double as a title. */
function showRaw({ target }: Event, table: Table): void {
  const cell = (target as Element).closest('td');
  const row = cell?.closest('tr');
  if (!cell || !row) return;
  const value = table[cell.cellIndex].values[row.rowIndex - 1];
  cell.title = typeof value === 'number' ? rawText(value) : '';
}
