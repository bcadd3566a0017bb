import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import type { Step } from '@/lessons/directions/search.ts';
import { stepText } from '@/lessons/directions/words.ts';
import type { Reveal } from './use-reveal.ts';

/** Comparison by comparison: what was compared last, and what came of it. */
export function Replay({
  steps,
  reveal: { shown, playing, show, play },
  children,
}: {
  readonly steps: readonly Step[];
  readonly reveal: Reveal;
  readonly children?: ComponentChildren;
}) {
  const id = useId();
  const last = steps[shown - 1];
  return (
    <div class="directions-replay">
      <div class="directions-scrub needs-script">
        <label for={id}>Comparison</label>
        <input
          id={id}
          type="range"
          min={0}
          max={Math.max(1, steps.length)}
          step={1}
          value={shown}
          aria-valuetext={`${shown} of ${steps.length}`}
          onInput={(event) => show(Math.min(steps.length, Number(event.currentTarget.value)))}
        />
        <button type="button" onClick={playing ? () => show(shown) : play} disabled={steps.length === 0}>
          {playing ? 'Pause' : 'Play'}
        </button>
      </div>
      {children}
      <p class="directions-step">
        {last ? `${shown} of ${steps.length}: ${stepText(last)}` : `${steps.length} comparisons.`}
      </p>
    </div>
  );
}
