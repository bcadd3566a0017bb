import { useMemo, useState } from 'preact/hooks';
import { Cursor } from './Cursor.tsx';
import { nearestStop, type Stop, stopsOf, valuesAt } from './cursor.ts';
import { Drawing } from './Drawing.tsx';
import { Figure, type FigureProps } from './Figure.tsx';
import { gutterOf } from './gutter.ts';
import { Handle, type HandleSpec } from './Handle.tsx';
import { type KeyEntry, spokenEntries } from './key.ts';
import { layouts } from './layout.ts';
import { type LineChartSpec, type LineModel, lineModel } from './line-chart.ts';
import { Axes } from './marks/Axes.tsx';
import { Curve } from './marks/Curve.tsx';
import { Bands, Labels, Rings, Segments } from './marks/Notes.tsx';
import { laneSpread } from './series.ts';
import { type Table, tableOf } from './table.ts';
import { lookOf } from './tone.ts';

export interface LineChartProps extends LineChartSpec, FigureProps {
  /** Height over width of the wide drawing; default 0.56. */
  readonly ratio?: number;
  /** Key of a series to light up, as when the reader points at its name in the prose. */
  readonly lit?: string | null;
  /** Values the reader may drag. */
  readonly handles?: readonly HandleSpec[];
  /** Data table and CSV; default: the points of all series by x. */
  readonly table?: Table;
  /** The x the cursor is at, null when it leaves. */
  readonly onCursor?: (x: number | null) => void;
  /** The x of a point that was clicked, or chosen with Enter. */
  readonly onPick?: (x: number) => void;
}

/**
 * Curves over two axes, each linear, logarithmic or symmetric-logarithmic: error curves, functions with their secants,
 * loss curves. Reference lines, slope guides, ranges and highlights say what there is to see.
 *
 *     <LineChart title="Error against step" description="…" x={{ label: 'step *h*', kind: 'log' }}
 *       y={{ label: 'relative error', kind: 'log' }} series={[{ key: 'central', label: 'central', points }]} />
 */
export function LineChart(props: LineChartProps) {
  const { title, x, y, series, rules, guides, highlights, ranges, endLabels, ratio } = props;
  const { handles = [], onCursor, onPick } = props;
  // What is drawn keeps its identity while the cursor moves, and while a handle does if the caller keeps its spec: then
  // the models and marks below are those of the last render.
  const models = useMemo(
    () => layouts(ratio).map((layout) => lineModel(props, layout)),
    [x, y, series, rules, guides, highlights, ranges, endLabels, ratio],
  );
  const stops = useMemo(() => stopsOf(series, models[0].frame.x), [models]);
  const table = useMemo(() => props.table ?? tableOf(x.label, series), [props.table, x, series]);
  const [cursor, setCursor] = useState<number | null>(null);
  const [pointedAt, setPointedAt] = useState<string | null>(null);
  const lit = pointedAt ?? props.lit ?? null;
  const index = cursor === null ? -1 : stops.findIndex((stop) => Object.is(stop.x, cursor));
  const values = index < 0 ? [] : valuesAt(series, stops[index].x);
  const move = (next: number) => {
    const at = next < 0 ? null : stops[next].x;
    if (Object.is(at, cursor)) return;
    setCursor(at);
    onCursor?.(at);
  };
  const marks = useMemo(() => models.map((model) => <Marks key={0} model={model} lit={lit} />), [models, lit]);
  const entries: KeyEntry[] = [
    { key: ' x', label: x.label, value: index < 0 ? undefined : stops[index].x },
    ...series.map((one, at) => ({
      key: one.key,
      label: one.label,
      look: { ...lookOf(at, one), line: one.line, marks: one.marks },
      value: values[at],
    })),
  ];
  return (
    <Figure {...props} entries={entries} spoken={spokenEntries(entries)} table={table} onLight={setPointedAt}>
      {(describedBy) =>
        models.map((model, at) => (
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
                  count={stops.length}
                  index={index}
                  nearest={(place) => nearestStop(stopsIn(model, stops), place)}
                  marks={ringsAt(model, index < 0 ? null : stops[index].x, values)}
                  onMove={move}
                  onPick={onPick && ((stop) => onPick(stops[stop].x))}
                />
                {handles.map((handle) => (
                  <Handle key={handle.label} frame={model.frame} {...handle} />
                ))}
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

function Marks({ model, lit }: { readonly model: LineModel; readonly lit: string | null }) {
  const { frame, series, annotations } = model;
  return (
    <>
      <Bands bands={annotations.bands} />
      <Axes frame={frame} />
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

/** The same stops, at their places in this layout. */
function stopsIn({ frame }: LineModel, stops: readonly Stop[]): Stop[] {
  return stops.map(({ x }) => ({ x, at: frame.x.position(x) }));
}

function ringsAt({ frame, series }: LineModel, x: number | null, values: readonly (number | undefined)[]) {
  if (x === null) return [];
  return values.flatMap((value, index) => {
    if (value === undefined) return [];
    const inLane = gutterOf(frame.y.kind, value) !== null;
    const y = frame.y.position(value) + (inLane ? laneSpread(index, series.length) : 0);
    const inside = inLane || (y <= frame.y.range[0] && y >= frame.y.range[1]);
    return inside ? [{ x: frame.x.position(x), y, tone: series[index].tone }] : [];
  });
}
