import { copyFileSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { serve } from '../../scripts/serve.mjs';
import { programOf } from './support/cell.ts';
import { slashDroppingHost } from './support/hosts.ts';
import { allAwake, DIST, pages, watch } from './support/site.ts';
import { useBrowser } from './support/use-browser.ts';
import { answeringHost, cachesAfter, changingHost, PART_ANSWERS, publish } from './support/versions.ts';

const browser = useBrowser();

/** Waits until a version is kept whole and answers for this page. */
const kept = (page: Page) =>
  page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    if (navigator.serviceWorker.controller === null) {
      await new Promise((resolve) => navigator.serviceWorker.addEventListener('controllerchange', resolve));
    }
  });

/** A page of each kind: the worker is the same for all. */
const SOME = ['', 'method/gradient-checker/', 'misleads/reading-a-failure/', 'tools/playground/', 'tools/bugs/'];

/** What the pages load, whether at once or later. */
const loaded = readdirSync(path.join(DIST, '_astro'))
  .filter((file) => /\.(js|css)$/.test(file))
  .map((file) => `_astro/${file}`);

describe.each([
  ['/', '', serve.bind(null, DIST, { base: '/' })],
  ['/some/deep/path/', '', serve.bind(null, DIST, { base: '/some/deep/path/' })],
  // Without its slash the first page lies outside the folder that a worker there may answer for; any other will do.
  [
    '/some/deep/path/ of a host that drops the slash',
    'practice/rules/',
    slashDroppingHost.bind(null, '/some/deep/path/'),
  ],
] as const)('after one visit to the site at %s', (_name, visited, start) => {
  it('its pages, the search and the running of code work with the host gone', async () => {
    const served = await start();
    const context = await browser().newContext();
    const page = await context.newPage();
    const troubles = watch(page, new URL(served.url).origin);
    await page.goto(served.url + visited);
    await kept(page);
    await served.close();
    await context.setOffline(true);
    for (const address of SOME) {
      await page.goto(served.url + address);
      await allAwake(page);
    }
    const lost = await page.evaluate(
      async (files) => {
        const answers = await Promise.allSettled(files.map((file) => fetch(file)));
        return files.filter((_, at) => answers[at].status === 'rejected' || !answers[at].value.ok);
      },
      [...pages(), ...loaded].map((file) => served.url + file),
    );
    expect(lost).toEqual([]);
    await page.goto(`${served.url}method/gradient-checker/`);
    const cell = await programOf(page);
    await cell.getByRole('button', { name: 'Run' }).click();
    await cell.getByRole('status').getByText('PASS').waitFor({ state: 'attached' });
    await page.keyboard.press('Control+k');
    await page.locator('#starlight__search input').fill('kink');
    await page.locator('.pagefind-ui__result-link').first().click();
    await page.waitForURL(/misleads/);
    expect(troubles).toEqual([]);
  });
});

describe('a new version', () => {
  it('takes over at the next load, whole; a page of the old one that is still open keeps its own parts', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'versions-'));
    publish(folder, 'one');
    const { url, close } = await serve(folder);
    const context = await browser().newContext();
    const page = await context.newPage();
    const part = () => page.evaluate(() => (window as unknown as { part: () => Promise<string> }).part());
    await page.goto(url);
    await kept(page);

    publish(folder, 'two');
    const taken = page.evaluate(async () => {
      const changed = new Promise((resolve) => navigator.serviceWorker.addEventListener('controllerchange', resolve));
      await (await navigator.serviceWorker.ready).update();
      await changed;
    });
    await taken;
    // The host no longer has the part of version one.
    expect([await page.title(), await part()]).toEqual(['one', 'one']);

    await page.reload();
    expect([await page.title(), await part()]).toEqual(['two', 'two']);

    await context.close();
    await close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('is not taken, not even in part, when a file of it cannot be fetched', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'versions-'));
    publish(folder, 'one');
    const { url, close } = await serve(folder);
    const context = await browser().newContext();
    const page = await context.newPage();
    await page.goto(url);
    await kept(page);
    publish(folder, 'two');
    rmSync(path.join(folder, '_astro/part.two.js'));
    await page.evaluate(async () => {
      const registration = await navigator.serviceWorker.ready;
      const failed = new Promise((resolve) => {
        registration.addEventListener('updatefound', () => {
          registration.installing?.addEventListener('statechange', resolve);
        });
      });
      await registration.update().catch(() => {});
      await failed;
    });
    await page.reload();
    const names = await page.evaluate(() => caches.keys());
    expect([await page.title(), names.length]).toEqual(['one', 1]);
    await context.close();
    await close();
    rmSync(folder, { recursive: true, force: true });
  });
});

describe('a file is kept only as it was built', () => {
  it.each(PART_ANSWERS)('%s', async (_name, answer, kept) => {
    const url = await answeringHost(answer);
    const context = await browser().newContext();
    expect(await cachesAfter(await context.newPage(), url)).toHaveLength(kept);
  });
});

describe('a site that has moved', () => {
  it('is forgotten once the old address has the worker that switches it off', async () => {
    const { url, folder } = await changingHost('one');
    const context = await browser().newContext();
    const page = await context.newPage();
    expect(await cachesAfter(page, url)).toHaveLength(1);
    copyFileSync('hosting/service-worker-off.js', path.join(folder, 'service-worker.js'));
    writeFileSync(path.join(folder, 'index.html'), '<!doctype html><title>moved</title>');
    await page.evaluate(async () => (await navigator.serviceWorker.ready).update());
    const left = () =>
      page.evaluate(async () => [await caches.keys(), (await navigator.serviceWorker.getRegistrations()).length]);
    await expect.poll(left, { timeout: 10_000 }).toEqual([[], 0]);
    await page.goto(url);
    expect(await page.title()).toBe('moved');
  });
});
