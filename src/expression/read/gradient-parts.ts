/** A typed gradient as a text: its parts, and the names that they are given. */
import { attempt, refuse, type Span } from '../errors.ts';
import { LIMITS } from '../limits.ts';
import { functionHead } from './head.ts';
import { tokenize } from './lexer.ts';

/** One component, or the components of one vector. */
export interface Part extends Span {
  readonly text: string;
  /** What stands before its `=`: `w`, `w[0]`, `dw`, `∂f/∂w`. */
  readonly label?: Label;
}

export interface Label extends Span {
  /** The names it may mean, the first that f has counts: `dw` is a variable of this name, or else w. */
  readonly names: readonly string[];
}

/** `∇f = …`, `grad = …`, `f'(x) = …` before the whole. */
const WHOLE = /^\s*(?:(?:∇|\\nabla)\s*[A-Za-z]*|grad(?:ient)?|[A-Za-z]['′]\s*(?:\([^()]*\))?)\s*=(?!=)/u;

/** A call that makes an array or a record of the brackets that follow. */
const MAKER = /^\s*(?:\w+\.)?(?:array|asarray|tensor|stack|dict)\s*(?=\()/;

/**
 * The parts between semicolons or commas, `2*x; 3`, with or without brackets round all of them: `(2*x, 3)`, `[2*x; 3]`.
 * Brackets within a part keep their commas.
 */
export function partsOfGradient(text: string): Part[] {
  const start = headOf(text);
  const pieces = withoutBrackets({ text: text.slice(start), position: start });
  const parts = pieces.filter((piece) => piece.text.trim() !== '').map(labelled);
  if (parts.length > LIMITS.elements) {
    refuse('component-count', `a gradient has at most ${LIMITS.elements} components`, parts[LIMITS.elements]);
  }
  return parts;
}

/** How much of a text stands before the components. */
function headOf(text: string): number {
  const heads = [
    (rest: string) => WHOLE.exec(rest)?.[0] ?? '',
    functionHead,
    (rest: string) => MAKER.exec(rest)?.[0] ?? '',
  ];
  return heads.reduce((start, head) => start + head(text.slice(start)).length, 0);
}

interface Piece {
  readonly text: string;
  readonly position: number;
}

/** The pieces within the outer brackets, if these hold the whole text and more than one piece; else the pieces of the text. */
function withoutBrackets(whole: Piece): Piece[] {
  const outside = split(whole);
  const { text, position } = whole;
  const from = text.search(/\S/);
  const to = text.trimEnd().length;
  const bracketed = /^[([{]/.test(text.slice(from)) && outside.length === 1 && closes(text, from) === to - 1;
  if (!bracketed) return outside;
  const inside = split({ text: text.slice(from + 1, to - 1), position: position + from + 1 });
  return inside.length > 1 || SEPARATOR.test(inside[0].text) ? inside : outside;
}

/** Where the bracket at `from` is closed; -1 where it is not. */
function closes(text: string, from: number): number {
  let depth = 0;
  for (let at = from; at < text.length; at += 1) {
    if ('([{'.includes(text[at])) depth += 1;
    if (')]}'.includes(text[at])) depth -= 1;
    if (depth === 0) return at;
  }
  return -1;
}

function split({ text, position }: Piece): Piece[] {
  const pieces: Piece[] = [];
  let [depth, start] = [0, 0];
  for (let at = 0; at <= text.length; at += 1) {
    if ('([{'.includes(text[at] ?? ' ')) depth += 1;
    if (')]}'.includes(text[at] ?? ' ')) depth -= 1;
    // `\,` is a space of LaTeX
    const separator = /[;,]/.test(text[at] ?? '') && text[at - 1] !== '\\' && depth <= 0;
    if (!separator && at < text.length) continue;
    pieces.push({ text: text.slice(start, at), position: position + start });
    start = at + 1;
  }
  return pieces;
}

/** What ends a label: `=`, or the colon of a record. */
const SEPARATOR = /=(?![=>])|(?<=^\s*['"]?[A-Za-z_]\w*['"]?\s*):/;

function labelled({ text, position }: Piece): Part {
  const equals = text.search(SEPARATOR);
  const part = { text: text.slice(equals + 1), position: position + equals + 1, length: text.length - equals - 1 };
  if (equals < 0) return part;
  const written = text.slice(0, equals).trim();
  const at = position + text.search(/\S/);
  return { ...part, label: { names: namesOf(written), position: at, length: written.length } };
}

const LONGEST_LABEL = 60;

/** Ways to write that a component is the derivative with respect to a variable, besides its plain name. */
const DERIVATIVES = [
  /^(?:d|∂)\s*[A-Za-z]?\s*\/\s*(?:d|∂)\s*(.+)$/u,
  /^(?:d|∂)\s*(.+)$/u,
  /^grad_(.+)$/u,
  /^[A-Za-z]_(.+)$/u,
  /^(.+?)[._]grad$/u,
];

function namesOf(written: string): string[] {
  if (written.length > LONGEST_LABEL) return [written];
  const plain = written
    .replace(/^['"](.*)['"]$/, '$1')
    .replace(/\\partial\b/g, '∂')
    .replace(/\\[dt]?frac\s*\{([^{}]*)\}\s*\{(.*)\}$/, '$1/$2')
    .trim();
  const inner = DERIVATIVES.flatMap((form) => form.exec(plain)?.[1] ?? []);
  return [plain, ...inner].map((name) => plainName(name.trim()));
}

/** `w_{1}` and `w₁` as `w_1`; other texts are left unchanged. */
function plainName(written: string): string {
  const whole = { position: 0, length: written.length };
  const tokens = attempt('tokens', whole, () => tokenize(written));
  return tokens.ok ? tokens.tokens.map(({ text }) => text).join('') : written;
}
