import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import { serviceWorker } from '@/site/finish/offline.ts';
import { serve } from '../../../scripts/serve.mjs';

/** A small site of one version: a page, and a part that it fetches later. */
export function publish(folder: string, version: string): void {
  const part = `_astro/part.${version}.js`;
  const files = {
    [part]: `export const version = '${version}';`,
    'index.html': `<!doctype html><title>${version}</title><script type="module">
      navigator.serviceWorker.register('./service-worker.js');
      window.part = () => import('./${part}').then((each) => each.version);
    </script>`,
  };
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(path.join(folder, '_astro'), { recursive: true });
  for (const [file, text] of Object.entries(files)) writeFileSync(path.join(folder, file), text);
  const kept = Object.entries(files).map(([file, text]) => [file.replace('index.html', ''), text] as const);
  writeFileSync(path.join(folder, 'service-worker.js'), serviceWorker(new Map(kept)));
}

/** A host for a small site of one version, whose answers a test may change. */
export async function changingHost(version: string) {
  const folder = mkdtempSync(path.join(tmpdir(), 'versions-'));
  publish(folder, version);
  const answers = new Map<string, RequestListener>();
  const { url, close } = await serve(folder);
  const server = createServer(async (request, response) => {
    const own = answers.get(request.url ?? '');
    if (own) return own(request, response);
    const answer = await fetch(new URL(request.url ?? '/', url));
    response.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? '' });
    response.end(Buffer.from(await answer.arrayBuffer()));
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  onTestFinished(async () => {
    server.closeAllConnections();
    server.close();
    await close();
    rmSync(folder, { recursive: true, force: true });
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, answers, folder };
}

/** A page, whichever way its browser is driven. */
interface Visitor {
  goto(url: string): Promise<unknown>;
  evaluate<T>(run: () => Promise<T>): Promise<T>;
}

/** Names of the caches once a worker has been installed, or has failed to be. */
export const cachesAfter = async (page: Visitor, url: string): Promise<string[]> => {
  await page.goto(url);
  return page.evaluate(async () => {
    const registration = await navigator.serviceWorker.register('./service-worker.js').catch(() => undefined);
    const worker = registration?.installing ?? registration?.waiting ?? registration?.active;
    while (worker && !['activated', 'redundant'].includes(worker.state))
      await new Promise((resolve) => worker.addEventListener('statechange', resolve, { once: true }));
    return caches.keys();
  });
};

const PART = '/_astro/part.one.js';
const TEXT = "export const version = 'one';";
const type = { 'content-type': 'text/javascript' };
const cors = { 'access-control-allow-origin': '*' };

/** How a host may answer when the worker asks for a part of a version, and how many versions are then kept. */
export const PART_ANSWERS: readonly (readonly [name: string, answer: RequestListener, kept: number])[] = [
  ['as it was built: kept', (_, response) => response.writeHead(200, type).end(TEXT), 1],
  ['changed on its way', (_, response) => response.writeHead(200, type).end(`${TEXT} evil()`), 0],
  ['of another type', (_, response) => response.writeHead(200, { 'content-type': 'text/html' }).end(TEXT), 0],
  ['redirected on the same host', (_, response) => response.writeHead(302, { location: '/_astro/other.js' }).end(), 0],
  [
    'redirected to another host that sends the very bytes',
    ({ headers }, response) => {
      const { port } = new URL(`http://${headers.host}`);
      response.writeHead(302, { location: `http://localhost:${port}/_astro/other.js`, ...cors }).end();
    },
    0,
  ],
];

/** A host that answers so; another name of it is another origin to a browser. */
export async function answeringHost(answer: RequestListener): Promise<string> {
  const { url, answers } = await changingHost('one');
  answers.set(PART, answer);
  answers.set('/_astro/other.js', (_, response) => response.writeHead(200, { ...type, ...cors }).end(TEXT));
  return url;
}
