import { useMemo } from 'preact/hooks';
import { Axes } from '../axes/Axes.tsx';
import type { Frame } from '../axes/frame.ts';
import { Cursor, type CursorProps } from '../cursor/Cursor.tsx';
import { Handle, type HandleSpec } from '../cursor/Handle.tsx';
import { GRIP, gripPlace } from '../cursor/handle.ts';
import type { Annotations, Segment } from '../labels/annotations.ts';
import { Bands, Labels, Rings, Segments } from '../labels/Notes.tsx';
import { Curve } from '../marks/Curve.tsx';
import type { DrawnSeries } from '../marks/series.ts';
import { Drawing } from './Drawing.tsx';
import type { KeyEntry } from './key.ts';

/** What is drawn over two axes, in one layout. */
export interface PlotModel {
  readonly frame: Frame;
  readonly series: readonly DrawnSeries[];
  readonly annotations: Annotations;
  readonly diagonal?: readonly Segment[];
}

interface PlotsProps {
  readonly title: string;
  readonly describedBy: string;
  /** One a layout. */
  readonly models: readonly PlotModel[];
  /** Key of the series to light up. */
  readonly lit: string | null;
  /** The cursor in each layout. */
  readonly cursors: readonly Omit<CursorProps, 'frame' | 'readings' | 'grips'>[];
  /** What is read at the cursor. */
  readonly readings: readonly KeyEntry[];
  readonly handles?: readonly HandleSpec[];
}

/** The drawings of a chart over two axes, one a layout, with their cursors and handles. */
export function Plots({ title, describedBy, models, lit, cursors, readings, handles = [] }: PlotsProps) {
  // A move of the cursor or of a handle redraws those alone.
  const marks = useMemo(() => models.map((model) => <Marks key={0} model={model} lit={lit} />), [models, lit]);
  return (
    <>
      {models.map(({ frame, series }, at) => (
        <Drawing
          key={frame.layout.name}
          layout={frame.layout}
          title={title}
          describedBy={describedBy}
          lit={lit}
          tones={series.map(({ tone }) => tone)}
          controls={
            <>
              <Cursor frame={frame} readings={readings} grips={handles.map(gripIn(frame))} {...cursors[at]} />
              {handles.map((handle) => (
                <Handle key={handle.label} frame={frame} {...handle} />
              ))}
            </>
          }
        >
          {marks[at]}
        </Drawing>
      ))}
    </>
  );
}

const gripIn = (frame: Frame) => (handle: HandleSpec) => {
  const [x, y] = gripPlace(handle, frame);
  return { x, y, radius: GRIP };
};

function Marks({ model, lit }: { readonly model: PlotModel; readonly lit: string | null }) {
  const { frame, series, annotations, diagonal = [] } = model;
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
