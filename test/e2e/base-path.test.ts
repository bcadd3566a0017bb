import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { programOf } from './support/cell.ts';
import { HAS_NGINX, type Host, host, nginx, slashDroppingHost } from './support/hosts.ts';
import { allAwake, DIST, island, pages, watch } from './support/site.ts';
import { useBrowser } from './support/use-browser.ts';

const browser = useBrowser();

/** Finds a chapter by a word of it, and follows the first result. */
async function searchFor(page: Page, words: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.locator('#starlight__search input').fill(words);
  await page.locator('.pagefind-ui__result-link').first().click();
  await page.waitForLoadState();
}

/**
 * The pages with the most to load. Every page is visited only in the hardest case: below a path, on a host that drops the
 * slash. In the easiest, at the root of a plain host, all other files use them.
 */
const SOME = ['', 'method/gradient-checker/', 'misleads/thresholds/'];

describe.each([
  ['/some/deep/path/', HAS_NGINX ? 'nginx' : 'a static server', host, SOME],
  ['/', 'a host that drops the slash at the end', slashDroppingHost, SOME],
  ['/some/deep/path/', 'a host that drops the slash at the end', slashDroppingHost, pages()],
] as const)('the same build at %s of %s', (base, _name, start, visited) => {
  let served: Host;
  beforeAll(async () => {
    served = await start(base);
  });
  afterAll(() => served?.close());

  async function visit(address: string) {
    const context = await browser().newContext({ serviceWorkers: 'block' });
    const page = await context.newPage();
    const troubles = watch(page, new URL(served.url).origin);
    page.on('response', (answer) => {
      if (answer.status() >= 400) troubles.push(`${answer.status()} ${answer.url()}`);
    });
    await page.goto(served.url + address, { waitUntil: 'load' });
    return { page, context, troubles };
  }

  it('has its style, and wakes every island', async () => {
    const { page, troubles } = await visit('');
    for (const address of visited) {
      await page.goto(served.url + address);
      await allAwake(page);
      const font = await page.evaluate(() => getComputedStyle(document.body).fontFamily);
      expect(font).toContain('Source Serif 4');
      expect(troubles).toEqual([]);
    }
  });

  it('leads from page to page, by links and by search', async () => {
    const { page, troubles } = await visit('');
    await page.getByRole('link', { name: 'Choosing h' }).first().click();
    await page.waitForURL(/method\/choosing-h/);
    await page.getByRole('link', { name: /^Next/ }).click();
    await page.waitForURL(/misleads\/thresholds/);
    await searchFor(page, 'kink within reach');
    await page.waitForURL(/misleads\/kinks-noise-precision/);
    expect(page.url().startsWith(served.url)).toBe(true);
    await page.getByRole('link', { name: 'Gradient Checking, Live' }).click();
    await page.waitForURL((url) => !/misleads/.test(url.pathname));
    expect(troubles).toEqual([]);
  });

  it('gives the checker away as a module that a page may import', async () => {
    for (const name of ['textbook.mjs', 'checker.mjs']) {
      const answer = await fetch(`${served.url}${name}`);
      expect([answer.status, answer.headers.get('content-type')], name).toEqual([
        200,
        expect.stringMatching(/^text\/javascript/),
      ]);
    }
  });

  it("runs the reader's code", async () => {
    const { page, troubles } = await visit('method/gradient-checker/');
    const cell = await programOf(page);
    await cell.getByRole('button', { name: 'Run' }).click();
    await cell.getByRole('status').getByText('PASS').waitFor({ state: 'attached' });
    expect(troubles).toEqual([]);
  });

  it('opens a link to a figure as it was set', async () => {
    const first = await visit('method/three-checks/');
    const runner = await island(first.page, 'check-runner');
    await runner.getByLabel('Step h, as a number').fill('1e-3');
    await first.page.waitForFunction(() => location.search + location.hash !== '');
    const set = await runner.locator('[data-verdict]').first().innerText();
    const link = first.page.url().slice(new URL(served.url).href.length);
    await first.context.close();
    const second = await visit(link);
    const again = await island(second.page, 'check-runner');
    expect(await again.getByLabel('Step h, as a number').inputValue()).toMatch(/1e-3|0\.001/);
    expect(await again.locator('[data-verdict]').first().innerText()).toBe(set);
    expect(second.troubles).toEqual([]);
  });
});

