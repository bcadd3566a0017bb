/** Any two arrays, with or without a name before them: NumPy, PyTorch, JSON, Python lists, Octave, Julia and R matrices. */
import { arrayPairs, type Pairs, type Reading } from '../reading.ts';
import { arrayAt, type Bracketed } from '../text/array.ts';
import { styleOf } from '../text/digits.ts';
import { matrixAt } from '../text/rows.ts';
import { type Side, sideOf, subjectOf } from './any-sides.ts';
import type { Format, Message } from './format.ts';

interface Found {
  readonly label: string;
  readonly side: Side | undefined;
  readonly array: Bracketed;
}

/** So far back a name is looked for. */
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

/** All arrays in brackets that stand on their own. */
function bracketed(text: string): Found[] {
  const found: Found[] = [];
  for (let at = text.indexOf('['); at >= 0; ) {
    const array = arrayAt(text, at);
    if (array.numbers.length > 0 && !isSubscript(text, array, at)) {
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

function read(found: readonly Found[]): Reading | undefined {
  const named = matched(found);
  const couples = named.length > 0 ? named : unnamed(found);
  const pairs = couples.flatMap(([a, n], i): Pairs[] => {
    const style = styleOf([...a.array.numbers, ...n.array.numbers]);
    const subject = subjectOf(a.label) || (couples.length > 1 ? `array ${i + 1}` : 'gradient');
    const isArray = style === 'general' ? 'array' : style;
    return arrayPairs(a.array, n.array, {
      label: subject,
      style: isArray,
      sides: named.length > 0 ? 'labelled' : 'assumed',
    });
  });
  if (pairs.length === 0) return undefined;
  const point = bySide(found, 'point').find(({ array }) => array.numbers.length === pairs[0].numeric.length);
  return {
    tool: 'two arrays',
    pairs,
    facts: [],
    ...(point ? { x: point.array.numbers.map(({ value }) => value) } : {}),
    snippet: 'numpy',
  };
}

export const anyArrays: Format = {
  knows: (text) => text.includes('['),
  read: ({ text }: Message) => read(bracketed(text)),
};

export const anyMatrices: Format = {
  knows: () => true,
  read: ({ lines }: Message) =>
    read(bare(lines).filter(({ array }) => array.numbers.length > 1 && array.shape.length > 0)),
};
