/** Arrays in brackets, as NumPy, PyTorch, JAX and JSON write them: read in one pass, whole or cut short. */
import { numberAt, type Printed } from './number.ts';
import { isSemicolonMatrix, semicolonMatrix } from './semicolons.ts';

/** An array as far as it can be seen. */
export interface Bracketed {
  /** The visible entries, in order; for complex ones the real parts. */
  readonly numbers: readonly Printed[];
  /** Imaginary parts beside them, where the array is complex. */
  readonly imaginary?: readonly Printed[];
  /** Subscripts of the entries, one after the other; those behind an ellipsis begin at {@link BEHIND}. */
  readonly places: readonly number[];
  /** Length of each axis, as far as it can be seen; a length printed beside the array counts. Empty for one number. */
  readonly shape: readonly number[];
  /** An ellipsis stands for some of the entries. */
  readonly hidden: boolean;
  /** The text ends, or goes on with something else, before the last bracket is closed. */
  readonly cut: boolean;
  /** The rows differ in length. */
  readonly ragged: boolean;
  /** `float32` where it is printed. */
  readonly dtype?: string;
  readonly end: number;
}

/** Subscripts from here on count from the ellipsis of their axis. */
export const BEHIND = 2 ** 30;

const MOST_AXES = 16;
const BLANKS = ' \t\n,';
const WORD = /[A-Za-z_][\w.]{0,40}/y;
const IMAGINARY = /(?:im|[ij])(?![A-Za-z])/y;
/** `, dtype=torch.float64, device='cuda:0')` */
const SUFFIX =
  /^[\s,]{0,40}(?:[a-z_]{1,20}=(?:\([\d, ]{0,80}\)|'[^'\n]{0,40}'|<[^>\n]{0,60}>|[\w.]{1,40})[\s,]{0,40}){1,6}\)/;

interface Level {
  /** Position on this axis of the item that comes next. */
  next: number;
  /** Items before the ellipsis; -1 without one. */
  before: number;
}

const visibleItems = ({ next, before }: Level): number => (before < 0 ? next : before + next - BEHIND);

/** What has been read of an array so far. */
class Reader {
  readonly text: string;
  at: number;
  readonly levels: Level[] = [];
  readonly lengths: number[] = [];
  readonly numbers: Printed[] = [];
  readonly imaginary: Printed[] = [];
  readonly places: number[] = [];
  rank = 0;
  hidden = false;
  ragged = false;
  dtype: string | undefined;

  constructor(text: string, at: number) {
    this.text = text;
    this.at = at;
  }

  open(): void {
    this.levels.push({ next: 0, before: -1 });
    this.at++;
  }

  close(): void {
    const level = this.levels.pop() as Level;
    const depth = this.levels.length;
    const length = visibleItems(level);
    if (this.lengths[depth] !== undefined && this.lengths[depth] !== length) this.ragged = true;
    this.lengths[depth] = Math.max(this.lengths[depth] ?? 0, length);
    this.count();
    this.at++;
  }

  /** One more item on the innermost axis. */
  count(): void {
    const level = this.levels[this.levels.length - 1];
    if (level) level.next++;
  }

  add(number: Printed, imaginary?: Printed): void {
    if (this.numbers.length === 0) this.rank = this.levels.length;
    if (this.levels.length !== this.rank) this.ragged = true;
    for (let axis = 0; axis < this.rank; axis++) this.places.push(this.levels[axis]?.next ?? 0);
    this.numbers.push(number);
    if (imaginary) this.imaginary.push(imaginary);
    this.count();
  }

  /** An ellipsis stands for entries only if something of the array comes after it. */
  ellipsis(): boolean {
    let i = this.at;
    while (this.text[i] === '.') i++;
    while (i < this.text.length && BLANKS.includes(this.text[i])) i++;
    this.at = i;
    if (!/^(?:[\d[\]+.-]|nan|inf)/.test(this.text.slice(i, i + 3))) return false;
    const level = this.levels[this.levels.length - 1];
    if (level.before < 0) {
      level.before = level.next;
      level.next = BEHIND;
    }
    this.hidden = true;
    return true;
  }

  finish(cut: boolean): Bracketed {
    this.levels.forEach((level, depth) => {
      const open = depth < this.levels.length - 1 ? 1 : 0;
      this.lengths[depth] = Math.max(this.lengths[depth] ?? 0, visibleItems(level) + open);
    });
    const suffix = cut ? undefined : SUFFIX.exec(this.text.slice(this.at, this.at + 400))?.[0];
    const dtype = /dtype=(?:torch\.|'|<dtype: ')?([a-z]+\d+)/.exec(suffix ?? '')?.[1] ?? this.dtype;
    const told = /shape=\(([\d, ]+)\)/
      .exec(suffix ?? '')?.[1]
      .match(/\d+/g)
      ?.map(Number);
    return {
      numbers: this.numbers,
      ...(this.imaginary.length > 0 && this.imaginary.length === this.numbers.length
        ? { imaginary: this.imaginary }
        : {}),
      places: this.places,
      shape: told?.length === this.rank ? told : this.lengths.slice(0, this.rank),
      hidden: this.hidden,
      cut,
      ragged: this.ragged,
      ...(dtype ? { dtype } : {}),
      end: this.at + (suffix?.length ?? 0),
    };
  }
}

/** The imaginary part that follows at once, as in `-0.04+0.04j` or `1.0 - 2.0im`. */
function imaginaryAt(text: string, from: number): { part: Printed; end: number } | undefined {
  let i = from;
  while (text[i] === ' ' && i - from < 2) i++;
  const sign = text[i];
  if (sign !== '+' && sign !== '-') return undefined;
  i++;
  while (text[i] === ' ' && i - from < 5) i++;
  const number = numberAt(text, i);
  if (!number) return undefined;
  IMAGINARY.lastIndex = number.end;
  if (!IMAGINARY.test(text)) return undefined;
  return { part: { ...number, value: sign === '-' ? -number.value : number.value }, end: IMAGINARY.lastIndex };
}

/** Skips `dtype=float32` and the like, and the names of what wraps an array or a number, such as `np.float64(`. */
function skipWord(reader: Reader): boolean {
  WORD.lastIndex = reader.at;
  const word = WORD.exec(reader.text)?.[0];
  if (word === undefined) return false;
  const end = reader.at + word.length;
  const next = reader.text[end];
  if (next === '(') {
    reader.at = end + 1;
    return true;
  }
  if (next !== '=') return false;
  let i = end + 1;
  while (i < reader.text.length && i - end < 80 && !',)]\n'.includes(reader.text[i])) i++;
  if (word === 'dtype') reader.dtype = reader.text.slice(end + 1, i).replace(/^torch\.|^'|'$/g, '');
  reader.at = i;
  return true;
}

/**
 * The array whose first bracket stands at a place of a text. What the text does not show is said: `hidden`, `cut`.
 *
 * @example
 * arrayAt('tensor([[1., 2.], [3., 4.]], dtype=torch.float64)', 7); // shape [2, 2], dtype 'float64'
 */
export function arrayAt(text: string, at: number): Bracketed {
  if (isSemicolonMatrix(text, at)) return semicolonMatrix(text, at);
  const reader = new Reader(text, at);
  while (reader.at < text.length) {
    const c = text[reader.at];
    if (BLANKS.includes(c) || c === '(' || c === ')') reader.at++;
    else if (c === '[') {
      if (reader.levels.length === MOST_AXES) return reader.finish(true);
      reader.open();
    } else if (c === ']') {
      reader.close();
      if (reader.levels.length === 0) return reader.finish(false);
    } else if (c === '.' && text[reader.at + 1] === '.') {
      if (!reader.ellipsis()) return reader.finish(true);
    } else {
      const number = numberAt(text, reader.at);
      if (number) {
        const imaginary = imaginaryAt(text, number.end);
        reader.add(number, imaginary?.part);
        reader.at = imaginary?.end ?? number.end;
      } else if (!skipWord(reader)) return reader.finish(true);
    }
  }
  return reader.finish(true);
}

/** Words that may stand before an array or a number: `tensor(`, `Float32[`. */
const WRAPPER = /[A-Za-z_][\w.]{0,40}(?:\(|(?=\[))/y;

/** One number as an array without axes. */
const single = (number: Printed): Bracketed => ({
  numbers: [number],
  places: [],
  shape: [],
  hidden: false,
  cut: false,
  ragged: false,
  end: number.end,
});

/**
 * An array or a number, within whatever wraps it: `tensor([[1.]])`, `array(-1.3)`, `np.float64(0.5)`, `[1, 2]`, `0.25`.
 *
 * @returns undefined where something else stands
 */
export function valueAt(text: string, from: number): Bracketed | undefined {
  let at = from;
  for (let turn = 0; turn < 4; turn++) {
    while (at < text.length && ' \t\n'.includes(text[at])) at++;
    WRAPPER.lastIndex = at;
    if (!WRAPPER.test(text)) break;
    at = WRAPPER.lastIndex;
  }
  if (text[at] === '[') {
    const array = arrayAt(text, at);
    return array.numbers.length > 0 ? array : undefined;
  }
  const number = numberAt(text, at);
  return number && single(number);
}

/** The array or number after a phrase. */
export function valueAfter(text: string, phrase: string, from = 0): Bracketed | undefined {
  const at = text.indexOf(phrase, from);
  return at < 0 ? undefined : valueAt(text, at + phrase.length);
}
