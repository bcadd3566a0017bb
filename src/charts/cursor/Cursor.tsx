import { useState } from 'preact/hooks';
import type { Frame } from '../axes/frame.ts';
import type { KeyEntry } from '../figure/key.ts';
import { Label } from '../labels/Label.tsx';
import { round, type Tone } from '../marks/tone.ts';
import { useAwake } from '../wake/awake.ts';
import { moveCursor } from './cursor.ts';
import { placeIn } from './pointer.ts';
import { Readout } from './Readout.tsx';
import type { Kept } from './readout.ts';

/** A point under the cursor, to be ringed. */
export interface CursorMark {
  readonly x: number;
  readonly y: number;
  readonly tone: Tone;
}

export interface CursorProps {
  readonly frame: Frame;
  /** Number of places the cursor may stop at, and the one it is at; -1 for none. */
  readonly count: number;
  readonly index: number;
  /** The stop nearest to a place of the drawing; -1 for none. */
  readonly nearest: (x: number, y: number) => number;
  /** The points ringed at the present stop, and whether a vertical line is drawn there. */
  readonly marks: readonly CursorMark[];
  readonly line?: boolean;
  /** What is read there: entries that have a value. */
  readonly readings: readonly KeyEntry[];
  /** Grips, which the read-out must not lie under. */
  readonly grips?: readonly Kept[];
  readonly onMove: (index: number) => void;
  /** Click, or Enter, on a stop. */
  readonly onPick?: (index: number) => void;
}

const RING = 8;
const HINT = 'arrow keys read the values';
/** What the arrow of a mouse covers, and a finger. */
const ARROW = 10;
const FINGER = 40;
/** The read-out follows the pointer in steps of this size. */
const STRIDE = 8;

/**
 * Reads a chart: by pointer (hover or touch), and with the arrow keys once focused; it snaps to the data. For assistive
 * technology it is a slider over the points, and the values are spoken by the figure's live region.
 */
export function Cursor(props: CursorProps) {
  const { frame, count, index, nearest, marks, line = true, readings, grips = [], onMove, onPick } = props;
  const [pointer, setPointer] = useState<Kept | null>(null);
  const awake = useAwake();
  const { left, right, top, bottom } = frame.plot;
  const follow = (event: PointerEvent) => {
    const [x, y] = placeIn(event as PointerEvent & { currentTarget: EventTarget });
    if (pointer === null || Math.hypot(x - pointer.x, y - pointer.y) > STRIDE)
      setPointer({ x, y, radius: event.pointerType === 'touch' ? FINGER : ARROW });
    onMove(nearest(x, y));
  };
  /** A finger that has gone leaves the cursor where it is, and covers nothing any more. */
  const leave = (event: PointerEvent) => (event.pointerType === 'mouse' ? onMove(-1) : setPointer(null));
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key === 'Escape') return onMove(-1);
    if (event.key === 'Enter' && index >= 0) return onPick?.(index);
    const next = moveCursor(index, event.key, event.shiftKey, count);
    if (next === null) return;
    event.preventDefault();
    setPointer(null);
    onMove(next);
  };
  const slider = awake &&
    count > 0 && {
      // In SVG the attribute is case-sensitive: tabIndex would make nothing focusable.
      tabindex: 0,
      role: 'slider' as const,
      'aria-label': 'Cursor over the data points',
      'aria-valuemin': 0,
      'aria-valuemax': count,
      'aria-valuenow': index + 1,
      'aria-valuetext': index < 0 ? 'no point' : `point ${index + 1} of ${count}`,
    };
  const rings = marks.map(({ x, y }) => ({ x, y, radius: RING }));
  const kept = [...(pointer ? [pointer] : []), ...rings, ...grips];
  return (
    <g data-control="cursor">
      {index >= 0 && (
        <g class="gc-cursor">
          {line && marks.length > 0 && <path class="gc-cursor-line" d={`M${round(marks[0].x)} ${top}V${bottom}`} />}
          {marks.map(({ x, y, tone }, place) => (
            <circle key={place} class={`gc-cursor-ring gc-tone-${tone}`} cx={round(x)} cy={round(y)} r={5.5} />
          ))}
          {kept.length > 0 && <Readout frame={frame} readings={readings} kept={kept} />}
        </g>
      )}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: it has the role slider once scripts run */}
      <rect
        class="gc-reader"
        x={left - 6}
        y={top}
        width={right - left + 12}
        height={bottom - top}
        onPointerMove={follow}
        onPointerDown={follow}
        onPointerLeave={leave}
        onClick={() => index >= 0 && onPick?.(index)}
        onKeyDown={onKeyDown}
        {...slider}
      />
      {awake && index < 0 && <Label class="gc-hint gc-label" x={left + 8} y={top + 12} text={HINT} />}
    </g>
  );
}
