/** The place of an error under the text that it is in, as compilers show it. */

export interface Caret {
  /** The text, or as much of it as a narrow screen has room for. */
  readonly text: string;
  /** Blanks and carets, to stand below it in a font of equal widths. */
  readonly marks: string;
}

const ROOM = 34;

/** Shows `length` characters from `position` on (counted from 0) in one line of text. */
export function caretUnder(text: string, position: number, length: number): Caret {
  const line = text.replace(/\s/g, ' ');
  const at = Math.min(Math.max(0, position), line.length);
  const start = line.length <= ROOM ? 0 : Math.max(0, Math.min(at - ROOM / 2, line.length + 1 - ROOM));
  const piece = line.slice(start, start + ROOM);
  const before = start > 0 ? '…' : '';
  const after = start + ROOM < line.length ? '…' : '';
  const blanks = before.length + at - start;
  const carets = Math.max(1, Math.min(length, before.length + piece.length - blanks));
  return { text: `${before}${piece}${after}`, marks: `${' '.repeat(blanks)}${'^'.repeat(carets)}` };
}
