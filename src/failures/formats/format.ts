/** The type of a format, and functions that many of them are read with. */
import { listPairs } from '../pairs.ts';
import type { Fact, Pairs, Reading } from '../reading.ts';
import type { Style } from '../text/digits.ts';
import { numberAfter, numbersIn, type Printed } from '../text/number.ts';

/** A cleaned message, whole and line by line. */
export interface Message {
  readonly text: string;
  readonly lines: readonly string[];
}

/** One tool's way of printing. */
export interface Format {
  /** Whether its own words stand in the text; cheap, since every format is asked. */
  readonly knows: (text: string) => boolean;
  /** Undefined where the words were there, but nothing that they announce. */
  readonly read: (message: Message) => FormatReading | undefined;
}

/** A reading as a format gives it. */
export interface FormatReading extends Omit<Reading, 'facts'> {
  readonly facts?: readonly Fact[];
  /** Described to the reader where no pairs were found. */
  readonly expected?: string;
}

/** Reads a message by a format, and fills in what the format leaves out. */
export function readBy({ read }: Format, message: Message): Reading | undefined {
  const found = read(message);
  if (!found) return undefined;
  const { expected, ...reading } = found;
  return { facts: [], ...reading, ...(expected && reading.pairs.length === 0 && { unread: expected }) };
}

/** Lines longer than this are not looked at for words: they hold arrays, or rubbish. */
const LONGEST_LINE = 2000;

/** What a pattern finds in each line that it matches. */
export function matchLines(lines: readonly string[], pattern: RegExp): { match: RegExpExecArray; line: number }[] {
  const found: { match: RegExpExecArray; line: number }[] = [];
  lines.forEach((text, line) => {
    const match = text.length <= LONGEST_LINE ? pattern.exec(text) : null;
    if (match) found.push({ match, line });
  });
  return found;
}

/** Every place where a phrase stands. */
export function placesOf(text: string, phrase: string): number[] {
  const found: number[] = [];
  for (let at = text.indexOf(phrase); at >= 0; at = text.indexOf(phrase, at + phrase.length)) found.push(at);
  return found;
}

/** One pair that a message names. */
export interface NamedPair {
  readonly analytic: Printed;
  readonly numeric: Printed;
  readonly name?: string | undefined;
  readonly x?: Printed | undefined;
}

/** The comparison of pairs that were found one by one; none where none were found. */
export function pairsOf(
  found: readonly NamedPair[],
  options: Partial<Omit<Pairs, 'analytic' | 'numeric' | 'halves'>> & { readonly label: string; readonly style: Style },
): Pairs[] {
  if (found.length === 0) return [];
  const named = found.every(({ name }) => name !== undefined);
  const placed = found.every(({ x }) => x !== undefined);
  const given = {
    ...(named ? { names: found.map(({ name }) => name as string) } : {}),
    ...(placed ? { x: found.map(({ x }) => (x as Printed).value) } : {}),
    ...options,
  };
  const side = (which: 'analytic' | 'numeric') => found.map((pair) => pair[which]);
  return [listPairs(side('analytic'), side('numeric'), given)];
}

/** The two numbers of a line (or a stretch of text) after two phrases. */
export function bothAfter(text: string, analytic: string, numeric: string, from = 0): NamedPair | undefined {
  const [a, n] = [numberAfter(text, analytic, from), numberAfter(text, numeric, from)];
  return a && n ? { analytic: a, numeric: n } : undefined;
}

/** The numbers of a table row, if it has `count` of them, with or without text between them. */
export function cellsOf(line: string, count: number): Printed[] | undefined {
  const cells = line.length <= LONGEST_LINE ? numbersIn(line) : [];
  return cells.length >= count ? cells : undefined;
}
