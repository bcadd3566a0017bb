import { refuse, type Span } from '../errors.ts';
import { LIMITS } from '../limits.ts';
import { OPERATOR_WORDS, VALUE_WORDS } from './names.ts';

/** A number, a name or a sign of the typed-in text. */
export interface Token extends Span {
  readonly kind: 'number' | 'name' | 'sign';
  readonly text: string;
}

/** ASCII and Greek letters; no other alphabet, so that no two names look the same and differ. */
const TOKEN =
  /[ \t\r\n\u00a0]+|(?<number>(?:\d+(?:\.(?![*/^])\d*)?|\.\d+)(?:[eE][+-]?\d+)?)|(?<name>[A-Za-z_α-ωΑ-Ω][A-Za-z0-9_α-ωΑ-Ω]*)|(?<sign>\.[*/^]|[-+*/^()[\],:])/uy;

/** Characters that are refused with a reason of their own. */
const REASONS: ReadonlyMap<string, readonly [text: string, expected?: string]> = new Map([
  ['=', ['give the right-hand side only; a formula assigns nothing', 'an expression without `=`']],
  [';', ['one formula at a time', 'a single expression']],
  ['"', ['text has no place in a formula']],
  ["'", ['text and transposes have no place here; `dot(a, b)` multiplies two vectors', '`dot(a, b)`']],
  ['`', ['text has no place in a formula']],
  ['{', ['objects have no place in a formula', '`(`']],
  ['}', ['objects have no place in a formula', '`)`']],
  ['?', ['conditions have no place in a formula; `max`, `min`, `abs` and `relu` are there', '`max(a, b)`']],
  ['<', ['comparisons have no place in a formula; `max`, `min`, `abs` and `relu` are there', '`max(a, b)`']],
  ['>', ['comparisons have no place in a formula; `max`, `min`, `abs` and `relu` are there', '`max(a, b)`']],
  ['!', ['factorials have no derivative']],
  ['%', ['remainders have no derivative at their jumps and are left out']],
  ['.', ['a dot stands in numbers and in `.*`, `./`, `.^` only; nothing here has properties', '`.*`, `./` or `.^`']],
  ['−', ['this is a typographic minus', '`-`']],
  ['–', ['this is a dash', '`-`']],
  ['×', ['this is not the multiplication sign of formulas', '`*`']],
  ['·', ['this is not the multiplication sign of formulas', '`*`']],
  ['²', ['powers are written with `^`', '`^2`']],
  ['³', ['powers are written with `^`', '`^3`']],
  ['√', ['roots are written as a function', '`sqrt(x)`']],
]);

const CLOSING: ReadonlyMap<string, string> = new Map([
  ['(', ')'],
  ['[', ']'],
]);

/**
 * Splits a typed-in text into tokens with their places. Refuses what no formula holds (text, objects, comparisons,
 * assignment, properties), brackets that do not match, and what is too long or nested too deeply to parse.
 */
export function tokenize(text: string): Token[] {
  const whole = { position: 0, length: text.length };
  if (text.length > LIMITS.characters) {
    refuse('too-long', `a formula has at most ${LIMITS.characters} characters, this has ${text.length}`, whole);
  }
  const tokens: Token[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.length) {
    const position = TOKEN.lastIndex;
    const match = TOKEN.exec(text);
    if (match === null) return refuseCharacter(text, position);
    const kind = (['number', 'name', 'sign'] as const).find((name) => match.groups?.[name] !== undefined);
    if (kind !== undefined) tokens.push({ kind, text: match[0], position, length: match[0].length });
  }
  if (tokens.length === 0) refuse('empty', 'a formula is expected', whole, 'such as `x^2 + 1`');
  if (tokens.length > LIMITS.tokens) {
    refuse('too-long', `a formula has at most ${LIMITS.tokens} names, numbers and signs`, tokens[LIMITS.tokens]);
  }
  checkWords(tokens);
  checkBrackets(tokens);
  checkNumbers(tokens);
  return tokens;
}

function refuseCharacter(text: string, position: number): never {
  const character = String.fromCodePoint(text.codePointAt(position) ?? 0);
  const [reason, expected] = REASONS.get(character) ?? ['this character has no meaning in a formula'];
  return refuse('character', `\`${character}\`: ${reason}`, { position, length: character.length }, expected);
}

function checkWords(tokens: readonly Token[]): void {
  for (const token of tokens) {
    const { text } = token;
    if (OPERATOR_WORDS.has(text)) refuse('not-allowed', `the operator \`${text}\` has no place in a formula`, token);
    if (VALUE_WORDS.has(text)) refuse('reserved-name', `\`${text}\` has no place in a formula`, token, 'a number');
  }
}

function checkBrackets(tokens: readonly Token[]): void {
  const open: Token[] = [];
  for (const token of tokens) {
    if (CLOSING.has(token.text)) {
      open.push(token);
      if (open.length > LIMITS.brackets) {
        refuse('too-deep', `brackets are nested more than ${LIMITS.brackets} deep`, token);
      }
    } else if (token.text === ')' || token.text === ']') {
      const opening = open.pop();
      if (opening === undefined) refuse('bracket', `\`${token.text}\` closes nothing`, token);
      const expected = CLOSING.get(opening.text);
      if (expected !== token.text) {
        refuse('bracket', `\`${opening.text}\` is closed by \`${token.text}\``, token, `\`${expected}\``);
      }
    }
  }
  const unclosed = open.at(-1);
  if (unclosed !== undefined) {
    refuse('bracket', `\`${unclosed.text}\` is never closed`, unclosed, `\`${CLOSING.get(unclosed.text)}\``);
  }
}

/** Numbers within the range of a double; `0x10` is refused by name, as it would read as 0 times a variable `x10`. */
function checkNumbers(tokens: readonly Token[]): void {
  tokens.forEach((token, index) => {
    if (token.kind !== 'number') return;
    const value = Number(token.text);
    const digits = token.text.split(/e/i)[0];
    if (!Number.isFinite(value)) refuse('number', 'this number is too large for a double', token);
    if (value === 0 && /[1-9]/.test(digits)) refuse('number', 'this number is too small for a double', token);
    const next = tokens[index + 1];
    if (token.text === '0' && next?.position === token.position + 1 && /^[xob]/i.test(next.text)) {
      refuse('number', 'numbers are written in decimal', { position: token.position, length: next.length + 1 });
    }
  });
}
