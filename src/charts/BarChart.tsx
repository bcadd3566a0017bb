import { useMemo } from 'preact/hooks';
import { Axes } from './axes/Axes.tsx';
import { layouts } from './axes/layout.ts';
import { type BarChartSpec, type BarModel, barModel, barTable } from './bar-chart.ts';
import { Drawing } from './figure/Drawing.tsx';
import { Figure, type FigureProps } from './figure/Figure.tsx';
import type { TableSource } from './figure/table.ts';
import { Label } from './labels/Label.tsx';
import { round, shapesAt } from './marks/tone.ts';
import { lazily } from './wake/lazily.ts';

export interface BarChartProps extends BarChartSpec, FigureProps {
  /** Data table and CSV; default: one row a bar. */
  readonly table?: TableSource;
}

const HALF = 7;

/**
 * One bar a name, each with its value at its end, so that nothing need be pointed at.
 *
 *     <BarChart title="…" description="…" of="checker" x={{ label: 'wrong verdicts' }} bars={[{ key, label, value }]} />
 */
export function BarChart(props: BarChartProps) {
  const { title } = props;
  const models = useMemo(() => lazily(() => layouts().map((layout) => barModel(props, layout))), [props]);
  const table = useMemo(() => props.table ?? (() => barTable(props)), [props]);
  return (
    <Figure {...props} table={table}>
      {(describedBy) =>
        models().map((model) => (
          <Drawing key={model.frame.layout.name} layout={model.frame.layout} title={title} describedBy={describedBy}>
            <Marks model={model} />
          </Drawing>
        ))
      }
    </Figure>
  );
}

function Marks({ model: { frame, bars } }: { readonly model: BarModel }) {
  return (
    <>
      <Axes frame={frame} grid="x" />
      {bars.map(({ key, label, tone, left, right, gutter, text }, index) => {
        const { middle, labelX, labelY } = frame.rows[index];
        return (
          <g key={key} class={`gc-series gc-tone-${tone}`} data-key={key}>
            {gutter === null ? (
              <rect
                class="gc-bar"
                x={round(left)}
                y={round(middle - HALF)}
                width={round(Math.max(right - left, 1))}
                height={2 * HALF}
              />
            ) : (
              <path
                class="gc-hollow"
                data-gutter={gutter}
                d={shapesAt([[left, middle]], gutter === 'nan' ? 'cross' : 'diamond')}
              />
            )}
            <Label class="gc-name" x={labelX} y={labelY} anchor={frame.beside ? 'end' : 'start'} text={label} />
            <Label class="gc-name gc-label" x={round(text.x)} y={middle} anchor={text.anchor} text={text.label} />
          </g>
        );
      })}
    </>
  );
}
