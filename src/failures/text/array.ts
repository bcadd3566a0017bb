/** Arrays in brackets, as NumPy, PyTorch, JAX and JSON write them: read in one pass. */
import { ArrayReader, BLANKS, type Bracketed } from './bracketed.ts';
import { numberAt, type Printed } from './number.ts';
import { isSemicolonMatrix, semicolonMatrix } from './semicolons.ts';

const MOST_AXES = 16;
const WORD = /[A-Za-z_][\w.]{0,40}/y;
const IMAGINARY = /(?:im|[ij])(?![A-Za-z])/y;

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
function skipWord(reader: ArrayReader): boolean {
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
  const reader = new ArrayReader(text, at);
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
