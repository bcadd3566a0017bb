import { useId } from 'preact/hooks';
import { rawText, typesetMinus } from '@/charts/format.ts';
import { ScrollRegion } from '../controls/ScrollTable.tsx';
import './matrix-table.css';

interface Row {
  readonly name: string;
  readonly values: readonly number[];
}

export interface MatrixTableProps {
  readonly title: string;
  readonly tone: 'analytic' | 'numeric';
  readonly columns: readonly string[];
  readonly rows: readonly Row[];
  /** What each row is multiplied by, in a column before it. */
  readonly weights?: Row;
  /** A row below a rule. */
  readonly foot?: Row;
  /** What is marked as wrong, in the rows or in the foot. */
  readonly wrong?: (row: number | 'foot', column: number) => boolean;
  /** The number that is drawn darkest. */
  readonly most: number;
}

/** With a fixed number of decimals, so that columns align; a number that rounds to 0 has no sign. */
const placed = (value: number, places = 2) => (
  <data value={rawText(value)} data-value={rawText(value)} title={rawText(value)}>
    {typesetMinus(value.toFixed(places).replace(/^-(0\.0*)$/, '$1'))}
  </data>
);

/** A matrix as a table whose cells are as dark as their numbers are large. A wrong one has a cross and a border. */
export function MatrixTable({
  title,
  tone,
  columns,
  rows,
  weights,
  foot,
  wrong = () => false,
  most,
}: MatrixTableProps) {
  const id = useId();
  const cell = (value: number, row: number | 'foot', column: number) => {
    const bad = wrong(row, column);
    return (
      <td
        key={column}
        data-wrong={bad ? '' : undefined}
        style={{ '--heat': `${Math.round(35 * Math.min(1, Math.abs(value) / most))}%` }}
      >
        {bad && <span class="sr-only">wrong: </span>}
        {placed(value)}
      </td>
    );
  };
  return (
    <ScrollRegion class="table-scroll" label={title}>
      <table class="matrix" aria-labelledby={id} data-tone={tone}>
        <caption id={id}>{title}</caption>
        <thead>
          <tr>
            {weights && <th scope="col">{weights.name}</th>}
            <td />
            {columns.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, values }, i) => (
            <tr key={name}>
              {weights && <td class="weight">{placed(weights.values[i], 1)} ×</td>}
              <th scope="row">{name}</th>
              {values.map((value, j) => cell(value, i, j))}
            </tr>
          ))}
        </tbody>
        {foot && (
          <tfoot>
            <tr>
              {weights && <td />}
              <th scope="row">{foot.name}</th>
              {foot.values.map((value, j) => cell(value, 'foot', j))}
            </tr>
          </tfoot>
        )}
      </table>
    </ScrollRegion>
  );
}
