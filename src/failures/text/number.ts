/** Numbers in a text: their value, and the uncertainty of their last digit. */

/** A number that was printed. */
export interface Printed {
  readonly value: number;
  /** Half a unit of the last printed digit: the number that was printed lies within it. Infinite for one that is mistyped. */
  readonly half: number;
  /** Digits after the point, before any exponent; -1 without a point. */
  readonly decimals: number;
  /** The power of ten that the last digit stands for, the exponent included. */
  readonly power: number;
  /** Significant digits that were printed. */
  readonly digits: number;
  /** Where the text goes on. */
  readonly end: number;
}

const isDigit = (code: number): boolean => code >= 48 && code <= 57;
const isLetter = (code: number): boolean => (code >= 65 && code <= 90) || (code >= 97 && code <= 122) || code === 95;

/** Not-a-numbers and infinities, in the spellings of the tools. */
const WORDS: readonly (readonly [string, number])[] = [
  ['nan', Number.NaN],
  ['NaN', Number.NaN],
  ['NAN', Number.NaN],
  ['NA', Number.NaN],
  ['infinity', Number.POSITIVE_INFINITY],
  ['Infinity', Number.POSITIVE_INFINITY],
  ['inf', Number.POSITIVE_INFINITY],
  ['Inf', Number.POSITIVE_INFINITY],
  ['INF', Number.POSITIVE_INFINITY],
];

const special = (value: number, end: number): Printed => ({ value, half: 0, decimals: -1, power: 0, digits: 0, end });

/** The end of a token that only begins like a number, such as `6.266e-0.6`. */
function tokenEnd(text: string, at: number): number {
  let end = at;
  while (end < text.length && !/[\s,;)\]}]/.test(text[end])) end++;
  return end;
}

function wordAt(text: string, at: number, sign: number): Printed | undefined {
  for (const [word, value] of WORDS) {
    const end = at + word.length;
    if (text.startsWith(word, at) && !isLetter(text.charCodeAt(end))) return special(sign * value, end);
  }
  return undefined;
}

/** The value of a token; the exponents of Fortran are written with a D. */
const parsed = (token: string): number => Number(/[dD]/.test(token) ? token.replace(/[dD]/, 'e') : token);

/**
 * The number that begins exactly at a place of a text; undefined where none does. A mistyped number such as `6.266e-0.6`
 * is NaN, so that its place in a row is kept.
 *
 * @example
 * numberAt('x = -1.50e-03;', 4); // { value: -0.0015, half: 5e-6, digits: 3, … }
 */
export function numberAt(text: string, at: number): Printed | undefined {
  let i = at;
  const first = text.charCodeAt(i);
  if (first === 43 || first === 45) i++;
  const start = i;
  while (isDigit(text.charCodeAt(i))) i++;
  const whole = i - start;
  let decimals = -1;
  if (text.charCodeAt(i) === 46) {
    const point = i++;
    while (isDigit(text.charCodeAt(i))) i++;
    decimals = i - point - 1;
  }
  if (whole === 0 && decimals <= 0) return wordAt(text, start, first === 45 ? -1 : 1);
  const mantissa = i;
  let exponent = 0;
  if (/[eEdD]/.test(text[i] ?? '')) {
    let j = i + 1;
    if (text[j] === '+' || text[j] === '-') j++;
    if (isDigit(text.charCodeAt(j))) {
      while (isDigit(text.charCodeAt(j))) j++;
      exponent = Number(text.slice(i + 1, j));
      i = j;
    }
  }
  const next = text.charCodeAt(i);
  if ((next === 102 || next === 70) && !isLetter(text.charCodeAt(i + 1))) return finish(i + 1);
  // A full stop may end the sentence.
  if (next === 46 && !isDigit(text.charCodeAt(i + 1))) return finish(i);
  if (next === 46 || isDigit(next))
    return { ...special(Number.NaN, tokenEnd(text, i)), half: Number.POSITIVE_INFINITY };
  if (isLetter(next) && next !== 106 && next !== 105) return undefined;
  return finish(i);

  function finish(end: number): Printed {
    const power = exponent - Math.max(0, decimals);
    let from = start;
    while (from < mantissa && (text[from] === '0' || text[from] === '.')) from++;
    const digits = mantissa - from - (decimals >= 0 && from <= start + whole ? 1 : 0);
    const value = parsed(text.slice(at, next === 102 || next === 70 ? end - 1 : end));
    return { value, half: 0.5 * 10 ** power, decimals, power, digits: Math.max(0, digits), end };
  }
}

/** A number may begin here: not in the middle of a word, of another number or of an index such as `W1`. */
const startsToken = (text: string, at: number): boolean => {
  const before = text.charCodeAt(at - 1);
  return at === 0 || !(isLetter(before) || isDigit(before) || before === 46);
};

/** All numbers of a stretch of text, whatever stands between them. */
export function numbersIn(text: string, from = 0, to = text.length): Printed[] {
  const found: Printed[] = [];
  for (let i = from; i < to; i++) {
    const may = isDigit(text.charCodeAt(i)) || '+-.nNiI'.includes(text[i]);
    if (!may || !startsToken(text, i)) continue;
    const number = numberAt(text, i);
    if (!number) {
      while (i + 1 < to && (isDigit(text.charCodeAt(i + 1)) || text.charCodeAt(i + 1) === 46)) i++;
      continue;
    }
    found.push(number);
    i = number.end - 1;
  }
  return found;
}

/** The number at the beginning of a text, after any blanks. */
export const firstNumber = (text: string): Printed | undefined => numberAt(text, text.length - text.trimStart().length);

/** The first number after a phrase, but for blanks and `=`, `:`, `(`; undefined where something else follows. */
export function numberAfter(text: string, phrase: string, from = 0): Printed | undefined {
  const at = text.indexOf(phrase, from);
  if (at < 0) return undefined;
  let i = at + phrase.length;
  while (i < text.length && ' \t\n=:('.includes(text[i])) i++;
  return numberAt(text, i);
}
