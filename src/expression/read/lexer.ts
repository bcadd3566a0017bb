import { refuse, type Span } from '../errors.ts';
import { LIMITS } from '../limits.ts';
import { commandNamed } from './latex.ts';
import { CODE_WORDS, OPERATOR_WORDS, VALUE_WORDS } from './names.ts';
import { CLOSING, plainDigits, REASONS, type Reason, ROOTS, SIGNS } from './signs.ts';

/** A number, a name or a sign of the typed-in text, in its plain spelling. */
export interface Token extends Span {
  readonly kind: 'number' | 'name' | 'sign';
  readonly text: string;
}

/** ASCII and Greek letters; no other alphabet, so that no two names look the same and differ. π stands for itself, and no name begins with Π or Σ. */
const LETTER = 'A-Za-zα-ορ-ωΑ-ΟΡΤ-Ωϑϕϵ';
const BELOW = String.raw`_\{[A-Za-z0-9]+\}|[₀-₉]+`;

const OTHER_SIGNS = [...SIGNS.keys(), ...ROOTS.keys()].filter(({ length }) => length === 1).join('');

const TOKEN = new RegExp(
  [
    String.raw`(?<space>[ \t\r\n\u00a0\u2009\u202f]+|\\[,;:! ])`,
    String.raw`(?<number>(?:\d+(?:\.(?![*/^])\d*)?|\.\d+)(?:[eE][+-]?\d+)?)`,
    String.raw`(?<library>(?:np|numpy|jnp|jax|scipy|Math|math|torch|tf|nn|F)\.(?:[a-z]+\.)*)(?=[A-Za-z])`,
    String.raw`\\(?:mathrm|mathbf|mathit|boldsymbol|bm|vec|operatorname|text)\{(?<styled>[A-Za-z][A-Za-z0-9_]*)\}`,
    String.raw`\\(?<command>[A-Za-z]+)(?<below>_\{[A-Za-z0-9]+\}|_[A-Za-z0-9])?`,
    String.raw`(?<name>π|[${LETTER}_](?:[${LETTER}0-9]|_(?!\{))*(?:${BELOW})?|${BELOW})`,
    '(?<vulgar>[¼½¾⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞])',
    '(?<power>[⁺⁻]?[⁰¹²³⁴-⁹]+|ᵀ)',
    String.raw`(?<sign>\*\*|\|\||\\[|{}]|\.[*/^]|[-+*/^()[\]{},:|@·‖${OTHER_SIGNS}])`,
  ].join('|'),
  'uy',
);

/** Signs with a backslash before them: brackets, and bars of a norm. */
const ESCAPED: ReadonlyMap<string, string> = new Map([
  ['\\|', '‖'],
  ['\\{', '('],
  ['\\}', ')'],
]);

/**
 * Splits a typed-in text into tokens with their places, whatever the spelling: `x²`, `x**2` and `x^{2}` have the same.
 * Refuses what no formula holds (text, comparisons, assignment, properties), brackets that do not match, and what is
 * too long or nested too deeply to parse.
 */
export function tokenize(text: string): Token[] {
  const whole = { position: 0, length: text.length };
  if (text.length > LIMITS.characters) {
    refuse('too-long', `a formula has at most ${LIMITS.characters} characters, this has ${text.length}`, whole);
  }
  const tokens: Token[] = [];
  let library = '';
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.length) {
    const position = TOKEN.lastIndex;
    const match = TOKEN.exec(text);
    if (match === null) return refuseCharacter(text, position);
    const span = { position, length: match[0].length };
    for (const token of tokensOf(match.groups ?? {}, span, library)) tokens.push({ ...token, ...span });
    library = match.groups?.['library'] ?? '';
  }
  if (tokens.length === 0) refuse('empty', 'a formula is expected', whole, 'such as `x^2 + 1`');
  if (tokens.length > LIMITS.tokens) {
    refuse('too-long', `a formula has at most ${LIMITS.tokens} names, numbers and signs`, tokens[LIMITS.tokens]);
  }
  tokens.forEach((token, at) => {
    checkToken(token, tokens[at + 1]);
  });
  checkBrackets(tokens);
  return tokens;
}

type Plain = Pick<Token, 'kind' | 'text'>;

function tokensOf(groups: Readonly<Record<string, string | undefined>>, span: Span, library: string): Plain[] {
  const { number, styled, command, below = '', name, vulgar, power, sign } = groups;
  // `2.` is 2: printed before a `*` its dot would make another operator
  if (number !== undefined) return [{ kind: 'number', text: number.replace(/\.(?=$|e)/i, '') }];
  if (styled !== undefined) return [nameToken(styled, library, span)];
  if (command !== undefined) {
    const meant = commandNamed(command);
    if (meant.kind === 'refused') return refuseFor(`\\${command}`, meant.reason, span);
    if (meant.kind === 'silent') return [];
    // the order of a norm stands below its bar
    if (meant.kind === 'sign') return below === '' ? [meant] : [meant, nameToken(below, library, span)];
    return [nameToken(`${meant.text}${below}`, library, span)];
  }
  if (name !== undefined) return [nameToken(name, library, span)];
  if (vulgar !== undefined) return fractionTokens(vulgar);
  if (power !== undefined) return powerTokens(power);
  if (sign === undefined) return [];
  const root = ROOTS.get(sign);
  if (root !== undefined) return [{ kind: 'name', text: root }];
  return [{ kind: 'sign', text: ESCAPED.get(sign) ?? SIGNS.get(sign) ?? sign }];
}

