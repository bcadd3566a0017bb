/** The two files of the checker that a reader may save: each one module without imports, with its types beside it. */
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { bundle } from '../../package/bundle.ts';

/** From the project's folder: a page that asks for a download is itself built into a file elsewhere. */
const CHECKER = path.resolve('src/checker');

interface Download {
  readonly name: string;
  readonly entry: string;
  readonly does: string;
  /**
   * Bytes of the whole: minified, after gzip. A test holds it to this. The whole has the checks of losses, layers,
   * directions and given gradients, which nobody needs all at once: a bundler takes what a page imports.
   */
  readonly budget: number;
}

const TEXTBOOK: Download = {
  name: 'textbook',
  entry: 'textbook/index.ts',
  does: 'The textbook check and its error curve.',
  budget: 4800,
};

export const EVERYTHING: Download = {
  name: 'checker',
  entry: 'index.ts',
  does: 'All of it: verdicts with error bars, names of bugs, reports in English, the check along directions.',
  budget: 60_000,
};

export const DOWNLOADS: readonly Download[] = [TEXTBOOK, EVERYTHING];

/** Bytes of a text as a host sends it. */
const gzipSize = (text: string): number => gzipSync(text, { level: 9 }).length;

const BANNER = '/*! Gradient Checking, Live. MIT */\n';

interface Made {
  /** As it is saved: readable, without the comments, which the types have. */
  readonly script: string;
  readonly types: string;
  /** Bytes after gzip: of the script, and of what a bundler that minifies would make of it. */
  readonly size: { readonly saved: number; readonly minified: number };
}

const made = new Map<string, Promise<Made>>();

/** A download as text; made once, however many pages ask for it. */
export function download(each: Download): Promise<Made> {
  const found = made.get(each.name) ?? make(each);
  made.set(each.name, found);
  return found;
}

async function make({ name, entry }: Download): Promise<Made> {
  const input = { [name]: path.join(CHECKER, entry) };
  const named = { entryFileNames: '[name].mjs' };
  const [readable, small] = await bundle({ input, contents: 'both' }, [named, { ...named, minify: true }]);
  if (readable.files.size !== 2 || readable.imports.size > 0)
    throw new Error(`${entry} does not make one script and one file of types that import nothing`);
  const text = ({ files }: typeof readable, ending: string): string => BANNER + (files.get(name + ending) ?? '');
  return {
    script: text(readable, '.mjs'),
    types: text(readable, '.d.mts'),
    size: { saved: gzipSize(text(readable, '.mjs')), minified: gzipSize(text(small, '.mjs')) },
  };
}

/** Writes the downloads and their types to a folder, and says how much each script weighs. */
export async function takeHome(folder: string, say: (line: string) => void): Promise<void> {
  for (const each of DOWNLOADS) {
    const { script, types, size } = await download(each);
    await writeFile(path.join(folder, `${each.name}.mjs`), script);
    await writeFile(path.join(folder, `${each.name}.d.mts`), types);
    say(`${each.name}.mjs: ${size.saved} bytes after gzip, ${size.minified} once it is minified`);
  }
}
