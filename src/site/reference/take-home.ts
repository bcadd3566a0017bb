import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { rolldown } from 'rolldown';
import { declarationsOf } from './declarations.ts';
import { withoutWords } from './without-words.ts';

/** From the project's folder: a page that asks for a download is itself built into a file elsewhere. */
const CHECKER = path.resolve('src/checker');

interface Download {
  readonly name: string;
  readonly entry: string;
  /** Bytes of the script after gzip that it must not exceed; a test sees to it. */
  readonly budget: number;
  /** Whether it names the bugs, and speaks English. */
  readonly named: boolean;
}

/** The files that the site gives away: each one ES module without dependencies, with its types beside it. */
export const DOWNLOADS: readonly Download[] = [
  { name: 'checker', entry: 'core.ts', budget: 13_500, named: false },
  { name: 'checker-full', entry: 'index.ts', budget: 42_000, named: true },
];

const BANNER = '/*! Gradient Checking, Live. MIT */';

/** One download as text: the script, minified, and its types, with the comments of the source. */
export async function download({ entry, named }: Download): Promise<{ script: string; types: string }> {
  const input = path.join(CHECKER, entry);
  const bundle = await rolldown({ input, platform: 'neutral', plugins: named ? [] : [withoutWords(CHECKER)] });
  const { output } = await bundle.generate({ format: 'es', minify: true });
  await bundle.close();
  if (output.length !== 1 || output[0].imports.length > 0)
    throw new Error(`${entry} does not make one file that imports nothing`);
  return { script: `${BANNER}\n${output[0].code}`, types: `${BANNER}\n${declarationsOf(input)}` };
}

/** Bytes of a text as a host sends it. */
export const gzipSize = (text: string): number => gzipSync(text, { level: 9 }).length;

/** Writes `checker.js`, `checker-full.js` and their types to a folder, and says how much each script weighs. */
export async function takeHome(folder: string, say: (line: string) => void): Promise<void> {
  for (const each of DOWNLOADS) {
    const { script, types } = await download(each);
    await writeFile(path.join(folder, `${each.name}.js`), script);
    await writeFile(path.join(folder, `${each.name}.d.ts`), types);
    say(`${each.name}.js: ${gzipSize(script)} bytes after gzip`);
  }
}
