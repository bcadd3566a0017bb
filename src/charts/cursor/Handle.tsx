import { useRef } from 'preact/hooks';
import type { Frame } from '../axes/frame.ts';
import { decimalText, numberText } from '../format.ts';
import { round, type Tone } from '../marks/tone.ts';
import { useAwake } from '../wake/awake.ts';
import { clamp, GRIP, gripPlace, type Limits, valueAfterKey } from './handle.ts';
import { placeIn } from './pointer.ts';

/** A value the reader may drag along an axis, with the pointer or with the keys. */
export interface HandleSpec extends Limits {
  /** Accessible name; unique within the chart. */
  readonly label: string;
  readonly axis: 'x' | 'y';
  readonly value: number;
  /** Where the grip stands on the other axis, in data units; default: at its lower end. */
  readonly at?: number;
  /** Draw a line across the plot at the value; default true where `at` is not given. */
  readonly rule?: boolean;
  readonly tone?: Tone;
  /** Size of a key step: decades on a log axis, units on the others. */
  readonly step?: number;
  /** The value in words, for assistive technology; default: six digits. */
  readonly text?: (value: number) => string;
  readonly onChange: (value: number) => void;
}

/** As a decimal, for ARIA knows no exponents (1e-13 would be none); the type of these attributes knows numbers alone. */
const aria = (value: number) => decimalText(value) as unknown as number;

/** Half of a target of 24 px or more where the drawing is smallest (0.85 px a unit). */
const REACH = 17;

/** A grip that slides along one axis. */
export function Handle(props: HandleSpec & { readonly frame: Frame }) {
  const { frame, label, axis: direction, value, at, min, max, tone = 'ink', step, text, onChange } = props;
  const { rule = at === undefined } = props;
  const awake = useAwake();
  const offset = useRef<number | null>(null);
  const vertical = direction === 'y';
  const axis = vertical ? frame.y : frame.x;
  const [x, y] = gripPlace(props, frame);
  const along = vertical ? y : x;
  const { left, right, top, bottom } = frame.plot;
  const path = vertical ? `M${left} ${round(y)}H${right}` : `M${round(x)} ${top}V${bottom}`;
  const limits = { min: Math.max(min, axis.domain[0]), max: Math.min(max, axis.domain[1]) };
  const place = (event: PointerEvent) =>
    placeIn(event as PointerEvent & { currentTarget: EventTarget })[vertical ? 1 : 0];
  const move = (next: number) => {
    if (next !== value) onChange(next);
  };
  const onPointerDown = (event: PointerEvent) => {
    if (event.button !== 0) return;
    (event.currentTarget as Element).setPointerCapture(event.pointerId);
    // The grip stays under the finger where it was taken hold of.
    offset.current = place(event) - along;
  };
  const onPointerMove = (event: PointerEvent) => {
    if (offset.current !== null) move(clamp(axis.invert(place(event) - offset.current), limits));
  };
  const release = () => {
    offset.current = null;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const next = valueAfterKey(event.key, event.shiftKey, value, axis, limits, step);
    if (next === null) return;
    event.preventDefault();
    move(next);
  };
  const slider = awake && {
    // In SVG the attribute is case-sensitive: tabIndex would make nothing focusable.
    tabindex: 0,
    role: 'slider' as const,
    'aria-label': label,
    'aria-orientation': vertical ? ('vertical' as const) : ('horizontal' as const),
    'aria-valuemin': aria(limits.min),
    'aria-valuemax': aria(limits.max),
    'aria-valuenow': aria(value),
    'aria-valuetext': text ? text(value) : numberText(value),
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it has the role slider once scripts run
    <g
      class={`gc-handle gc-tone-${tone}`}
      data-axis={direction}
      data-control="handle"
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={release}
      onPointerCancel={release}
      onKeyDown={onKeyDown}
      {...slider}
    >
      {rule && <path class="gc-target-line" d={path} />}
      {rule && <path class="gc-handle-rule" d={path} />}
      <circle class="gc-target" cx={round(x)} cy={round(y)} r={REACH} />
      <circle class="gc-grip" cx={round(x)} cy={round(y)} r={GRIP} />
    </g>
  );
}
