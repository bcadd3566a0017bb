import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { ARCHIVE } from '../../package/package.ts';
import { PROJECT } from '../../package/project.ts';
import { filesBelow } from './built.ts';
import { minified } from './minified.ts';

const WORKER = 'service-worker.js';
const SOURCE = minified(new URL('./scripts/service-worker.ts', import.meta.url));

/** Hosts, npm and other sites read these; no page needs them. */
const NOT_KEPT = [WORKER, '_headers', 'robots.txt', '404.html', ARCHIVE, PROJECT];
const READ_ELSEWHERE = /^embed\/|^llms|\.(md|ipynb)$/;

/** Not fetched before a reader asks for it, and kept from then on: Python, which is larger than all the rest. */
const KEPT_LATER = /^_astro\/python\.[\w-]+\.bin$/;

const sha256 = (content: string | Uint8Array) => createHash('sha256').update(content).digest('base64');

/**
 * The text of the service worker.
 *
 * @param files the content of each file to keep, by its address from the root of the site
 */
export function serviceWorker(files: ReadonlyMap<string, string | Uint8Array>): string {
  const hashes = [...files].map(([file, content]) => [file, `sha256-${sha256(content)}`] as const);
  const version = sha256(JSON.stringify(hashes)).slice(0, 16);
  const those = (later: boolean) => Object.fromEntries(hashes.filter(([file]) => KEPT_LATER.test(file) === later));
  return `const BUILD=${JSON.stringify({ version, files: those(false), later: those(true) })};${SOURCE}`;
}

/** Writes the service worker, over everything that the build has made by then, and says how many files it knows. */
export async function writeServiceWorker(root: string): Promise<number> {
  const files = (await filesBelow(root)).filter((file) => !NOT_KEPT.includes(file) && !READ_ELSEWHERE.test(file));
  const contents = files.map(
    async (file) => [file.replace(/(^|\/)index\.html$/, '$1'), await readFile(path.join(root, file))] as const,
  );
  await writeFile(path.join(root, WORKER), serviceWorker(new Map(await Promise.all(contents))));
  return files.length;
}
