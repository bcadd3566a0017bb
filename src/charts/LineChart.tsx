import { useMemo, useState } from 'preact/hooks';
import { gutterOf } from './axes/gutter.ts';
import { layouts } from './axes/layout.ts';
import { nearestStop, type Stop, stopsOf, valuesAt } from './cursor/cursor.ts';
import type { HandleSpec } from './cursor/Handle.tsx';
import { Figure, type FigureProps } from './figure/Figure.tsx';
import { type KeyEntry, spokenEntries } from './figure/key.ts';
import { Plots } from './figure/Plots.tsx';
import { tableOf } from './figure/table.ts';
import { type LineChartSpec, type LineModel, lineModel } from './line-chart.ts';
import { laneSpread } from './marks/series.ts';
import { lookOf } from './marks/tone.ts';
import { lazily } from './wake/lazily.ts';

export interface LineChartProps extends LineChartSpec, FigureProps {
  /** Height over width of the wide drawing; default 0.56. */
  readonly ratio?: number;
  /** Drawn for a narrow place alone: one of several side by side. */
  readonly narrow?: boolean;
  /** Values the reader may drag. */
  readonly handles?: readonly HandleSpec[];
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
  const { title, x, y, series, rules, guides, highlights, ranges, endLabels, ratio, narrow = false, compact } = props;
  const { handles, onPick } = props;
  // The spec keeps its identity while the cursor moves, and while a handle moves if the caller memoises it: then
  // the models and marks below are not computed again.
  const models = useMemo(
    () =>
      lazily(() =>
        layouts(ratio, compact)
          .slice(narrow ? 1 : 0)
          .map((layout) => lineModel(props, layout)),
      ),
    [x, y, series, rules, guides, highlights, ranges, endLabels, ratio, narrow, compact],
  );
  const allStops = useMemo(() => lazily(() => stopsOf(series, models()[0].frame.x)), [models]);
  const table = useMemo(() => props.table ?? (() => tableOf(x.label, series)), [props.table, x, series]);
  const [cursor, setCursor] = useState<number | null>(null);
  const [lit, setLit] = useState<string | null>(null);
  const stop = cursor === null ? undefined : allStops().find((one) => Object.is(one.x, cursor));
  const values = stop === undefined ? [] : valuesAt(series, stop.x);
  const entries = series.map(
    (one, at): KeyEntry => ({
      key: one.key,
      label: one.label,
      look: { ...lookOf(at, one), line: one.line, marks: one.marks },
    }),
  );
  const readings = stop === undefined ? [] : readAt(x.label, stop.x, entries, values);
  return (
    <Figure {...props} entries={entries} spoken={spokenEntries(readings)} table={table} onLight={setLit}>
      {(describedBy) => {
        const stops = allStops();
        return (
          <Plots
            title={title}
            describedBy={describedBy}
            models={models()}
            lit={lit}
            readings={readings}
            handles={handles}
            cursors={models().map((model) => ({
              count: stops.length,
              index: stop === undefined ? -1 : stops.indexOf(stop),
              nearest: (place) => nearestStop(stopsIn(model, stops), place),
              marks: ringsAt(model, stop?.x, values),
              onMove: (next) => setCursor(next < 0 ? null : stops[next].x),
              onPick: onPick && ((picked) => onPick(stops[picked].x)),
            }))}
          />
        );
      }}
    </Figure>
  );
}

/** The place of the cursor, and what each series is there. */
const readAt = (
  label: string,
  x: number,
  entries: readonly KeyEntry[],
  values: readonly (number | undefined)[],
): KeyEntry[] => [
  { key: ' x', label, value: x },
  ...entries.map((entry, at) => ({ ...entry, value: values[at] })).filter(({ value }) => value !== undefined),
];

/** The same stops, at their places in this layout. */
function stopsIn({ frame }: LineModel, stops: readonly Stop[]): Stop[] {
  return stops.map(({ x }) => ({ x, at: frame.x.position(x) }));
}

function ringsAt({ frame, series }: LineModel, x: number | undefined, values: readonly (number | undefined)[]) {
  if (x === undefined) return [];
  return values.flatMap((value, index) => {
    if (value === undefined) return [];
    const inLane = gutterOf(frame.y.kind, value) !== null;
    const y = frame.y.position(value) + (inLane ? laneSpread(index, series.length) : 0);
    const inside = inLane || (y <= frame.y.range[0] && y >= frame.y.range[1]);
    return inside ? [{ x: frame.x.position(x), y, tone: series[index].tone }] : [];
  });
}
