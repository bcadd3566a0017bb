import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { atRest, DIST, pages, useSite } from './support/site.ts';

const site = useSite();

const links = (page: Page) => page.locator('.pagefind-ui__result-title .pagefind-ui__result-link');

/** Searches, and waits until it is said how many results there are; each of them comes by itself after that. */
async function searchFor(page: Page, words: string): Promise<void> {
  await page.locator('#starlight__search input').fill(words);
  await page
    .locator('.pagefind-ui__message')
    .filter({ hasText: `for ${words}` })
    .waitFor();
}

/** The addresses of the first results for each of these words, from the index that the page searches in. */
const firstFive = (page: Page, asked: readonly string[]): Promise<string[][]> =>
  page.evaluate(`(async () => {
    const { search } = await import('${site.url()}pagefind/pagefind.js');
    const found = [];
    for (const words of ${JSON.stringify(asked)}) {
      const { results } = await search(words);
      const pages = await Promise.all(results.slice(0, 5).map((result) => result.data()));
      found.push(pages.map(({ url }) => new URL(url, location).href));
    }
    return found;
  })()`);

const titleOf = (address: string) =>
  readFileSync(path.join(DIST, address, 'index.html'), 'utf8')
    .match(/<title>(.*?) \|/)![1]!
    .replaceAll('&#39;', "'");

/** What readers look for by words that the page's own text may not have: one of these is among the first three pages. */
const ASKED: Readonly<Record<string, readonly string[]>> = {
  hessian: ['practice/second-derivatives/'],
  jacobian: ['practice/layers/', 'practice/second-derivatives/'],
  adjoint: ['practice/without-threshold/', 'practice/beyond-finite-differences/'],
  python: ['method/gradient-checker/', 'tools/reference/', 'tools/playground/'],
  license: ['tools/licences/'],
  pytest: ['tools/reference/'],
  'max pooling': ['practice/randomness/', 'misleads/kinks-noise-precision/'],
  epsilon: ['method/choosing-h/', 'misleads/thresholds/'],
  'batch norm': ['practice/randomness/', 'tools/questions/'],
  '1e-7': ['misleads/thresholds/'],
  'step size': ['method/choosing-h/'],
  float32: ['misleads/thresholds/', 'misleads/kinks-noise-precision/'],
  bf16: ['misleads/kinks-noise-precision/', 'tools/accuracy/'],
};

describe('search', () => {
  it('is not fetched before its first use, then has the cursor in its field', async () => {
    const asked: string[] = [];
    const { page, troubles } = await site.open('practice/rules/', {}, async (blank) => {
      blank.on('request', (request) => asked.push(request.url()));
    });
    await page.waitForLoadState('networkidle');
    await atRest(page);
    expect(asked.filter((url) => /ui-core|pagefind/.test(url))).toEqual([]);
    await page.getByRole('button', { name: 'Search' }).click();
    await page.locator('#starlight__search input:focus').waitFor();
    expect(asked.some((url) => /ui-core/.test(url))).toBe(true);
    expect(troubles).toEqual([]);
  });

  it('finds every chapter by its title, and names of the checker', async () => {
    const { page, troubles } = await site.open('');
    await page.keyboard.press('Control+k');
    const addresses = pages().filter((each) => each !== '');
    const found = await firstFive(page, addresses.map(titleOf));
    for (const [at, address] of addresses.entries()) expect(found[at]).toContain(site.url() + address);
    for (const [words, addresses] of Object.entries(ASKED)) {
      await searchFor(page, words);
      const first = () =>
        links(page).evaluateAll((all) => [
          ...new Set(all.map((link) => (link as HTMLAnchorElement).href.replace(/#.*/, ''))),
        ]);
      const wanted = addresses.map((address) => site.url() + address);
      await expect.poll(async () => (await first()).slice(0, 3).some((each) => wanted.includes(each))).toBe(true);
    }
    for (const name of ['gradientCheck', 'relativeError', 'ReLU', 'dropout']) {
      await searchFor(page, name);
      await links(page).first().waitFor();
    }
    expect(troubles).toEqual([]);
  });

  it('opens for a key that was pressed before its script had come', async () => {
    const context = await site.browser().newContext({ serviceWorkers: 'block' });
    const page = await context.newPage();
    let arrive = () => {};
    const arrived = new Promise<void>((resolve) => {
      arrive = resolve;
    });
    await page.route('**/_astro/Search*.js', async (route) => {
      await arrived;
      await route.continue();
    });
    await page.goto(site.url(), { waitUntil: 'commit' });
    await page.locator('.content-panel').first().waitFor();
    await page.keyboard.press('Control+k');
    expect(await page.locator('site-search dialog[open]').count()).toBe(0);
    arrive();
    await page.locator('#starlight__search input:focus').waitFor();
    await page.keyboard.press('Control+k');
    await page.locator('site-search dialog[open]').waitFor({ state: 'detached' });
  });

  it('says so when it cannot be fetched, and tries again when it is opened again', async () => {
    const context = await site.browser().newContext({ serviceWorkers: 'block' });
    const page = await context.newPage();
    await page.route('**/ui-core*.js', (route) => route.abort());
    await page.goto(site.url());
    const open = page.getByRole('button', { name: 'Search' });
    await open.click();
    await page.getByText('The search could not be loaded').waitFor();
    await page.unroute('**/ui-core*.js');
    await page.keyboard.press('Escape');
    await open.click();
    await page.locator('#starlight__search input:focus').waitFor();
  });
});
