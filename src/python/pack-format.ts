/**
 * The one file that holds all of Python: the length of an index in four bytes, the index as JSON (`[path, length]` of
 * each entry), then the bytes of WebAssembly, then those of Python's files. It is compressed as a whole with gzip.
 */
import type { Files } from './files.ts';

export interface Unpacked {
  /** WebAssembly, by path. */
  readonly parts: ReadonlyMap<string, Uint8Array<ArrayBuffer>>;
  readonly files: Files;
}

type Entry = readonly [path: string, bytes: Uint8Array];

/** Python checks that a part exists before it opens it; for that check its content does not matter. */
export const PART_STANDS_IN = new Uint8Array(8);

const isPart = (path: string) => /\.(wasm|so)$/.test(path);
const sum = (lengths: readonly number[]) => lengths.reduce((total, length) => total + length, 0);

/** The file, not compressed. Equal entries give equal bytes, in whichever order they come. */
export function packed(entries: readonly Entry[]): Uint8Array {
  const order = ([a]: Entry, [b]: Entry) => Number(isPart(b)) - Number(isPart(a)) || (a < b ? -1 : 1);
  const sorted = [...entries].sort(order);
  const index = new TextEncoder().encode(JSON.stringify(sorted.map(([path, bytes]) => [path, bytes.length])));
  const whole = new Uint8Array(4 + index.length + sum(sorted.map(([, bytes]) => bytes.length)));
  new DataView(whole.buffer).setUint32(0, index.length, true);
  whole.set(index, 4);
  let at = 4 + index.length;
  for (const [, bytes] of sorted) {
    whole.set(bytes, at);
    at += bytes.length;
  }
  return whole;
}

export function unpacked(whole: Uint8Array<ArrayBuffer>): Unpacked {
  const size = new DataView(whole.buffer, whole.byteOffset).getUint32(0, true);
  const index: [string, number][] = JSON.parse(new TextDecoder().decode(whole.subarray(4, 4 + size)));
  const partLengths = index.filter(([path]) => isPart(path)).map(([, length]) => length);
  const firstFile = 4 + size + sum(partLengths);
  // a copy, since a message to a worker transfers the whole buffer that it is part of
  const fileBytes = whole.slice(firstFile);
  const parts = new Map<string, Uint8Array<ArrayBuffer>>();
  const files = new Map<string, Uint8Array>();
  let at = 4 + size;
  for (const [path, length] of index) {
    if (isPart(path)) {
      parts.set(path, whole.subarray(at, at + length));
      files.set(path, PART_STANDS_IN);
    } else files.set(path, fileBytes.subarray(at - firstFile, at - firstFile + length));
    at += length;
  }
  return { parts, files };
}
