/**
 * What another tool printed when a gradient check failed, read and explained: which pairs of numbers, is it the gradient or the
 * check, which elements, which bug, what next. Pure; runs in Node and in the page.
 */
import { conclude } from './conclude.ts';
import { type GivenFile, isZip, readFiles } from './files/files.ts';
import { isNpy } from './files/npy.ts';
import { type Message, readBy } from './formats/format.ts';
import { ANY_FORMATS, FORMATS } from './formats/index.ts';
import { nextSteps, summaryOf } from './next.ts';
import { swapSides } from './pairs.ts';
import type { Reading } from './reading.ts';
import { clean } from './text/clean.ts';
import type { FailureReading } from './types.ts';

export type { GivenFile } from './files/files.ts';
export { OPENINGS } from './next.ts';
export * from './types.ts';

/** What a text can be read as: the ids and names of all formats, the special before the general. */
export const FORMAT_NAMES: readonly { readonly id: string; readonly name: string }[] = [...FORMATS, ...ANY_FORMATS].map(
  ({ id, name }) => ({ id, name }),
);

export interface ReadOptions {
  /** The reader says that the two sides are the other way round. */
  readonly swapped?: boolean;
  /** Which format the text has: an id of {@link FORMAT_NAMES}. By default it is recognised. */
  readonly format?: string | undefined;
}

const EXPECTED =
  'the output of a gradient checker with both gradients in it; or two arrays, two columns, CSV or JSON with “analytic” and “numeric”';

const nothing = (unread: string): Reading => ({ tool: 'not recognised', pairs: [], facts: [], unread });

/** A reading, and the id of the format that made it. */
type Read = Reading & { readonly format?: string };

function recognised(message: Message): Read {
  let partly: Read | undefined;
  for (const { id, format } of [...FORMATS, ...ANY_FORMATS]) {
    if (!format.knows(message.text)) continue;
    const reading = readBy(format, message);
    if (!reading) continue;
    const found = { ...reading, format: id };
    if (reading.pairs.length > 0 || reading.facts.length > 0 || reading.claims === 'agreement') return found;
    partly ??= found;
  }
  return partly ?? nothing(EXPECTED);
}

function readMessage(message: Message, id: string | undefined): Read {
  const chosen = id === undefined ? undefined : [...FORMATS, ...ANY_FORMATS].find((each) => each.id === id);
  if (!chosen) return recognised(message);
  const otherwise = { ...nothing(`what ${chosen.name} prints`), tool: chosen.name, format: chosen.id };
  try {
    const reading = readBy(chosen.format, message);
    return reading ? { ...reading, format: chosen.id } : otherwise;
  } catch {
    return otherwise;
  }
}

function explain(read: Read, { swapped = false }: ReadOptions): FailureReading {
  const reading = swapped ? { ...read, pairs: read.pairs.map(swapSides) } : read;
  const { tool, unread, format } = reading;
  const { conclusion, findings, comparisons } = conclude(reading);
  const problem = unread === undefined ? {} : { problem: `Not all of it could be read. Expected: ${unread}.` };
  const found = { tool, ...(format === undefined ? {} : { format }), comparisons, conclusion, findings };
  return { ...found, next: nextSteps(reading, found), summary: summaryOf(found), ...problem };
}

/** Should reading throw in spite of all care, the message counts as one that cannot be read. */
function safely(read: () => Read, options: ReadOptions): FailureReading {
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
    return readMessage({ text: plain, lines: plain.split('\n') }, options.format);
  }, options);
}

/** Reads files: .npy and .npz as arrays, all others as text. Two .npy files are two sides, by their names. */
export function readFailureFiles(files: readonly GivenFile[], options: ReadOptions = {}): FailureReading {
  const arrays = files.filter(({ bytes }) => isNpy(bytes) || isZip(bytes));
  if (arrays.length > 0) return safely(() => readFiles(arrays), options);
  const decoder = new TextDecoder();
  return readFailure(files.map(({ bytes }) => decoder.decode(bytes)).join('\n'), options);
}
