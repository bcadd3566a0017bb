import { NumberText } from '@/charts/figure/NumberText.tsx';
import type { Cell, HeatMap } from '@/lessons/network/shown.ts';

/** The elements of each layer as a table whose cells darken with the error; a wrong one has a cross and a border. */
export function HeatMaps({
  maps,
  selected,
  onSelect,
}: {
  maps: readonly HeatMap[];
  selected: string | undefined;
  onSelect: (element: string) => void;
}) {
  return (
    <div class="network-heat">
      {maps.map(({ title, columns, rows }) => (
        <div class="table-scroll" key={title}>
          <table>
            <caption>{title}: (analytic − numeric) / tolerance</caption>
            <thead>
              <tr>
                <td />
                {columns.map((column) => (
                  <th key={column} scope="col">
                    {column}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map(({ name, cells }) => (
                <tr key={name}>
                  <th scope="row">{name}</th>
                  {cells.map((cell) => (
                    <HeatCell key={cell.name} cell={cell} selected={cell.name === selected} onSelect={onSelect} />
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ))}
    </div>
  );
}

function HeatCell({
  cell,
  selected,
  onSelect,
}: {
  cell: Cell;
  selected: boolean;
  onSelect: (element: string) => void;
}) {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list of elements below does the same by keyboard
    <td
      data-verdict={cell.verdict}
      data-element={cell.name}
      data-selected={selected ? '' : undefined}
      style={{ '--heat': `${Math.round(cell.heat * 100)}%` }}
      onClick={() => onSelect(cell.name)}
    >
      {cell.verdict === 'fail' && <span class="sr-only">wrong: </span>}
      <NumberText value={cell.ratio} digits={1} />
    </td>
  );
}
