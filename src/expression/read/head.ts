/** Text that stands before a formula or a gradient, in code and on paper, and is no part of it. */
import { type Note, noteAt } from './notes.ts';

/** `lambda x, y:`, `(x, y) =>`, `x ↦`, `return`. */
const FUNCTION = String.raw`(?:def\s+\w+\s*\([^()]*\)\s*:\s*return\b|return\b|lambda(?:\s+[A-Za-z_]\w*\s*,)*\s+[A-Za-z_]\w*\s*:|(?:\([^()]*\)|[A-Za-z_]\w*)\s*(?:=>|->|↦|\\mapsto\b))`;
/** `f =`, `f(x, y) =`, `const f =`. */
const NAMED = String.raw`(?:(?:const|let|var)\s+)?[A-Za-z_]\w*\s*(?:\([^()]*\)\s*)?=(?![=>])`;

const OF_FUNCTION = new RegExp(String.raw`^\s*${FUNCTION}`, 'u');
const HEAD = new RegExp(String.raw`^\s*(?:${NAMED}\s*)?(?:${FUNCTION})?`, 'u');

/** The part of a text that says that a function follows: `lambda x:`. */
export const functionHead = (text: string): string => OF_FUNCTION.exec(text)?.[0] ?? '';

/**
 * A formula with blanks where `f(x) =` or `lambda x:` stood before it and semicolons after it, so that all else keeps
 * its place.
 */
export function withoutHead(text: string): { readonly text: string; readonly notes: readonly Note[] } {
  const head = HEAD.exec(text)?.[0] ?? '';
  const rest = text.slice(head.length).replace(/[;\s]+$/, '');
  const plain = `${' '.repeat(head.length)}${rest}`.padEnd(text.length);
  const said = head.trim();
  if (said === '') return { text: plain, notes: [] };
  const span = { position: head.indexOf(said), length: said.length };
  return { text: plain, notes: [noteAt('head', `read without \`${said}\``, span)] };
}
