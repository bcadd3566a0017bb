import type { Frame } from '../axes/frame.ts';
import { Clip } from './Clip.tsx';
import type { DrawnSeries } from './series.ts';
import { DASHES } from './tone.ts';

/** One series: its line, the shapes at its points, and hollow shapes in the gutters for what has no place on the scales. */
export function Curve({ series, frame, lit }: { series: DrawnSeries; frame: Frame; lit: boolean }) {
  const { key, tone, dash, path, marks, gutters } = series;
  return (
    <g class={`gc-series gc-tone-${tone}`} data-key={key} data-lit={lit || undefined}>
      {path && (
        <Clip frame={frame}>
          <path class="gc-line" d={path} stroke-dasharray={DASHES[dash]} />
        </Clip>
      )}
      {marks && <path class="gc-marks" d={marks} />}
      {gutters.map(({ gutter, path: lane }) => (
        <path key={gutter} class="gc-hollow" d={lane} data-gutter={gutter} />
      ))}
    </g>
  );
}
