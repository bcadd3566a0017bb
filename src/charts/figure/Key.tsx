import { rawText, typesetMinus } from '../format.ts';
import { DASHES, shapesAt } from '../marks/tone.ts';
import type { KeyEntry } from './key.ts';
import { RichText } from './RichText.tsx';

export interface KeyProps {
  readonly entries: readonly KeyEntry[];
  /** Shown in the first line while there is no value: how to get one. */
  readonly hint?: string;
  /** Called with the key of the entry pointed at, and with null when it is left. */
  readonly onLight?: (key: string | null) => void;
}

/**
 * The key of a chart and its read-out in one: names and marks stand there from the start, values come and go beside
 * them in room that is reserved, so that nothing moves.
 */
export function Key({ entries, hint, onLight }: KeyProps) {
  return (
    <ul class="gc-key">
      {entries.map(({ key, label, look, value }, index) => (
        <li
          key={key}
          class={look && `gc-tone-${look.tone}`}
          onPointerEnter={look && onLight ? () => onLight(key) : undefined}
          onPointerLeave={look && onLight ? () => onLight(null) : undefined}
        >
          {look && <Swatch look={look} />}
          <span class="gc-key-name">
            <RichText text={label} />
          </span>
          <span class="gc-key-value" data-value={typeof value === 'number' ? rawText(value) : undefined}>
            {typeof value === 'number' ? typesetMinus(rawText(value)) : value}
            {index === 0 && value === undefined && hint && <span class="gc-hint">{hint}</span>}
          </span>
        </li>
      ))}
    </ul>
  );
}

function Swatch({
  look: { dash, shape, line = true, marks = true },
}: {
  readonly look: NonNullable<KeyEntry['look']>;
}) {
  return (
    <svg class="gc-swatch gc-series" viewBox="0 0 30 12" width="30" height="12" aria-hidden="true">
      {line && <path class="gc-line" d="M1 6H29" stroke-dasharray={DASHES[dash]} />}
      {marks && <path class="gc-marks" d={shapesAt([[15, 6]], shape)} />}
    </svg>
  );
}
