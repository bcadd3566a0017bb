/** Any two arrays, with or without a name before them: NumPy, PyTorch, JSON, Python lists, Octave, Julia and R matrices. */
import { arrayPairs } from '../pairs.ts';
import type { Pairs } from '../reading.ts';
import { arrayAt } from '../text/array.ts';
import type { Bracketed } from '../text/bracketed.ts';
import { styleOf } from '../text/digits.ts';
import { matrixAt, rowOf } from '../text/rows.ts';
import { type Side, sideOf, subjectOf } from './any-sides.ts';
import type { Format, FormatReading, Message } from './format.ts';

interface Found {
  readonly label: string;
  readonly side: Side | undefined;
  readonly array: Bracketed;
}

/** Characters before an array in which its name is looked for. */
const LABEL = 160;

/** `  "analytic": array(` → `analytic`; the line before where this one begins with the array. */
function labelBefore(text: string, at: number): string {
  const back = text.slice(Math.max(0, at - LABEL), at);
  const lines = back.split('\n').slice(-3).reverse();
  for (const line of lines) {
    const name = line
      .replace(/[A-Za-z_][\w.]{0,40}[([]$/, '')
      .replace(/[\s=:({,"'[]{1,20}$/, '')
      .split(/[,{}\]]/)
      .pop()
      ?.replace(/^[\s"'(]{1,20}/, '');
    if (name && /[A-Za-z]/.test(name)) return name;
  }
  return '';
}

/** A lone subscript such as `W[2]` or R's `[1]` is no array. */
const isSubscript = (text: string, { numbers, end }: Bracketed, at: number): boolean =>
  numbers.length <= 2 &&
  numbers.every(({ decimals }) => decimals < 0) &&
  (/[\w\])]/.test(text[at - 1] ?? '') || /^\s{0,4}[:=]?\s{0,4}[-\d]/.test(text.slice(end, end + 12)));

/** Calls whose argument is the array itself: `array([`, `tensor([`, `Float32[`. */
const WRAPPERS = /(?:array|tensor|list|matrix|asarray|Variable|Parameter|float\d\d)$/i;
const CALL = /([A-Za-z_][\w.]{0,40})\((?:[^()\n]{0,80}, {0,4})?$/;

/** `f(x, [1 2; 2 3])`: arguments of a call, not its result. */
function isArgument(text: string, at: number): boolean {
  const call = CALL.exec(text.slice(Math.max(0, at - 140), at));
  return call !== null && !WRAPPERS.test(call[1]);
}

/** A text with more brackets than these does not hold two gradients. */
const MOST_ARRAYS = 10_000;

/** All arrays in brackets that stand on their own. */
function bracketed(text: string): Found[] {
  const found: Found[] = [];
  let at = text.indexOf('[');
  for (let seen = 0; at >= 0 && seen < MOST_ARRAYS; seen++) {
    const array = arrayAt(text, at);
    if (array.numbers.length > 0 && !isSubscript(text, array, at) && !isArgument(text, at)) {
      const label = labelBefore(text, at);
      found.push({ label, side: sideOf(label), array });
    }
    at = text.indexOf('[', Math.max(array.end, at + 1));
  }
  return found;
}

/** All matrices without brackets, each with the line before it; rows of one number or lone lines count only as columns do. */
function bare(lines: readonly string[]): Found[] {
  const found: Found[] = [];
  let label = '';
  for (let i = 0; i < lines.length; ) {
    const matrix = /^[\s\d[.+-]|^Columns/.test(lines[i]) ? matrixAt(lines, i) : undefined;
    if (matrix) {
      found.push({ label, side: sideOf(label), array: matrix });
      label = '';
      i = Math.max(matrix.nextLine, i + 1);
    } else {
      const line = lines[i++].trim();
      if (line !== '' && line.length < 200) label = line.replace(/\s{0,4}[=:]$/, '');
    }
  }
  return found;
}

const bySide = (found: readonly Found[], side: Side): Found[] => found.filter((each) => each.side === side);

/** Each analytic array with the numeric one that is about the same, or that stands in the same place. */
function matched(found: readonly Found[]): [Found, Found][] {
  const [analytic, numeric] = [bySide(found, 'analytic'), bySide(found, 'numeric')];
  return analytic.flatMap((a, i): [Found, Found][] => {
    const subject = subjectOf(a.label);
    const same = subject === '' ? undefined : numeric.find((n) => subjectOf(n.label) === subject);
    const n = same ?? (analytic.length === numeric.length ? numeric[i] : numeric.length === 1 ? numeric[0] : undefined);
    return n ? [[a, n]] : [];
  });
}

/** Without names: `W1 b1 W1 b1`, or the first two of one length. */
function unnamed(found: readonly Found[]): [Found, Found][] {
  const open = found.filter(({ side }) => side !== 'difference' && side !== 'point');
  const half = open.length / 2;
  const repeats =
    Number.isInteger(half) &&
    half >= 1 &&
    open.slice(0, half).every((each, i) => each.label === open[half + i].label && each.label !== '');
  if (repeats) return open.slice(0, half).map((each, i) => [each, open[half + i]]);
  const first = open.find((each, i) =>
    open.slice(i + 1).some((other) => other.array.numbers.length === each.array.numbers.length),
  );
  const second =
    first &&
    open.find(
      (each) =>
        each !== first &&
        open.indexOf(each) > open.indexOf(first) &&
        each.array.numbers.length === first.array.numbers.length,
    );
  if (first && second) return [[first, second]];
  return [];
}

function read(found: readonly Found[]): FormatReading | undefined {
  const named = matched(found);
  const couples = named.length > 0 ? named : unnamed(found);
  const pairs = couples.flatMap(([a, n], i): Pairs[] => {
    const style = styleOf([...a.array.numbers, ...n.array.numbers]);
    const subject = subjectOf(a.label) || (couples.length > 1 ? `array ${i + 1}` : 'gradient');
    return arrayPairs(a.array, n.array, {
      label: subject,
      style,
      mayDiffer: true,
      sides: named.length > 0 ? 'labelled' : 'assumed',
    });
  });
  if (pairs.length === 0) return undefined;
  const point = bySide(found, 'point').find(({ array }) => array.numbers.length === pairs[0].numeric.length);
  return {
    tool: 'two arrays',
    pairs,
    ...(point ? { x: point.array.numbers.map(({ value }) => value) } : {}),
    snippet: 'numpy',
  };
}

export const anyArrays: Format = {
  knows: (text) => text.includes('['),
  read: ({ text }: Message) => read(bracketed(text)),
};

/** Two columns are two sides, not a matrix. */
export const anyMatrices: Format = {
  knows: () => true,
  read: ({ lines }: Message) => {
    const first = lines.find((line) => line.length < 200 && rowOf(line) !== undefined);
    if (first !== undefined && rowOf(first)?.length === 2) return undefined;
    return read(bare(lines).filter(({ array: { numbers, shape } }) => numbers.length > 1 && shape[1] !== 2));
  },
};
