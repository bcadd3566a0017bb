import { describe, expect, it } from 'vitest';
import { pages, useSite } from './support/site.ts';

const site = useSite();

describe.each(pages())('without any script, the page at /%s', (address) => {
  it('is light, and shows every result, curve and table of its figures', async () => {
    const { page, troubles } = await site.open(address, { javaScriptEnabled: false });
    expect(await page.locator('html').getAttribute('data-theme')).toBe('light');
    expect((await page.locator('main').innerText()).length).toBeGreaterThan(400);
    for (const island of await page.locator('[data-island]').all()) {
      const name = await island.getAttribute('data-island');
      // what is far from the window is laid out when it comes near
      await island.scrollIntoViewIfNeeded();
      await expect
        .poll(async () => (await island.innerText()).trim().length, { message: `${name}: text` })
        .toBeGreaterThan(40);
      // an exercise keeps its result to itself; what there is to read is its question, hints and solution
      if (name === 'exercise') {
        expect(await island.locator('details').count(), 'hints and a solution').toBeGreaterThan(1);
        continue;
      }
      // a box that leads to another page has no result of its own
      if (name === 'paste-box') {
        expect(await island.getByRole('link').count(), 'a way to that page').toBeGreaterThan(0);
        continue;
      }
      const computed = island.locator('[data-verdict], [data-value], [data-output], td');
      expect(await computed.count(), `${name}: computed results`).toBeGreaterThan(0);
    }
    for (const drawing of await page.locator('[data-island] figure svg[role="img"]').all()) {
      if (!(await drawing.isVisible())) continue;
      expect(await drawing.locator('path, circle, rect, line').count()).toBeGreaterThan(3);
    }
    for (const figure of await page.locator('[data-island] figure').all()) {
      if ((await figure.locator('svg').count()) > 0) {
        expect(await figure.locator('table').count(), 'a table of the data').toBeGreaterThan(0);
      }
    }
    expect(troubles).toEqual([]);
  });
});

describe('without any script', () => {
  it('one goes from page to page by links', async () => {
    const { page } = await site.open('', { javaScriptEnabled: false });
    expect(await page.locator('.chapter-list svg').count(), 'pictures of chapters').toBeGreaterThan(8);
    await page.getByRole('link', { name: 'Numerical differentiation' }).first().click();
    await page.waitForURL(/numerical-differentiation/);
    await page.getByRole('link', { name: /^Next/ }).click();
    await page.waitForURL(/gradient-checker/);
  });
});
