import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { allAwake, DIST, pages, useSite } from './support/site.ts';

const site = useSite();
const withPhrases = pages().filter((address) =>
  readFileSync(path.join(DIST, address, 'index.html'), 'utf8').includes('data-set='),
);

describe.each(withPhrases)('the phrases of /%s that set a figure', (address) => {
  it('set it as they say, and bring it along where it is out of sight', async () => {
    const { page, troubles } = await site.open(address);
    await allAwake(page);
    for (const phrase of await page.locator('a[data-set]').all()) {
      const figures = page.locator(`[data-island="${await phrase.getAttribute('data-set')}"]`);
      await phrase.focus();
      await page.keyboard.press('Enter');
      // A figure that is asked for what it does not have leaves it out of the address; so does its initial state.
      const wanted = new URL((await phrase.getAttribute('href'))!, 'https://example.org').searchParams;
      const asked = [...wanted.keys()];
      await expect
        .poll(() =>
          page.evaluate((names) => names.some((name) => new URLSearchParams(location.search).has(name)), asked),
        )
        .toBe(true);
      const seen = await figures.evaluateAll((all) =>
        all.map((figure) => {
          const { top, bottom } = figure.getBoundingClientRect();
          return Math.min(bottom, innerHeight) - Math.max(top, 0);
        }),
      );
      expect(Math.max(...seen)).toBeGreaterThan(100);
      await page.keyboard.press('Escape');
      expect(await page.locator('[data-docked]').count()).toBe(0);
    }
    expect(troubles).toEqual([]);
  });
});
