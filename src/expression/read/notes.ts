import type { Span } from '../errors.ts';
import { printSyntax } from '../write/print-syntax.ts';
import { TEXT } from '../write/text.ts';
import type { Syntax } from './syntax.ts';

/** Kinds of notes: about a product or a function without its sign, a name, the use of a vector, or text that is left out. */
export type NoteCode = 'product' | 'application' | 'name' | 'vector' | 'head';

/** A place that could have been read in another way, and how it was read. */
export interface Note extends Span {
  readonly code: NoteCode;
  /** A sentence with the place in it: "read as `2*x`, at 1". */
  readonly message: string;
}

export function noteAt(code: NoteCode, text: string, { position, length }: Span): Note {
  return { code, message: `${text}, at ${position + 1}`, position, length };
}

/** Signs of code in a note; of a longer one the beginning will do. */
const LONGEST = 120;

/** A piece of a formula in plain spelling, as code within a sentence. */
export function quoted(syntax: Syntax): string {
  const text = printSyntax(syntax, TEXT);
  return `\`${text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text}\``;
}

/** A piece of a formula that is worth a note, if no larger one is. */
export interface Choice {
  readonly code: NoteCode;
  readonly syntax: Syntax;
}

/** The notes in the order of the text, without those on pieces that lie within another noted piece. */
export function notesOf(choices: readonly Choice[]): Note[] {
  const sorted = [...choices].sort(({ syntax: a }, { syntax: b }) => a.position - b.position || b.length - a.length);
  let end = 0;
  return sorted.flatMap(({ code, syntax }) => {
    if (syntax.position < end) return [];
    end = syntax.position + syntax.length;
    return [noteAt(code, `read as ${quoted(syntax)}`, syntax)];
  });
}
