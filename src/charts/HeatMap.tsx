import { useMemo, useState } from 'preact/hooks';
import { makeAxis } from './axis.ts';
import { Cursor } from './Cursor.tsx';
import { Drawing } from './Drawing.tsx';
import { Figure, type FigureProps } from './Figure.tsx';
import type { Frame } from './frame.ts';
import { type HeatMapModel, type HeatMapSpec, heatMapModel, heatMapTable, moveCell, opacityOf } from './heat-map.ts';
import { type KeyEntry, spokenEntries } from './key.ts';
import { LINE, layouts } from './layout.ts';
import { Label } from './marks/Label.tsx';
import type { Table } from './table.ts';
import { round, type Tone } from './tone.ts';

export interface HeatMapProps extends HeatMapSpec, FigureProps {
  /** Data table and CSV; default: one row an element. */
  readonly table?: Table;
  /** The cell the cursor is at, null when it leaves. */
  readonly onCursor?: (cell: { readonly row: number; readonly column: number } | null) => void;
}

const MARK_LOOK = { dash: 'solid', shape: 'square', line: false } as const;

/**
 * A matrix as shades, with cells marked; NaN and the infinities are crosses.
 *
 *     <HeatMap title="…" description="…" label="relative error" values={matrix} marked={[[2, 0]]} markLabel="wrong" />
 */
export function HeatMap(props: HeatMapProps) {
  const { title, values, label, tone = 'error', markTone = 'fail' } = props;
  const models = useMemo(() => layouts().map((layout) => heatMapModel(props, layout)), [props]);
  const table = useMemo(() => props.table ?? heatMapTable(props), [props]);
  const [cursor, setCursor] = useState(-1);
  const [{ rows, columns }] = models;
  const index = cursor < rows * columns ? cursor : -1;
  const row = index < 0 ? -1 : Math.floor(index / columns);
  const column = index < 0 ? -1 : index % columns;
  const move = (next: number) => {
    if (next === index) return;
    setCursor(next);
    props.onCursor?.(next < 0 ? null : { row: Math.floor(next / columns), column: next % columns });
  };
  const entries: KeyEntry[] = [
    { key: 'value', label, value: values[row]?.[column] },
    { key: 'element', label: 'element', value: index < 0 ? undefined : elementText(props, row, column) },
    ...(props.marked?.length
      ? [{ key: 'marked', label: props.markLabel ?? 'marked', look: { tone: markTone, ...MARK_LOOK } }]
      : []),
  ];
  const marks = useMemo(
    () => models.map((model) => <Marks key={0} model={model} spec={props} tones={[tone, markTone]} />),
    [models],
  );
  return (
    <Figure {...props} entries={entries} spoken={spokenEntries(entries)} table={table}>
      {(describedBy) =>
        models.map((model, at) => (
          <Drawing
            key={model.layout.name}
            layout={model.layout}
            title={title}
            describedBy={describedBy}
            controls={
              <>
                {index >= 0 && (
                  <rect
                    class="gc-cursor gc-cell-cursor"
                    data-control="cursor"
                    x={round(model.left + column * model.cellWidth)}
                    y={round(model.top + row * model.cellHeight)}
                    width={round(model.cellWidth)}
                    height={round(model.cellHeight)}
                  />
                )}
                <Cursor
                  frame={frameOf(model)}
                  count={rows * columns}
                  index={index}
                  nearest={(x, y) => cellAt(model, x, y)}
                  marks={[]}
                  onMove={move}
                  afterKey={(key, coarse) => moveCell(index, key, coarse, rows, columns)}
                />
              </>
            }
          >
            {marks[at]}
          </Drawing>
        ))
      }
    </Figure>
  );
}

function elementText(
  { rowLabel = 'row', columnLabel = 'column', rowNames, columnNames }: HeatMapSpec,
  r: number,
  c: number,
) {
  return `${rowLabel} ${rowNames?.[r] ?? r}, ${columnLabel} ${columnNames?.[c] ?? c}`;
}

/** The plot of a matrix as a frame, for the cursor. */
function frameOf({ layout, left, top, rows, columns, cellWidth, cellHeight }: HeatMapModel): Frame {
  const plot = { left, top, right: left + columns * cellWidth, bottom: top + rows * cellHeight };
  const axis = (label: string, low: number, high: number) => makeAxis({ label }, [0, 1], [low, high], 2);
  return { layout, plot, x: axis('', plot.left, plot.right), y: axis('', plot.bottom, plot.top), above: [] };
}

function cellAt({ left, top, rows, columns, cellWidth, cellHeight }: HeatMapModel, x: number, y: number): number {
  const column = Math.min(Math.max(Math.floor((x - left) / cellWidth), 0), columns - 1);
  const row = Math.min(Math.max(Math.floor((y - top) / cellHeight), 0), rows - 1);
  return row * columns + column;
}

interface MarksProps {
  readonly model: HeatMapModel;
  readonly spec: HeatMapSpec;
  readonly tones: readonly [Tone, Tone];
}

const SWATCH = { width: 18, height: 9 };

function Marks({ model, spec, tones: [tone, markTone] }: MarksProps) {
  const { left, top, rows, columns, cellWidth, cellHeight, shades, missing, marks, rowNames, columnNames, scale } =
    model;
  const width = round(columns * cellWidth);
  const bottom = top + rows * cellHeight;
  const strip = SWATCH.width * shades.length;
  return (
    <>
      <rect class="gc-outline" x={left} y={top} width={width} height={round(rows * cellHeight)} />
      <g class={`gc-series gc-tone-${tone}`}>
        {shades.map(
          ({ opacity, path }) => path && <path key={opacity} class="gc-cell" fill-opacity={opacity} d={path} />,
        )}
        {missing && <path class="gc-hollow" d={missing} />}
        {shades.map(({ opacity }, index) => (
          <rect
            key={opacity}
            class="gc-cell"
            fill-opacity={opacityOf(index)}
            x={left + index * SWATCH.width}
            y={bottom + 16}
            width={SWATCH.width}
            height={SWATCH.height}
          />
        ))}
      </g>
      {marks && <path class={`gc-marked gc-tone-${markTone}`} d={marks} />}
      <g class="gc-axes">
        <Label class="gc-axis-name" x={0} y={LINE / 2} text={spec.rowLabel ?? 'row'} />
        <Label
          class="gc-axis-name"
          x={Math.max(left + width, left + 60)}
          y={LINE / 2}
          anchor="end"
          text={spec.columnLabel ?? 'column'}
        />
        {rowNames.map(({ index, text }) => (
          <Label key={index} x={left - 7} y={round(top + (index + 0.5) * cellHeight)} anchor="end" text={text} />
        ))}
        {columnNames.map(({ index, text }) => (
          <Label key={index} x={round(left + (index + 0.5) * cellWidth)} y={top - 10} anchor="middle" text={text} />
        ))}
        {scale.map(({ label, share }) => (
          <Label key={label} x={round(left + share * strip)} y={bottom + 36} anchor="middle" text={label} />
        ))}
        <Label class="gc-axis-name" x={left + strip + 14} y={bottom + 21} text={spec.label} />
      </g>
    </>
  );
}
