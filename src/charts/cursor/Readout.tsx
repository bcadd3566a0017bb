import type { Frame } from '../axes/frame.ts';
import { LINE } from '../axes/layout.ts';
import { Swatch } from '../figure/Key.tsx';
import type { KeyEntry } from '../figure/key.ts';
import { rawText } from '../format.ts';
import { Label } from '../labels/Label.tsx';
import { type Kept, MARK, PADDING, placeReadout, readingText, readoutSize } from './readout.ts';

export interface ReadoutProps {
  readonly frame: Frame;
  /** What is read at the cursor: entries that have a value. */
  readonly readings: readonly KeyEntry[];
  /** What it keeps clear of; it stands beside the first. */
  readonly kept: readonly Kept[];
}

/** The values at the cursor, beside it. The figure's live region says the same. */
export function Readout({ frame, readings, kept }: ReadoutProps) {
  const size = readoutSize(readings);
  const { x, y } = placeReadout(size, frame, kept);
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in it takes the focus
    <g class="gc-readout" aria-hidden="true" transform={`translate(${x} ${y})`}>
      <rect {...size} rx={3} />
      {readings.map(({ key, label, look, value }, row) => {
        const middle = (PADDING + LINE) / 2 + row * LINE;
        return (
          <g
            key={key}
            class={look && `gc-tone-${look.tone}`}
            data-value={typeof value === 'number' ? rawText(value) : value}
          >
            {look && <Swatch look={look} x={PADDING} y={middle - 6} />}
            <Label x={PADDING + (look ? MARK : 0)} y={middle} text={label} />
            <Label x={size.width - PADDING} y={middle} anchor="end" text={readingText(value!)} />
          </g>
        );
      })}
    </g>
  );
}
