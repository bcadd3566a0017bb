import { DASHES } from '@/charts/marks/tone.ts';
import { LOOKS } from '@/lessons/training/drawing.ts';

/** The line that a run is drawn with. */
export function Sample({ place }: { readonly place: number }) {
  const { tone, dash } = LOOKS[place];
  return (
    <svg class={`gc-swatch gc-tone-${tone}`} viewBox="0 0 42 12" width="42" height="12" aria-hidden="true">
      <path class="gc-line" d="M1 6H41" stroke-dasharray={DASHES[dash]} />
    </svg>
  );
}
