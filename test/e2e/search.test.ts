import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { DIST, pages, useSite } from './support/site.ts';

const site = useSite();

async function found(page: Page, words: string): Promise<string[]> {
  const input = page.locator('#starlight__search input');
  await input.fill(words);
  const message = page.locator('.pagefind-ui__message');
  await message.filter({ hasText: `for ${words}` }).waitFor();
  if (await message.filter({ hasText: /^No results/ }).count()) return [];
  const links = page.locator('.pagefind-ui__result-title .pagefind-ui__result-link');
  await links.first().waitFor();
  return links.evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href));
}

const titleOf = (address: string) =>
  readFileSync(path.join(DIST, address, 'index.html'), 'utf8')
    .match(/<title>(.*?) \|/)![1]!
    .replaceAll('&#39;', "'");

describe('search', () => {
  it('is not fetched before its first use, then has the cursor in its field', async () => {
    const { page, context, troubles } = await site.open('practice/rules/');
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.waitForTimeout(1500);
    expect(asked.filter((url) => /ui-core|pagefind/.test(url))).toEqual([]);
    await page.getByRole('button', { name: 'Search' }).click();
    await page.locator('#starlight__search input:focus').waitFor();
    expect(asked.some((url) => /ui-core/.test(url))).toBe(true);
    expect(troubles).toEqual([]);
    await context.close();
  });

  it('finds every chapter by its title, and names of the checker', async () => {
    const { page, context, troubles } = await site.open('');
    await page.keyboard.press('Control+k');
    for (const address of pages().filter((each) => each !== '')) {
      expect(await found(page, titleOf(address))).toContain(site.url() + address);
    }
    for (const name of ['gradientCheck', 'relativeError', 'ReLU', 'dropout']) {
      expect(await found(page, name), name).not.toEqual([]);
    }
    expect(troubles).toEqual([]);
    await context.close();
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
    await context.close();
  });

  it('says so when it cannot be fetched, and tries again when it is opened again', async () => {
    const { page, context } = await site.open('');
    await page.route('**/ui-core*.js', (route) => route.abort());
    await page.keyboard.press('Control+k');
    await page.getByText('The search could not be loaded').waitFor();
    await context.close();
  });
});