/** A name in plain letters: `x_{1}` and `x₁` are `x_1`; `Math.E` is `e`. */
function nameToken(written: string, library: string, span: Span): Plain {
  const text = written
    .normalize('NFKC')
    .replace(/_\{(\w+)\}$/, '_$1')
    .replace(/(?<!_)(\d+)$/, (digits) => (/[₀-₉]$/.test(written) ? `_${digits}` : digits));
  if (library !== '' && /^(np|numpy|jnp|scipy)\./.test(library) && (text === 'std' || text === 'var')) {
    const mean = '`mean((w - mean(w)).^2)`';
    refuse('unknown-function', `\`${text}\` of NumPy divides by n, \`std\` and \`variance\` here by n - 1`, span, mean);
  }
  return { kind: 'name', text: library !== '' && text === 'E' ? 'e' : text };
}

/** `½` as `(1/2)`. */
function fractionTokens(vulgar: string): Plain[] {
  const [top, bottom] = vulgar.normalize('NFKC').split('\u2044');
  const number = (text: string): Plain => ({ kind: 'number', text });
  const sign = (text: string): Plain => ({ kind: 'sign', text });
  return [sign('('), number(top), sign('/'), number(bottom), sign(')')];
}

/** `²` as `^` and `2`, `⁻¹` as `^`, `-` and `1`. */
function powerTokens(power: string): Plain[] {
  if (power === 'ᵀ')
    return [
      { kind: 'sign', text: '^' },
      { kind: 'name', text: 'T' },
    ];
  const [, sign, digits] = /^([⁺⁻]?)(.*)$/u.exec(power) ?? [];
  const exponent: Plain[] = [{ kind: 'sign', text: '^' }];
  if (sign === '⁻') exponent.push({ kind: 'sign', text: '-' });
  return [...exponent, { kind: 'number', text: plainDigits(digits) }];
}

function refuseCharacter(text: string, position: number): never {
  const character = String.fromCodePoint(text.codePointAt(position) ?? 0);
  const method = /^\.([A-Za-z_]\w*)\s*\(/.exec(text.slice(position))?.[1];
  if (method !== undefined) {
    const span = { position, length: method.length + 1 };
    return refuseFor(`.${method}`, ['a method is written as a function here', `\`${method}(…)\``], span);
  }
  const reason = REASONS.get(character) ?? ['this character has no meaning in a formula'];
  return refuseFor(character, reason, { position, length: character.length });
}

function refuseFor(written: string, [why, expected]: Reason, span: Span): never {
  return refuse('character', `\`${written}\`: ${why}`, span, expected);
}

/** Words of other languages, and numbers beyond the range of a double. */
function checkToken(token: Token, next: Token | undefined): void {
  const { kind, text, position } = token;
  if (OPERATOR_WORDS.has(text)) refuse('not-allowed', `the operator \`${text}\` has no place in a formula`, token);
  if (CODE_WORDS.has(text)) {
    const where = 'the expression alone; TypeScript and Python take code';
    refuse('reserved-name', `\`${text}\` is a word of code, not of a formula`, token, where);
  }
  if (VALUE_WORDS.has(text)) refuse('reserved-name', `\`${text}\` has no place in a formula`, token, 'a number');
  if (text === 'end') refuse('reserved-name', '`end` is not known: the last element is `w[-1]`', token, '`-1`');
  if (kind !== 'number') return;
  const value = Number(text);
  if (!Number.isFinite(value)) refuse('number', 'this number is too large for a double', token);
  if (value === 0 && /[1-9]/.test(text.split(/e/i)[0]))
    refuse('number', 'this number is too small for a double', token);
  // 0x10 would read as 0 times a variable x10
  if (text === '0' && next?.position === position + 1 && /^[xob]/i.test(next.text)) {
    refuse('number', 'numbers are written in decimal', { position, length: next.length + 1 });
  }
}

function checkBrackets(tokens: readonly Token[]): void {
  const open: Token[] = [];
  for (const token of tokens) {
    const { kind, text } = token;
    if (kind !== 'sign') continue;
    if (CLOSING.has(text)) open.push(token);
    if (open.length > LIMITS.brackets)
      refuse('too-deep', `brackets are nested more than ${LIMITS.brackets} deep`, token);
    if (![...CLOSING.values()].includes(text)) continue;
    const opening = open.pop();
    if (opening === undefined) refuse('bracket', `\`${text}\` closes nothing`, token);
    const closing = CLOSING.get(opening.text);
    if (closing !== text) refuse('bracket', `\`${opening.text}\` is closed by \`${text}\``, token, `\`${closing}\``);
  }
  const unclosed = open.at(-1);
  if (unclosed !== undefined) {
    refuse('bracket', `\`${unclosed.text}\` is never closed`, unclosed, `\`${CLOSING.get(unclosed.text)}\``);
  }
}
