import { useMemo, useState } from 'preact/hooks';
import { Cursor } from './Cursor.tsx';
import { Drawing } from './Drawing.tsx';
import { Figure, type FigureProps } from './Figure.tsx';
import { Handle, type HandleSpec } from './Handle.tsx';
import { type KeyEntry, spokenEntries } from './key.ts';
import { layouts } from './layout.ts';
import { Axes } from './marks/Axes.tsx';
import { Curve } from './marks/Curve.tsx';
import { Bands, Labels, Rings, Segments } from './marks/Notes.tsx';
import {
  nearestPoint,
  placePoints,
  type ScatterModel,
  type ScatterSpec,
  scatterModel,
  scatterTable,
} from './scatter.ts';
import type { Table } from './table.ts';
import { lookOf } from './tone.ts';

export interface ScatterChartProps extends ScatterSpec, FigureProps {
  /** Height over width of the wide drawing; default 0.72. */
  readonly ratio?: number;
  /** Key of a group to light up. */
  readonly lit?: string | null;
  readonly handles?: readonly HandleSpec[];
  /** Data table and CSV; default: one row a point. */
  readonly table?: Table;
  /** The point the cursor is at, by its name; null when it leaves or the point has none. */
  readonly onCursor?: (name: string | null) => void;
}

/**
 * Points of one or more groups, with the diagonal on which both coordinates agree.
 *
 *     <ScatterChart title="…" description="…" x={{ label: 'analytic', kind: 'symlog' }}
 *       y={{ label: 'numeric', kind: 'symlog' }} groups={[{ key: 'W1', label: 'W1', points }]} />
 */
export function ScatterChart(props: ScatterChartProps) {
  const { title, x, y, groups, ratio = 0.72, handles = [], onCursor } = props;
  const models = useMemo(() => layouts(ratio).map((layout) => scatterModel(props, layout)), [props]);
  const places = useMemo(() => models.map(({ frame }) => placePoints(groups, frame)), [models]);
  const table = useMemo(() => props.table ?? scatterTable(props), [props]);
  const [cursor, setCursor] = useState(-1);
  const [pointedAt, setPointedAt] = useState<string | null>(null);
  const lit = pointedAt ?? props.lit ?? null;
  const marks = useMemo(() => models.map((model) => <Marks key={0} model={model} lit={lit} />), [models, lit]);
  const index = cursor < places[0].length ? cursor : -1;
  const point = places[0][index];
  const move = (next: number) => {
    if (next === cursor) return;
    setCursor(next);
    onCursor?.(places[0][next]?.name ?? null);
  };
  const entries: KeyEntry[] = [
    { key: ' x', label: x.label, value: point?.x },
    { key: ' y', label: y.label, value: point?.y },
    ...groups.map((group, at) => ({
      key: group.key,
      label: group.label,
      look: { ...lookOf(at, group), line: false },
      value: point?.group === at ? point.name : undefined,
    })),
  ];
  return (
    <Figure {...props} entries={entries} spoken={spokenEntries(entries)} table={table} onLight={setPointedAt}>
      {(describedBy) =>
        models.map((model, at) => {
          const here = places[at][index];
          return (
            <Drawing
              key={model.frame.layout.name}
              layout={model.frame.layout}
              title={title}
              describedBy={describedBy}
              lit={lit}
              controls={
                <>
                  <Cursor
                    frame={model.frame}
                    count={places[at].length}
                    index={index}
                    nearest={(px, py) => nearestPoint(places[at], px, py)}
                    marks={here ? [{ x: here.px, y: here.py, tone: model.series[here.group].tone }] : []}
                    line={false}
                    onMove={move}
                  />
                  {handles.map((handle) => (
                    <Handle key={handle.label} frame={model.frame} {...handle} />
                  ))}
                </>
              }
            >
              {marks[at]}
            </Drawing>
          );
        })
      }
    </Figure>
  );
}

function Marks({ model, lit }: { readonly model: ScatterModel; readonly lit: string | null }) {
  const { frame, series, diagonal, annotations } = model;
  return (
    <>
      <Bands bands={annotations.bands} />
      <Axes frame={frame} />
      <Segments kind="diagonal" segments={diagonal} />
      <Segments kind="guide" segments={annotations.guides} />
      <Segments kind="rule" segments={annotations.rules} />
      {series.map((one) => (
        <Curve key={one.key} series={one} frame={frame} lit={one.key === lit} />
      ))}
      <Rings rings={annotations.rings} />
      <Labels labels={annotations.labels} />
    </>
  );
}
