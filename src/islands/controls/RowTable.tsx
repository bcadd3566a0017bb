import type { ComponentChildren } from 'preact';
import { NumberText } from '@/charts/figure/NumberText.tsx';
import type { NumberOptions } from '@/charts/format.ts';
import { Head, NumberHead, type NumberTone, ScrollTable, type ScrollTableProps } from './ScrollTable.tsx';

/** A column of text. */
interface TextColumn<Row> {
  readonly head: ComponentChildren;
  readonly text: (row: Row) => ComponentChildren;
  readonly class?: string;
}

/** A column of numbers, each with its raw double on hover: typeset, unless it is written in another way. */
interface NumberColumn<Row> {
  readonly head: ComponentChildren;
  readonly number: (row: Row) => number;
  readonly tone?: NumberTone;
  readonly as?: NumberOptions | ((value: number) => ComponentChildren);
}

export type Column<Row> = TextColumn<Row> | NumberColumn<Row>;

interface RowTableProps<Row> extends Omit<ScrollTableProps, 'head' | 'children'> {
  readonly rows: readonly Row[];
  /** The first names the row. */
  readonly columns: readonly [TextColumn<Row>, ...Column<Row>[]];
  /** Such as `data-verdict`. */
  readonly attributes?: (row: Row) => Readonly<Record<string, string | undefined>>;
}

/** A table given as data, with a row for each thing: an element, a group, a scheme, a step. */
export function RowTable<Row>({ rows, columns, attributes, ...table }: RowTableProps<Row>) {
  const [name, ...rest] = columns;
  return (
    <ScrollTable {...table} head={columns.map(headOf)}>
      {rows.map((row, i) => (
        <tr key={i} {...attributes?.(row)}>
          <th scope="row">{name.text(row)}</th>
          {rest.map((column, j) =>
            'text' in column ? (
              <td key={j} class={column.class}>
                {column.text(row)}
              </td>
            ) : (
              <td key={j} class="number">
                {written(column.number(row), column.as)}
              </td>
            ),
          )}
        </tr>
      ))}
    </ScrollTable>
  );
}

const written = (value: number, as: NumberColumn<never>['as']) =>
  typeof as === 'function' ? as(value) : <NumberText value={value} {...as} />;

function headOf<Row>(column: Column<Row>, i: number) {
  if ('text' in column) return <Head key={i}>{column.head}</Head>;
  return (
    <NumberHead key={i} tone={column.tone}>
      {column.head}
    </NumberHead>
  );
}

interface ElementRow {
  readonly name: string;
  readonly analytic: number;
  readonly numeric: number;
}

/** The columns that every table of elements begins with: the name of the element, and both gradients. */
export const ELEMENT_COLUMNS: readonly [TextColumn<ElementRow>, ...NumberColumn<ElementRow>[]] = [
  { head: 'Element', text: ({ name }) => <code>{name}</code> },
  { head: 'analytic', tone: 'analytic', number: ({ analytic }) => analytic },
  { head: 'numeric', tone: 'numeric', number: ({ numeric }) => numeric },
];
