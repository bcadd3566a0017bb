import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { filesBelow } from './files.ts';

const WORKER = 'service-worker.js';

/** Hosts read these; a browser never asks for them. */
const NOT_KEPT = [WORKER, '_headers', 'robots.txt', '404.html'];

/**
 * The worker's text. A version is kept whole or not at all, and every page is answered from one version: the newest
 * that is complete. The version before it stays, for pages that are still open and have parts of it yet to fetch
 * (their names carry a hash, so the two cannot be taken for one another). Names of caches hold the path of the site,
 * since several copies may live on one host.
 */
export function serviceWorker(version: string, files: readonly string[]): string {
  return `const SITE = 'gradient-checking ' + self.registration.scope + ' ';
const VERSION = SITE + ${JSON.stringify(version)};
const FILES = ${JSON.stringify(files)};
const KEPT_VERSIONS = 2;
const absolute = (file) => new URL(file, self.registration.scope);
const versions = async () => (await caches.keys()).filter((key) => key.startsWith(SITE));

// A page that was reached through a redirect may not answer a navigation, so it is kept as if there had been none.
const plain = async (response) => response.redirected
  ? new Response(await response.blob(), { status: response.status, headers: response.headers })
  : response;

async function install() {
  await caches.delete(VERSION);
  const fetched = await Promise.all(FILES.map(async (file) => {
    const response = await fetch(new Request(absolute(file), { cache: 'no-cache' }));
    if (!response.ok) throw new Error(file + ': ' + response.status);
    return [absolute(file), await plain(response)];
  }));
  const cache = await caches.open(VERSION);
  await Promise.all(fetched.map(([url, response]) => cache.put(url, response)));
  await self.skipWaiting();
}

async function activate() {
  const old = (await versions()).slice(0, -KEPT_VERSIONS).filter((key) => key !== VERSION);
  await Promise.all(old.map((key) => caches.delete(key)));
  await self.clients.claim();
}

// A page's address may come without its slash, or with the name of its file.
const addresses = (url) => [url.href, url.href.replace(/\\/index\\.html$/, '/'), url.href.replace(/\\/?$/, '/')];

async function answer(request) {
  const url = new URL(request.url);
  url.search = url.hash = '';
  const wanted = request.mode === 'navigate' ? addresses(url) : [url.href];
  for (const key of [VERSION, ...(await versions()).filter((each) => each !== VERSION).reverse()]) {
    // Only what carries a hash in its name, or belongs to a search under way, may come from the version before.
    if (key !== VERSION && !/\\/(_astro|pagefind)\\//.test(url.pathname)) break;
    const cache = await caches.open(key);
    for (const address of wanted) {
      const kept = await cache.match(address);
      if (kept) return kept;
    }
  }
  return fetch(request);
}

self.addEventListener('install', (event) => event.waitUntil(install()));
self.addEventListener('activate', (event) => event.waitUntil(activate()));
self.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method === 'GET' && request.url.startsWith(self.registration.scope)) event.respondWith(answer(request));
});
`;
}

/** Writes the service worker last, over everything that the build has made. URLs are relative to the worker. */
export const offline = (): AstroIntegration => ({
  name: 'offline',
  hooks: {
    'astro:build:done': async ({ dir, logger }) => {
      const root = fileURLToPath(dir);
      const files = (await filesBelow(root)).filter((file) => !NOT_KEPT.includes(file));
      const hash = createHash('sha256');
      for (const file of files) hash.update(file).update(await readFile(path.join(root, file)));
      const kept = files.map((file) => file.replace(/(^|\/)index\.html$/, '$1'));
      await writeFile(path.join(root, WORKER), serviceWorker(hash.digest('hex').slice(0, 16), kept));
      logger.info(`${files.length} files kept for use without a network`);
    },
  },
});
