import type { Span } from '../errors.ts';
import type { Token } from './lexer.ts';
import { CONSTANTS, functionNamed, GREEK } from './names.ts';
import { type Note, noteAt } from './notes.ts';

/** Names that are often meant for something else. */
const LOOK_ALIKES: ReadonlyMap<string, string> = new Map([
  ['E', '; Euler’s number is `e`'],
  ['Pi', '; the number is `pi`'],
  ['i', ', not the imaginary unit'],
  ['j', ', not the imaginary unit'],
]);

/**
 * Splits a name that is several names of the formula written in a row: `xy` is x y where x and y stand there by themselves as
 * well, `xexp(-x)` is x exp(-x). A name of two or three letters that stays whole gets a note.
 *
 * @param known the variables, where a formula may have no others
 */
export function splitNames(
  tokens: readonly Token[],
  known?: ReadonlySet<string>,
): { readonly tokens: readonly Token[]; readonly notes: readonly Note[] } {
  const names = tokens.filter(({ kind }) => kind === 'name').map(({ text }) => text);
  const standing = known ?? new Set(names);
  const notes = new Map<string, Note>();
  const split = tokens.flatMap((token, at): readonly Token[] => {
    const { kind, text } = token;
    const next = tokens[at + 1]?.text;
    const called = next === '(';
    if (kind !== 'name' || known?.has(text) || CONSTANTS.has(text) || functionNamed(text, called)) return [token];
    const pieces = piecesOf(text, standing, next);
    // no note here: the product or the function that it becomes has one
    if (pieces.length > 1) return placed(pieces, token);
    const said = known === undefined && !called ? whatElse(text) : undefined;
    if (said !== undefined && !notes.has(text)) notes.set(text, noteAt('name', `\`${text}\` is ${said}`, token));
    return [token];
  });
  return { tokens: split, notes: [...notes.values()] };
}

/** No name that is worth taking apart has more letters. */
const LONGEST = 40;

/** How a name that could be taken for something else was read. */
function whatElse(name: string): string | undefined {
  const meant = LOOK_ALIKES.get(name);
  if (meant !== undefined) return `a variable here${meant}`;
  if (!/^[A-Za-z]+$/.test(name) || GREEK.has(name)) return undefined;
  const start = [name.length - 1, name.length - 2].map((length) => name.slice(0, Math.max(0, length)));
  const called = start.find((part) => part.length > 1 && functionNamed(part) !== undefined);
  if (called !== undefined) return `read as one variable, not as \`${called}(${name.slice(called.length)})\``;
  return name.length === 2 || name.length === 3 ? `read as one variable, not as \`${[...name].join('*')}\`` : undefined;
}

/** The known names that a text is made of, the longest first; the text alone where there is a rest. */
function piecesOf(text: string, standing: ReadonlySet<string>, next: string | undefined): readonly string[] {
  if (text.length > LONGEST) return [text];
  const isPiece = (part: string, last: boolean): boolean => {
    if (part !== text && standing.has(part)) return true;
    // x e^x is often typed without its gap
    if (part.length === 1) return part === 'e' && last && next === '^';
    return CONSTANTS.has(part) || (functionNamed(part) !== undefined && (next === '(' || !last));
  };
  /** The pieces from each place on, from the last to the first; undefined where there are none. */
  const from: (readonly string[] | undefined)[] = new Array(text.length + 1);
  from[text.length] = [];
  for (let at = text.length - 1; at >= 0; at -= 1) {
    for (let end = text.length; end > at && from[at] === undefined; end -= 1) {
      const rest = from[end];
      const part = text.slice(at, end);
      if (rest !== undefined && isPiece(part, end === text.length)) from[at] = [part, ...rest];
    }
  }
  return from[0] ?? [text];
}

/** Each piece with its own place, so that an error points at it. */
function placed(pieces: readonly string[], { position }: Span): Token[] {
  let at = position;
  return pieces.map((text) => {
    const token: Token = { kind: 'name', text, position: at, length: text.length };
    at += text.length;
    return token;
  });
}
