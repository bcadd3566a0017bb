import { numberText } from '../format.ts';
import type { Look } from '../marks/tone.ts';
import { plainLabel } from './rich.ts';

/** One line of a key or of a read-out: what a mark means, and a value. */
export interface KeyEntry {
  readonly key: string;
  /** With the markup of `rich.ts`. */
  readonly label: string;
  /** How it is drawn; none for a quantity that has no mark of its own, such as that of the x axis. */
  readonly look?: Look & { readonly line?: boolean; readonly marks?: boolean };
  readonly value?: number | string;
}

/** The read-out as a sentence: what the live region says. Empty where no entry has a value. */
export function spokenEntries(entries: readonly KeyEntry[]): string {
  return entries
    .flatMap(({ label, value }) =>
      value === undefined ? [] : [`${plainLabel(label)} ${typeof value === 'number' ? numberText(value) : value}`],
    )
    .join(', ');
}
