/** What surrounds a message when it is pasted: taken away line by line, in linear time. */

/** Characters that web pages and word processors put in place of ASCII. */
const CHARACTERS: readonly (readonly [RegExp, string])[] = [
  [/\r\n?/g, '\n'],
  [/[\u2212\u2013\u2014\uFE63]/g, '-'],
  [/[\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000]/g, ' '],
  [/[\u200B-\u200F\u2028-\u202E\u2060-\u2069\uFEFF]/g, ''],
  [/\u2026/g, '...'],
  [/[\u201C\u201D]/g, '"'],
  [/[\u2018\u2019]/g, "'"],
];

/** Full-width forms, as Chinese and Japanese notes have them. */
const FULL_WIDTH = /[\uFF01-\uFF5E]/g;

/** Colours of a terminal; the escape character itself is often lost in copying. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: the escape character is what is looked for
const COLOURS = /\u001B\[[0-9;?]{0,16}[A-Za-z]|\[[0-9]{1,3}(?:;[0-9]{1,3}){0,4}m|<\/?(?:strong|b|pre|code)>/g;

/** Marks at the beginning of a line: each is taken off once, in this order, and again until none is left. */
const MARKS: readonly RegExp[] = [
  /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:[.,]\d{1,9})?Z? ?/, // time stamps of CI
  /^\[?\d\d:\d\d:\d\d(?:[.,]\d{1,9})?\]? ?/,
  /^> ?/, // quotes
  /^E {1,40}(?=\S)|^E$/, // pytest
  /^(?:In|Out) ?\[\d{0,6}\]: ?/, // prompts
  /^>>> ?/,
  /^julia> ?/,
  /^```\w{0,20}$/, // fences
];

/** No line has more marks than this. */
const MOST_MARKS = 6;

function bare(line: string): string {
  let rest = line;
  for (let turn = 0; turn < MOST_MARKS; turn++) {
    const before = rest;
    for (const mark of MARKS) rest = rest.replace(mark, '');
    if (rest === before) break;
  }
  return rest.trimEnd();
}

/** Characters as HTML writes them. */
const ENTITIES: readonly (readonly [string, string])[] = [
  ['&gt;', '>'],
  ['&lt;', '<'],
  ['&amp;', '&'],
  ['&quot;', '"'],
  ['&#39;', "'"],
];

/** A last number that is this many characters shorter than the number above it was cut off. */
const TORN = 3;

const lastWord = (line: string): string =>
  line.slice(Math.max(line.lastIndexOf(' '), line.lastIndexOf(','), line.lastIndexOf(';')) + 1);

const decimalsOf = (word: string): number => word.length - 1 - word.indexOf('.');

/**
 * The lines without a last one that breaks off in the middle of a number: its digits would be read as another number. Seen
 * where the lines before it have one number of decimals.
 */
function untorn(lines: readonly string[]): readonly string[] {
  if (lines.length < 4) return lines;
  const [first, second, last] = lines.slice(-3).map(lastWord);
  const areNumbers = [first, second, last].every((word) => /^[-+]?\d{1,15}\.\d{0,20}$/.test(word));
  const fixed = decimalsOf(first) === decimalsOf(second);
  return areNumbers && fixed && decimalsOf(last) <= decimalsOf(second) - TORN ? lines.slice(0, -1) : lines;
}

/**
 * The message itself: without quotes, prompts, time stamps and colours, and in ASCII where numbers are concerned.
 *
 * @example
 * clean('> E       x: array([−1.5])'); // 'x: array([-1.5])'
 */
export function clean(text: string): string {
  let plain = text;
  for (const [from, to] of CHARACTERS) plain = plain.replace(from, to);
  plain = plain.replace(FULL_WIDTH, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0)).replace(COLOURS, '');
  if (plain.includes('&')) for (const [from, to] of ENTITIES) plain = plain.replaceAll(from, to);
  return untorn(plain.split('\n').map(bare)).join('\n');
}
