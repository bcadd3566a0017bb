import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { serve } from '../../../scripts/serve.mjs';
import { DIST } from './site.ts';

export interface Host {
  /** Where the site is, with its path and a slash at the end. */
  readonly url: string;
  readonly close: () => Promise<void> | void;
}

const NGINX = ['/usr/sbin/nginx', '/usr/bin/nginx', '/usr/local/bin/nginx', '/opt/homebrew/bin/nginx'].find((place) =>
  existsSync(place),
);

/** Whether this machine has nginx, so that the recipe itself is what is tested. */
export const HAS_NGINX = NGINX !== undefined;

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function answers(url: string): Promise<void> {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const ok = await fetch(url).then(
      (answer) => answer.ok,
      () => false,
    );
    if (ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`Nothing answers at ${url}`);
}

/** The recipe for nginx as it stands, but for the port and the folder; the files are copied to `base` below the root. */
export async function nginx(base: string, site = DIST): Promise<Host> {
  const folder = mkdtempSync(path.join(tmpdir(), 'nginx-'));
  const root = path.join(folder, 'html');
  mkdirSync(path.join(root, base), { recursive: true });
  cpSync(site, path.join(root, base), { recursive: true });
  const port = await freePort();
  const recipe = readFileSync('hosting/nginx.conf', 'utf8')
    .replace('listen 8080;', `listen 127.0.0.1:${port};`)
    .replace('root /usr/share/nginx/html;', `root ${root};`);
  const scratch = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
  const types = existsSync('/etc/nginx/mime.types') ? 'include /etc/nginx/mime.types;' : '';
  const paths = scratch.map((name) => `${name}_temp_path ${folder}/${name};`).join(' ');
  // Started by root it would serve as another user, who may not read a folder of root's.
  const user = process.getuid?.() === 0 ? 'user root;' : '';
  const file = path.join(folder, 'nginx.conf');
  writeFileSync(
    file,
    `${user} daemon off; pid ${folder}/pid; error_log stderr warn; events {}\nhttp { ${types} access_log off; ${paths}\n${recipe}\n}`,
  );
  const server = spawn(NGINX!, ['-c', file, '-p', folder], { stdio: ['ignore', 'ignore', 'inherit'] });
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()));
  const url = `http://127.0.0.1:${port}${base}`;
  await answers(url);
  return {
    url,
    close: async () => {
      server.kill('SIGTERM');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** nginx where it is installed, else the plain static server of `npm start`. */
export const host = (base: string): Promise<Host> => (HAS_NGINX ? nginx(base) : serve(DIST, { base }));

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.svg': 'image/svg+xml',
};

/** A host that takes the slash off the end of every address: /method/choosing-h/ leads to /method/choosing-h. */
export async function slashDroppingHost(base: string): Promise<Host> {
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://host');
    if (url.pathname.length > 1 && url.pathname.endsWith('/')) {
      response.writeHead(301, { location: url.pathname.slice(0, -1) + url.search }).end();
      return;
    }
    const wanted = path.join(DIST, `${url.pathname}/`.slice(base.length).replace(/\/$/, ''));
    const file = existsSync(wanted) && statSync(wanted).isDirectory() ? path.join(wanted, 'index.html') : wanted;
    if (!existsSync(file)) {
      response.writeHead(404).end('Not found');
      return;
    }
    response.writeHead(200, { 'content-type': TYPES[path.extname(file)] ?? 'application/octet-stream' });
    response.end(readFileSync(file));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}${base}`,
    close: () => new Promise<void>((resolve) => void server.close(() => resolve()).closeAllConnections()),
  };
}
