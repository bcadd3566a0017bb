import { placeIn } from '@/charts/cursor/pointer.ts';
import type { Tone } from '@/charts/marks/tone.ts';
import { useAwake } from '@/charts/wake/awake.ts';
import { type PlaneVector, REACH, tipAfterKey, tipAt } from '@/lessons/gradient-checker/arrows.ts';

const CENTRE = 120;
const SCALE = 105 / REACH;

/** From units of the gradient to units of the drawing, whose y points down. */
export const toPicture = ([x, y]: PlaneVector): PlaneVector => [
  Number((CENTRE + SCALE * x).toFixed(1)),
  Number((CENTRE - SCALE * y).toFixed(1)),
];

interface TipProps {
  readonly name: string;
  readonly label: string;
  readonly tone: Tone;
  readonly at: PlaneVector;
  readonly onMove: (to: [number, number]) => void;
}

/** The tip of an arrow, to pull anywhere by the pointer or the arrow keys. */
export function Tip({ name, label, tone, at, onMove }: TipProps) {
  const awake = useAwake();
  const [cx, cy] = toPicture(at);
  const follow = (event: PointerEvent) => {
    const target = event.currentTarget as Element;
    if (!target.hasPointerCapture(event.pointerId)) return;
    const [px, py] = placeIn(event);
    onMove(tipAt([(px - CENTRE) / SCALE, (CENTRE - py) / SCALE]));
  };
  const onPointerDown = (event: PointerEvent) => {
    if (event.button === 0) (event.currentTarget as Element).setPointerCapture(event.pointerId);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const to = tipAfterKey(at, event.key, event.shiftKey);
    if (to === undefined) return;
    event.preventDefault();
    onMove(to);
  };
  // A slider has one value, a place in the plane two: the spoken text has both.
  const slider = awake && {
    tabindex: 0,
    role: 'slider' as const,
    'aria-label': label,
    'aria-valuemin': -REACH,
    'aria-valuemax': REACH,
    'aria-valuenow': at[0],
    'aria-valuetext': `${at[0]} to the right, ${at[1]} up`,
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it has the role slider once scripts run
    <g
      class={`gc-handle gc-tone-${tone}`}
      data-control="handle"
      data-axis="both"
      onPointerDown={onPointerDown}
      onPointerMove={follow}
      onKeyDown={onKeyDown}
      {...slider}
    >
      <circle class="gc-target" cx={cx} cy={cy} r={17} />
      <circle class="gc-grip" cx={cx} cy={cy} r={9} />
      <text class="arrows-name" x={cx} y={cy}>
        {name}
      </text>
    </g>
  );
}
