import { Label } from '../labels/Label.tsx';
import { round } from '../marks/tone.ts';
import type { Frame } from './frame.ts';
import { GUTTER_LABELS } from './gutter.ts';
import { LINE } from './layout.ts';

/** Hairline grid, tick labels, gutters and the names of both axes: what lies under the data. */
export function Axes({ frame, grid = 'both' }: { readonly frame: Frame; readonly grid?: 'both' | 'x' | 'y' | 'none' }) {
  const { plot, x, y, layout } = frame;
  const [left, right] = x.range;
  const [bottom, top] = y.range;
  const rows = y.ticks.map(({ value, label }) => ({ label, at: round(y.position(value)) }));
  const columns = x.ticks.map(({ value, label }) => ({ label, at: round(x.position(value)) }));
  let path = '';
  if (grid === 'both' || grid === 'y') for (const { at } of rows) path += `M${left} ${at}H${right}`;
  if (grid === 'both' || grid === 'x') for (const { at } of columns) path += `M${at} ${top}V${bottom}`;
  let lanes = '';
  for (const { at } of y.lanes) lanes += `M${plot.left} ${at}H${plot.right}`;
  for (const { at } of x.lanes) lanes += `M${at} ${plot.top}V${plot.bottom}`;
  return (
    <g class="gc-axes">
      <path class="gc-grid" d={path} />
      {lanes && <path class="gc-lane" d={lanes} />}
      <path class="gc-base" d={`M${left} ${bottom}H${right}`} />
      {rows.map(({ at, label }) => (
        <Label key={label} x={plot.left - 8} y={at} anchor="end" text={label} />
      ))}
      {y.lanes.map(({ gutter, at }) => (
        <Label key={gutter} x={plot.left - 8} y={at} anchor="end" text={GUTTER_LABELS[gutter]} />
      ))}
      {columns.map(({ at, label }) => (
        <Label key={label} x={at} y={plot.bottom + 13} anchor="middle" text={label} />
      ))}
      {x.lanes.map(({ gutter, at }) => (
        <Label key={gutter} x={at} y={plot.bottom + 13} anchor="middle" text={GUTTER_LABELS[gutter]} />
      ))}
      <Label class="gc-axis-name" x={0} y={LINE / 2 + 1} text={y.label} />
      <Label class="gc-axis-name" x={plot.right} y={layout.height - LINE / 2} anchor="end" text={x.label} />
    </g>
  );
}
