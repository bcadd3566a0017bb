import { rawText, typesetMinus } from '../format.ts';
import { DASHES, shapesAt } from '../marks/tone.ts';
import type { KeyEntry } from './key.ts';
import { RichText } from './RichText.tsx';

export interface KeyProps {
  readonly entries: readonly KeyEntry[];
  /** Called with the key of the entry pointed at, and with null when it is left. */
  readonly onLight?: (key: string | null) => void;
}

/** The key of a chart: what its marks mean, and a number beside each that has one. */
export function Key({ entries, onLight }: KeyProps) {
  return (
    <ul class="gc-key">
      {entries.map(({ key, label, look, value }) => (
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
          {value !== undefined && (
            <span class="gc-key-value" data-value={typeof value === 'number' ? rawText(value) : undefined}>
              {typeof value === 'number' ? typesetMinus(rawText(value)) : value}
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}

/** How a series is drawn; in a key or, at a place, in a drawing. */
export function Swatch({
  look: { dash, shape, line = true, marks = true },
  ...place
}: {
  readonly look: NonNullable<KeyEntry['look']>;
  readonly x?: number;
  readonly y?: number;
}) {
  return (
    <svg {...place} class="gc-swatch gc-series" viewBox="0 0 30 12" width="30" height="12" aria-hidden="true">
      {line && <path class="gc-line" d="M1 6H29" stroke-dasharray={DASHES[dash]} />}
      {marks && <path class="gc-marks" d={shapesAt([[15, 6]], shape)} />}
    </svg>
  );
}
