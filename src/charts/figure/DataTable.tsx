import type { ComponentChildren } from 'preact';
import { useMemo } from 'preact/hooks';
import { rawText } from '../format.ts';
import { useSettled } from '../wake/awake.ts';
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

/** The data of a chart as a real table, folded away; it opens without a script, and each cell has its raw double. */
export function DataTable({ table, title, children }: DataTableProps) {
  const settled = useSettled(table, SETTLED);
  const { kept, attributes } = useServed(settled);
  return (
    <details class="gc-data">
      <summary>Data</summary>
      {useMemo(
        () => (
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
          <section {...attributes} class="gc-scroll" tabIndex={0} aria-label={`Data: ${title}`} onPointerOver={showRaw}>
            {!kept && <Cells table={tableIn(settled)} />}
          </section>
        ),
        [settled, title, kept],
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
              <td key={label} data-value={rawText(value)}>
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

/** A title on every cell would double the weight of the table, so a cell gets its own when it is pointed at. */
function showRaw(event: Event): void {
  const cell = (event.target as Element).closest<HTMLElement>('[data-value]');
  if (cell !== null) cell.title = cell.dataset.value ?? '';
}
