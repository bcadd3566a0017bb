/**
 * Keeps every file of a build for use without a network, the largest from their first use on. A build is kept whole or
 * not at all, and every page is answered from one build: the newest that is complete. The one before it stays, for pages
 * that are still open and have parts of it yet to fetch; their names carry a hash, so the two builds cannot be confused.
 */

/** The few types of a service worker that are needed: TypeScript's own exclude the types of a page. */
interface Waiting extends Event {
  waitUntil(done: Promise<unknown>): void;
}
interface Fetching extends Event {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}
interface ServiceWorkerScope {
  readonly registration: ServiceWorkerRegistration;
  readonly clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(type: 'install' | 'activate', listener: (event: Waiting) => void): void;
  addEventListener(type: 'fetch', listener: (event: Fetching) => void): void;
}
declare const self: ServiceWorkerScope;
type Hashes = Readonly<Record<string, string>>;
/**
 * Written before this script by the build: its hash, and the hash of each file, by its address from the root: those that
 * are kept at once, and those that are kept when they are first asked for.
 */
declare const BUILD: { readonly version: string; readonly files: Hashes; readonly later: Hashes };

const { scope } = self.registration;
/** Several copies of the site may live on one host. */
const SITE = `gradient-checking ${scope} `;
const VERSION = SITE + BUILD.version;
const KEPT_VERSIONS = 2;
/** The types that a browser acts on. */
const TYPES: readonly (readonly [file: RegExp, type: RegExp])[] = [
  [/(^|\/|\.html)$/, /^text\/html\b/],
  [/\.m?js$/, /\bjavascript\b/],
  [/\.css$/, /^text\/css\b/],
  [/\.svg$/, /^image\/svg\+xml\b/],
  [/./, /^(?!text\/html\b)/],
];

const versions = async () => (await caches.keys()).filter((key) => key.startsWith(SITE));

/** Fetches one file of this build, and fails for anything else: another host's, changed on the way, of another type. */
async function fetched(file: string, integrity: string): Promise<[URL, Response]> {
  const address = new URL(file, scope);
  const response = await fetch(address, {
    cache: 'no-cache',
    mode: 'same-origin',
    // Some hosts take the slash off the end of a page's address.
    redirect: /(^|\/)$/.test(file) ? 'follow' : 'error',
    integrity,
  });
  const type = response.headers.get('content-type') ?? '';
  const [, expected = /^/] = TYPES.find(([name]) => name.test(file)) ?? [];
  if (!response.ok || !expected.test(type)) throw new Error(`${file}: ${response.status} ${type}`);
  // A response that was reached through a redirect may not answer a navigation.
  const { status, headers } = response;
  return [address, response.redirected ? new Response(await response.blob(), { status, headers }) : response];
}

async function install() {
  await caches.delete(VERSION);
  const files = await Promise.all(Object.entries(BUILD.files).map(([file, integrity]) => fetched(file, integrity)));
  const cache = await caches.open(VERSION);
  await Promise.all(files.map(([address, response]) => cache.put(address, response)));
  await Promise.all(Object.keys(BUILD.later).map((file) => takeOver(cache, file)));
  await self.skipWaiting();
}

/** Takes a large file over from an earlier build, if that kept the same. */
async function takeOver(cache: Cache, file: string) {
  const address = new URL(file, scope);
  for (const key of await versions()) {
    const kept = await (await caches.open(key)).match(address);
    // where there is no room for it, it is fetched again when it is asked for
    if (kept) return cache.put(address, kept).catch(() => {});
  }
}

/** Fetches a file of those that are kept later, and keeps it if there is room. */
async function fetchedLater(file: string): Promise<Response> {
  const [address, response] = await fetched(file, BUILD.later[file]);
  const copy = response.clone();
  caches
    .open(VERSION)
    .then((cache) => cache.put(address, copy))
    .catch(() => {});
  return response;
}

async function activate() {
  const old = (await versions()).slice(0, -KEPT_VERSIONS).filter((key) => key !== VERSION);
  await Promise.all(old.map((key) => caches.delete(key)));
  await self.clients.claim();
}

/** The address of a page may come without its slash, or with the name of its file. */
const addresses = ({ href }: URL) => [href, href.replace(/\/index\.html$/, '/'), href.replace(/\/?$/, '/')];

async function answer(request: Request): Promise<Response> {
  const url = new URL(request.url);
  url.search = url.hash = '';
  const wanted = request.mode === 'navigate' ? addresses(url) : [url.href];
  for (const key of [VERSION, ...(await versions()).filter((each) => each !== VERSION).reverse()]) {
    // Only a file with a hash in its name, or of a search under way, may come from the build before.
    if (key !== VERSION && !/\/(_astro|pagefind)\//.test(url.pathname)) break;
    const cache = await caches.open(key);
    for (const address of wanted) {
      const kept = await cache.match(address);
      if (kept) return kept;
    }
  }
  const file = url.href.slice(scope.length);
  return Object.hasOwn(BUILD.later, file) ? fetchedLater(file) : fetch(request);
}

self.addEventListener('install', (event) => event.waitUntil(install()));
self.addEventListener('activate', (event) => event.waitUntil(activate()));
self.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method === 'GET' && request.url.startsWith(scope)) event.respondWith(answer(request));
});
