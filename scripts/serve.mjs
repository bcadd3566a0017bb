// @ts-check
// Serves a folder of files as a plain static host would: what `npm start` and the browser tests use.

import { once } from 'node:events';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import sirv from 'sirv';

/** @type {Readonly<Record<string, string>>} */
const COMPRESSED = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.mts': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** Compressed files by their path: none is compressed twice. @type {Map<string, { etag: string, body: Buffer }>} */
const kept = new Map();

/**
 * Sends text files compressed, as every real host does: without it a page weighs four times as much.
 * @param {string} folder
 * @returns {(request: import('node:http').IncomingMessage, response: import('node:http').ServerResponse) => boolean}
 *   whether it has answered
 */
function compressing(folder) {
  return (request, response) => {
    if (request.method !== 'GET' || !/\bgzip\b/.test(request.headers['accept-encoding'] ?? '')) return false;
    // No file of the site has a name that a URL must escape.
    const name = new URL(request.url ?? '/', 'http://host').pathname.replace(/\/$/, '/index.html');
    const file = path.join(folder, path.normalize(name));
    const type = COMPRESSED[path.extname(file)];
    const found = type === undefined ? undefined : statSync(file, { throwIfNoEntry: false });
    if (!found?.isFile()) return false;
    const etag = `W/"${found.size}-${found.mtimeMs}"`;
    const headers = { 'content-type': type, etag, 'cache-control': 'no-cache', vary: 'accept-encoding' };
    if (request.headers['if-none-match'] === etag) {
      response.writeHead(304, headers).end();
      return true;
    }
    let sent = kept.get(file);
    if (sent?.etag !== etag) {
      sent = { etag, body: gzipSync(readFileSync(file)) };
      kept.set(file, sent);
    }
    response.writeHead(200, { ...headers, 'content-encoding': 'gzip', 'content-length': sent.body.length });
    response.end(sent.body);
    return true;
  };
}

/**
 * @param {string} folder what to serve
 * @param {{ port?: number, base?: string }} [options] base: the path to serve under, such as `/some/sub/path/`
 * @returns {Promise<{ url: string, close: () => Promise<void> }>}
 */
export async function serve(folder, { port = 0, base = '/' } = {}) {
  const files = sirv(folder, { etag: true, dev: true });
  const compressed = compressing(folder);
  const notFound = path.join(folder, '404.html');
  const server = createServer((request, response) => {
    const refuse = () => {
      response.writeHead(404, { 'content-type': 'text/html; charset=utf-8' });
      response.end(existsSync(notFound) ? readFileSync(notFound) : 'Not found');
    };
    if (!request.url?.startsWith(base)) return refuse();
    // As other servers do: `//tools/` is the folder `tools`.
    request.url = request.url.slice(base.length).replace(/^\/*/, '/');
    if (!compressed(request, response)) files(request, response, refuse);
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  return {
    url: `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : port}${base}`,
    close: () => new Promise((resolve) => void server.close(() => resolve()).closeAllConnections()),
  };
}
