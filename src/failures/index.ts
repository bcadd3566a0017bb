/**
 * What another tool printed when a gradient check failed, read and explained: which pairs of numbers, is it the gradient or the
 * check, which elements, which bug, what next. Pure; runs in Node and in the page.
 */
import { conclude } from './conclude.ts';
import { type GivenFile, isZip, readFiles } from './files/files.ts';
import { isNpy } from './files/npy.ts';
import { anyArrays, anyMatrices } from './formats/any-arrays.ts';
import { anyColumns } from './formats/any-columns.ts';
import { anyLines, loneNumber } from './formats/any-lines.ts';
import type { Format, Message } from './formats/format.ts';
import { FORMATS } from './formats/index.ts';
import { nextSteps, summaryOf } from './next.ts';
import { swapSides } from './pairs.ts';
import type { Reading } from './reading.ts';
import { clean } from './text/clean.ts';
import type { FailureReading } from './types.ts';

export type { GivenFile } from './files/files.ts';
export { OPENINGS } from './next.ts';
export * from './types.ts';

export interface ReadOptions {
  /** The reader knows better which side is the analytic one. */
  readonly swapped?: boolean;
}

/** For texts in which no tool is recognised. */
const ANY: readonly Format[] = [loneNumber, anyArrays, anyLines, anyMatrices, anyColumns];

const EXPECTED =
  'the output of a gradient checker with both gradients in it; or two arrays, two columns, CSV or JSON with “analytic” and “numeric”';

const nothing = (unread: string): Reading => ({ tool: 'not recognised', pairs: [], facts: [], unread });

function readMessage(message: Message): Reading {
  let partly: Reading | undefined;
  for (const format of [...FORMATS, ...ANY]) {
    if (!format.knows(message.text)) continue;
    const reading = format.read(message);
    if (!reading) continue;
    if (reading.pairs.length > 0 || reading.facts.length > 0 || reading.claims === 'agreement') return reading;
    partly ??= reading;
  }
  return partly ?? nothing(EXPECTED);
}

function explain(read: Reading, { swapped = false }: ReadOptions): FailureReading {
  const reading = swapped ? { ...read, pairs: read.pairs.map(swapSides) } : read;
  const { tool, unread } = reading;
  const { conclusion, findings, comparisons } = conclude(reading);
  const problem = unread === undefined ? {} : { problem: `Not all of it could be read. Expected: ${unread}.` };
  const found = { tool, comparisons, conclusion, findings };
  return { ...found, next: nextSteps(reading, found), summary: summaryOf(found), ...problem };
}

/** A message that brings the reader to an end in spite of all care is one that cannot be read. */
function safely(read: () => Reading, options: ReadOptions): FailureReading {
  try {
    return explain(read(), options);
  } catch {
    return explain(nothing(EXPECTED), options);
  }
}

/** A text that is a file of arrays, one character a byte. */
function bytesOf(text: string): Uint8Array | undefined {
  const head = Uint8Array.from(text.slice(0, 8), (c) => c.charCodeAt(0));
  return isNpy(head) || (isZip(head) && text.charCodeAt(3) <= 8)
    ? Uint8Array.from(text, (c) => c.charCodeAt(0))
    : undefined;
}

/**
 * Reads what a gradient checker printed. Never throws: what cannot be read is said in `problem`, with what was expected.
 *
 * @param text the message as it was copied, with whatever surrounds it; or a .npy or .npz file as latin1
 * @example
 * const { conclusion, findings, comparisons } = readFailure(message);
 * conclusion; // 'wrong', and findings[0].says: 'All 6 wrong elements are 10 times the numeric slope …'
 */
export function readFailure(text: string, options: ReadOptions = {}): FailureReading {
  return safely(() => {
    const bytes = bytesOf(text);
    if (bytes) return readFiles([{ name: 'the array', bytes }]);
    const plain = clean(text);
    return readMessage({ text: plain, lines: plain.split('\n') });
  }, options);
}

/** Reads files: .npy and .npz as arrays, all others as text. Two .npy files are two sides, by their names. */
export function readFailureFiles(files: readonly GivenFile[], options: ReadOptions = {}): FailureReading {
  const arrays = files.filter(({ bytes }) => isNpy(bytes) || isZip(bytes));
  if (arrays.length > 0) return safely(() => readFiles(arrays), options);
  const decoder = new TextDecoder();
  return readFailure(files.map(({ bytes }) => decoder.decode(bytes)).join('\n'), options);
}
