import { useMemo, useState } from 'preact/hooks';
import { layouts } from './axes/layout.ts';
import { Figure, type FigureProps } from './figure/Figure.tsx';
import { type KeyEntry, spokenEntries } from './figure/key.ts';
import { Plots } from './figure/Plots.tsx';
import type { TableSource } from './figure/table.ts';
import { lookOf } from './marks/tone.ts';
import { nearestPoint, placePoints, type ScatterSpec, scatterModel, scatterTable } from './scatter.ts';
import { lazily } from './wake/lazily.ts';

export interface ScatterChartProps extends ScatterSpec, FigureProps {
  /** Height over width of the wide drawing; default 0.72. */
  readonly ratio?: number;
  /** Data table and CSV; default: one row a point. */
  readonly table?: TableSource;
}

/**
 * Points of one or more groups, with the diagonal on which both coordinates agree.
 *
 *     <ScatterChart title="…" description="…" x={{ label: 'analytic', kind: 'symlog' }}
 *       y={{ label: 'numeric', kind: 'symlog' }} groups={[{ key: 'W1', label: 'W1', points }]} />
 */
export function ScatterChart(props: ScatterChartProps) {
  const { title, x, y, groups, ratio = 0.72 } = props;
  const models = useMemo(
    () => lazily(() => layouts(ratio, props.compact).map((layout) => scatterModel(props, layout))),
    [props],
  );
  const places = useMemo(() => lazily(() => models().map(({ frame }) => placePoints(groups, frame))), [models]);
  const table = useMemo(() => props.table ?? (() => scatterTable(props)), [props]);
  const [cursor, setCursor] = useState(-1);
  const [lit, setLit] = useState<string | null>(null);
  const point = cursor < 0 ? undefined : places()[0][cursor];
  const entries = groups.map(
    (group, at): KeyEntry => ({
      key: group.key,
      label: group.label,
      look: { ...lookOf(at, group), line: false },
    }),
  );
  const readings: KeyEntry[] = point
    ? [
        { ...entries[point.group], value: point.name ?? '' },
        { key: ' x', label: x.label, value: point.x },
        { key: ' y', label: y.label, value: point.y },
      ]
    : [];
  return (
    <Figure {...props} entries={entries} spoken={spokenEntries(readings)} table={table} onLight={setLit}>
      {(describedBy) => (
        <Plots
          title={title}
          describedBy={describedBy}
          models={models()}
          lit={lit}
          readings={readings}
          cursors={models().map(({ series }, at) => {
            const points = places()[at];
            const here = points[cursor];
            return {
              count: points.length,
              index: here ? cursor : -1,
              nearest: (x, y) => nearestPoint(points, x, y),
              marks: here ? [{ x: here.px, y: here.py, tone: series[here.group].tone }] : [],
              line: false,
              onMove: setCursor,
            };
          })}
        />
      )}
    </Figure>
  );
}
