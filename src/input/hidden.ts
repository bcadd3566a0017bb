import { lookAlikes } from './look-alikes.ts';

/**
 * Characters that are not seen, or that turn round what stands after them: controls, direction marks, breaks of lines and
 * paragraphs, joiners, spaces without width, tags. A line feed and a tab are seen, and are none of these.
 */
export const HIDDEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these characters are searched for
  /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u00AD\u061C\u180E\u200B-\u200F\u2028-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFC\u{E0000}-\u{E007F}]/gu;

/** How a hidden character is shown: `\u202e`. */
export function escapeOf(code: number): string {
  const hex = code.toString(16);
  return hex.length > 4 ? `\\u{${hex}}` : `\\u${hex.padStart(4, '0')}`;
}

/**
 * A text with its hidden characters made visible.
 *
 * @example
 * showHidden('w\u202e'); // 'w\\u202e'
 */
export const showHidden = (text: string): string =>
  text.replace(HIDDEN, (character) => escapeOf(character.codePointAt(0) as number));

/** How many characters of a text turn round what stands after them. */
export const countTurns = (text: string): number =>
  text.match(/[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g)?.length ?? 0;

/** A text with its look-alike letters shown as well. */
function lookAlikesShown(text: string): string {
  let [shown, done] = ['', 0];
  for (const { at, letter } of lookAlikes(text)) {
    shown += text.slice(done, at) + escapeOf(letter.codePointAt(0) as number);
    done = at + letter.length;
  }
  return shown + text.slice(done);
}

/** A name with its hidden characters and look-alike letters shown, and on one line. */
export const nameShown = (name: string): string =>
  showHidden(lookAlikesShown(name)).replace(/[\t\n]/g, (character) => (character === '\n' ? '\\n' : '\\t'));

/** Kinds of hidden characters that are named one by one. */
const MOST_NAMED = 6;

/**
 * Which hidden characters a text holds, for a box that cannot show them in their places: `2 × \u202e, \u200b`; empty without any.
 * A carriage return at the end of a line is what Windows writes, and is left out.
 */
export function hiddenIn(text: string): string {
  const counts = new Map<string, number>();
  for (const [character] of text.matchAll(HIDDEN)) {
    if (character === '\r') continue;
    const shown = escapeOf(character.codePointAt(0) as number);
    counts.set(shown, (counts.get(shown) ?? 0) + 1);
  }
  const named = [...counts].slice(0, MOST_NAMED).map(([shown, count]) => (count > 1 ? `${count} × ${shown}` : shown));
  return counts.size > MOST_NAMED ? `${named.join(', ')} and others` : named.join(', ');
}
