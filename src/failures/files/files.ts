/** Files of arrays, .npy and .npz, instead of a message. */
import { unzipSync } from 'fflate';
import { sideOf, subjectOf } from '../formats/any-sides.ts';
import { arrayPairs } from '../pairs.ts';
import type { Pairs, Reading } from '../reading.ts';
import type { Bracketed } from '../text/bracketed.ts';
import { isNpy, readNpy } from './npy.ts';

/** A file, as it is dropped onto a page or read from a disk. */
export interface GivenFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

interface NamedArray {
  readonly name: string;
  readonly array: Bracketed;
}

/** Members of an archive are unpacked up to this many bytes in all, and at most the second number of them. */
const LARGEST = 64 * 2 ** 20;
const MOST_MEMBERS = 100;

export const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] <= 7;

function arraysOf({ name, bytes }: GivenFile): NamedArray[] {
  if (isZip(bytes)) {
    let [total, members] = [0, 0];
    const files = unzipSync(bytes, {
      filter: (entry) => {
        if (!entry.name.endsWith('.npy') || entry.originalSize > LARGEST - total) return false;
        total += entry.originalSize;
        return ++members <= MOST_MEMBERS;
      },
    });
    return Object.entries(files).flatMap(([entry, content]) =>
      arraysOf({ name: entry.replace(/\.npy$/, ''), bytes: content }),
    );
  }
  const found: NamedArray[] = [];
  for (let at = 0; isNpy(bytes, at); ) {
    const read = readNpy(bytes, at);
    if (!read) break;
    found.push({ name: found.length === 0 ? name : `${name} (${found.length + 1})`, array: read.array });
    at = read.end;
  }
  return found;
}

/** Arrays in pairs: by the side that each name tells and the rest of the name; else in their order. */
function couples(arrays: readonly NamedArray[]): { pairs: [NamedArray, NamedArray][]; labelled: boolean } {
  const side = (which: 'analytic' | 'numeric') => arrays.filter(({ name }) => sideOf(name) === which);
  const [analytic, numeric] = [side('analytic'), side('numeric')];
  const pairs = analytic.flatMap((a, i): [NamedArray, NamedArray][] => {
    const n = numeric.find(({ name }) => subjectOf(name) === subjectOf(a.name)) ?? numeric[i];
    return n ? [[a, n]] : [];
  });
  if (pairs.length > 0) return { pairs, labelled: true };
  return { pairs: arrays.length === 2 ? [[arrays[0], arrays[1]]] : [], labelled: false };
}

/** The pairs that a few files hold together. */
export function readFiles(files: readonly GivenFile[]): Reading {
  const arrays = files.flatMap(arraysOf);
  const { pairs, labelled } = couples(arrays);
  const point = arrays.find(({ name }) => sideOf(name.replace(/\.npy$/, '')) === 'point');
  const found = pairs.flatMap(([a, n]): Pairs[] => {
    const label = subjectOf(a.name.replace(/\.npy$/, '')) || 'gradient';
    return arrayPairs(a.array, n.array, {
      label,
      style: 'exact',
      mayDiffer: true,
      sides: labelled ? 'labelled' : 'assumed',
    });
  });
  return {
    tool: 'NumPy files',
    files: true,
    pairs: found,
    facts: [],
    ...(point && found.length === 1 ? { x: point.array.numbers.map(({ value }) => value) } : {}),
    snippet: 'numpy',
    ...(found.length === 0
      ? {
          unread:
            arrays.length === 1
              ? 'a second array: give both files, or one .npz that holds “analytic” and “numeric”'
              : 'two arrays of real numbers, best called “analytic” and “numeric”',
        }
      : {}),
  };
}