describe('a wrong address', () => {
  it.runIf(HAS_NGINX)('at any depth is answered by a page that leads to the first one', async () => {
    const served = await host('/');
    const page = await browser().newPage();
    for (const address of ['nowhere', 'method/nowhere/', 'a/b/c/d']) {
      const answer = await page.goto(served.url + address);
      expect(answer?.status()).toBe(404);
      const link = page.getByRole('link', { name: 'first page' });
      await expect.poll(() => link.evaluate((a: HTMLAnchorElement) => a.href)).toBe(served.url);
    }
    await page.close();
    await served.close();
  });

  it('below a deep path finds the first page by itself', async () => {
    const served = await slashDroppingHost('/some/deep/path/');
    const page = await browser().newPage();
    const body = await (await fetch(`${served.url}404.html`)).text();
    await page.route('**/method/nowhere', (route) => route.fulfill({ status: 404, contentType: 'text/html', body }));
    await page.goto(`${served.url}method/nowhere`);
    await page.waitForFunction((root) => document.querySelector('a')?.href === root, served.url);
    await page.close();
    await served.close();
  });
});

describe.runIf(HAS_NGINX)('the recipe for nginx', () => {
  let served: Host;
  let root: string;
  beforeAll(async () => {
    root = mkdtempSync(path.join(tmpdir(), 'hosted-'));
    cpSync(DIST, root, { recursive: true });
    mkdirSync(path.join(root, '.git'));
    mkdirSync(path.join(root, '.well-known'));
    for (const file of [
      '.env',
      '.git/config',
      '.well-known/security.txt',
      'a.mjs',
      'a.d.mts',
      'a.d.ts',
      'a.tgz',
      'a.webmanifest',
      'a.wasm',
      'a.bin',
    ])
      writeFileSync(path.join(root, file), 'secret');
    served = await nginx('/', root);
  });
  afterAll(async () => {
    await served?.close();
    rmSync(root, { recursive: true, force: true });
  });

  it.each(['.env', '.git/config', '.git/', '.git', '%2egit/config', './/.env'])('does not serve /%s', async (file) => {
    const answer = await fetch(served.url + file);
    expect(answer.status).toBe(404);
    expect(await answer.text()).not.toContain('secret');
  });

  it('serves /.well-known/', async () => {
    expect((await fetch(`${served.url}.well-known/security.txt`)).status).toBe(200);
  });

  it.each([
    ['a.mjs', 'text/javascript'],
    ['a.d.mts', 'text/plain'],
    ['a.d.ts', 'text/plain'],
    ['a.tgz', 'application/gzip'],
    ['a.webmanifest', 'application/manifest+json'],
    ['a.wasm', 'application/wasm'],
    ['a.bin', 'application/octet-stream'],
    ['favicon.svg', 'image/svg+xml'],
  ])('calls /%s %s, which nosniff makes binding', async (file, type) => {
    const { headers } = await fetch(served.url + file);
    expect(headers.get('content-type')?.split(';')[0]).toBe(type);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('tells caches that what it sends depends on the encodings that are accepted', async () => {
    const { headers } = await fetch(served.url, { headers: { 'accept-encoding': 'gzip' } });
    expect([headers.get('content-encoding'), headers.get('vary')]).toEqual(['gzip', 'Accept-Encoding']);
  });
});

describe('an address with two slashes', () => {
  it.each(['/', '/some/deep/path/'])('below %s names no other host: its figures and workers run', async (base) => {
    const served = await host(base);
    onTestFinished(() => served.close());
    const page = await browser().newPage();
    const troubles = watch(page, new URL(served.url).origin);
    await page.goto(`${served.url}/tools/playground/`);
    const playground = await island(page, 'playground');
    await playground.getByLabel('f', { exact: true }).fill('exq(x)');
    await playground.getByText('`exq` is not a function known here').waitFor();
    expect(page.url()).toMatch(`${served.url}tools/playground/`);
    await page.keyboard.press('Control+k');
    await page.locator('#starlight__search input').fill('kink');
    await page.locator('.pagefind-ui__result-link').first().waitFor();
    expect(troubles).toEqual([]);
  });
});

describe('opened from disk', () => {
  it.each(['index.html', 'method/choosing-h/index.html'])(
    '%s reads well: its style, its figures, its links',
    async (file) => {
      const page = await browser().newPage();
      await page.goto(pathToFileURL(path.join(DIST, file)).href);
      expect(await page.evaluate(() => getComputedStyle(document.body).fontFamily)).toContain('Source Serif 4');
      expect(await page.locator('[data-island] svg').first().isVisible()).toBe(true);
      expect(await page.locator('[data-verdict], [data-value]').count()).toBeGreaterThan(0);
      const link = await page
        .getByRole('link', { name: 'The rules' })
        .first()
        .evaluate((a: HTMLAnchorElement) => a.href);
      expect(link).toBe(`${pathToFileURL(DIST).href}/practice/rules/`);
    },
  );
});

describe('no file of the build', () => {
  it('holds a URL that starts at the root of a host', () => {
    // grep leaves with 1 when it finds nothing.
    const found = () =>
      execFileSync('grep', ['-rlE', '(href|src)="/[^/]|__BASE__', DIST, '--include=*.html', '--exclude=404.html']);
    expect(found).toThrow();
  });
});
