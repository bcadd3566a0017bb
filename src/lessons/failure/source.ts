/** The text or files that the reader gave, and how much of them the text box shows. */
import { countTurns, hiddenIn, nameShown } from '@/input/hidden.ts';
import type { ReadingQuestion } from './question.ts';

export type Source =
  | { readonly kind: 'sample'; readonly id: string; readonly text: string }
  | { readonly kind: 'typed'; readonly text: string }
  /** Too long for a box, or no text: kept beside it. */
  | {
      readonly kind: 'held';
      readonly name: string;
      readonly bytes: number;
      readonly read: Pick<ReadingQuestion, 'text' | 'files'>;
    };

/** Characters up to which a text stands in the box; a browser takes seconds to lay out millions. */
const MOST_IN_BOX = 50_000;

/** Characters that turn a text round, up to which it stands in the box: they take a browser as long by the thousand. */
const MOST_TURNS = 1000;

/** Characters of a longer text that the box shows. */
const HEAD = 2000;

/** Bytes that are read at most. */
export const MOST_BYTES = 20_000_000;

/** A text that was typed or pasted. */
export const fromText = (text: string): Source =>
  text.length <= MOST_IN_BOX && countTurns(text) <= MOST_TURNS
    ? { kind: 'typed', text }
    : { kind: 'held', name: 'Your text', bytes: text.length, read: { text } };

/** Files that were opened or dropped. */
export const fromFiles = (files: NonNullable<ReadingQuestion['files']>): Source => ({
  kind: 'held',
  name: nameShown(files.map(({ name }) => name).join(', ')),
  bytes: files.reduce((sum, { bytes }) => sum + bytes.length, 0),
  read: { files },
});

/** What stands in the box. */
export const boxText = (source: Source): string =>
  source.kind === 'held' ? (source.read.text ?? '').slice(0, HEAD) : source.text;

const megabytes = (bytes: number): string =>
  bytes < 100_000 ? `${(bytes / 1000).toFixed(1)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;

/** Says that more is read than the box shows; empty where the box shows everything. */
export function heldText(source: Source): string {
  const hidden = hiddenIn(boxText(source));
  const held = ofHeld(source);
  return hidden === '' ? held : `${held} Characters in it that cannot be seen: ${hidden}`.trim();
}

function ofHeld(source: Source): string {
  if (source.kind !== 'held') return '';
  const size = `${source.name}: ${megabytes(source.bytes)}`;
  return source.read.text === undefined
    ? `${size}, read. Type or paste to replace it.`
    : `${size}, all of it read; the box shows the beginning. What you type or paste replaces it.`;
}

/** Why something is not read at all; undefined where it is. */
export const refusal = (bytes: number): string | undefined =>
  bytes <= MOST_BYTES
    ? undefined
    : `This is ${megabytes(bytes)}; up to ${megabytes(MOST_BYTES)} are read. Cut out the part with the two gradients.`;

/** What the reader has corrected of the reading. */
export type Corrections = Pick<ReadingQuestion, 'swapped' | 'format'>;

/** What to ask the reading worker; undefined where there is nothing to read. */
export function questionOf(source: Source, corrections: Corrections): ReadingQuestion | undefined {
  if (source.kind === 'held') return { ...source.read, ...corrections };
  return source.text.trim() === '' ? undefined : { text: source.text, ...corrections };
}
