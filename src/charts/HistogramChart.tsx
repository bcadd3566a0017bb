import { useMemo, useState } from 'preact/hooks';
import { annotate } from './annotations.ts';
import { Cursor } from './Cursor.tsx';
import { nearestStop } from './cursor.ts';
import { Drawing } from './Drawing.tsx';
import { Figure, type FigureProps } from './Figure.tsx';
import { Handle, type HandleSpec } from './Handle.tsx';
import { binText, type HistogramModel, type HistogramSpec, histogramModel, histogramTable } from './histogram.ts';
import { type KeyEntry, spokenEntries } from './key.ts';
import { layouts } from './layout.ts';
import { Axes } from './marks/Axes.tsx';
import { Label } from './marks/Label.tsx';
import { Labels, Segments } from './marks/Notes.tsx';
import type { Table } from './table.ts';

export interface HistogramChartProps extends HistogramSpec, FigureProps {
  /** Height over width of the wide drawing; default 0.5. */
  readonly ratio?: number;
  /** A threshold to drag along the axis; the key then says how much of each distribution lies on either side. */
  readonly threshold?: HandleSpec;
  readonly lit?: string | null;
  /** Data table and CSV; default: the counts by bin. */
  readonly table?: Table;
}

/**
 * Where the values of two or more groups fall: a histogram each, one above the other, over one axis.
 *
 *     <HistogramChart title="…" description="…" x={{ label: 'relative error', kind: 'log' }}
 *       distributions={[{ key: 'right', label: 'right', values }, …]} threshold={handle} />
 */
export function HistogramChart(props: HistogramChartProps) {
  const { title, x, distributions, ratio = 0.5, threshold } = props;
  const models = useMemo(() => layouts(ratio).map((layout) => histogramModel(props, layout)), [props]);
  const table = useMemo(() => props.table ?? histogramTable(models[0].bins, distributions), [models]);
  const [cursor, setCursor] = useState(-1);
  const [pointedAt, setPointedAt] = useState<string | null>(null);
  const lit = pointedAt ?? props.lit ?? null;
  const { bins } = models[0];
  const index = cursor < bins.length ? cursor : -1;
  const bin = bins[index];
  const entries: KeyEntry[] = [
    { key: ' x', label: x.label, value: bin && binText(bin) },
    ...distributions.map(({ key, label, values }, at) => ({
      key,
      label,
      look: { tone: models[0].rows[at].tone, dash: 'solid' as const, shape: 'square' as const, line: false },
      value: bin ? `${bin.counts[at]} of ${values.length}` : threshold && sideText(values, threshold.value),
    })),
  ];
  const marks = useMemo(
    () => models.map((model) => <Marks key={0} model={model} spec={props} lit={lit} />),
    [models, lit],
  );
  return (
    <Figure {...props} entries={entries} spoken={bin && spokenEntries(entries)} table={table} onLight={setPointedAt}>
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
                  count={bins.length}
                  index={index}
                  nearest={(place) =>
                    nearestStop(
                      model.bins.map((one) => ({ x: one.from, at: one.at })),
                      place,
                    )
                  }
                  marks={
                    index < 0 ? [] : model.rows.map(({ base, tone }) => ({ x: model.bins[index].at, y: base, tone }))
                  }
                  onMove={setCursor}
                />
                {threshold && <Handle frame={model.frame} {...threshold} />}
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

/** NaN lies on neither side of a threshold. */
function sideText(values: readonly number[], threshold: number): string {
  const below = values.filter((value) => value < threshold).length;
  const above = values.filter((value) => value >= threshold).length;
  return `${below} below, ${above} above`;
}

interface MarksProps {
  readonly model: HistogramModel;
  readonly spec: HistogramSpec;
  readonly lit: string | null;
}

function Marks({ model, spec: { rules }, lit }: MarksProps) {
  const { frame, rows } = model;
  const { rules: segments, labels } = annotate(frame, { rules });
  return (
    <>
      <Axes frame={frame} grid="x" />
      {rows.map(({ key, label, tone, path, base, top, ticks }) => (
        <g key={key} class={`gc-series gc-tone-${tone}`} data-key={key} data-lit={key === lit || undefined}>
          <path class="gc-grid" d={ticks.map(({ at }) => `M${frame.plot.left} ${at}H${frame.plot.right}`).join('')} />
          <g class="gc-axes">
            {ticks.map((tick) => (
              <Label key={tick.label} x={frame.plot.left - 6} y={tick.at} anchor="end" text={tick.label} />
            ))}
          </g>
          <path class="gc-bar" d={path} />
          <path class="gc-base" d={`M${frame.plot.left} ${base}H${frame.plot.right}`} />
          <Label class="gc-label" x={frame.x.range[0] + 3} y={top - 10} text={label} />
        </g>
      ))}
      <Segments kind="rule" segments={segments} />
      <Labels labels={labels} />
    </>
  );
}
