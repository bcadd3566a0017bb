import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { pages, useSite } from './support/site.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const site = useSite();

const THEMES: readonly (readonly [scheme: 'light' | 'dark', options: RunOptions])[] = [
  // Starlight's own search button shows "Search Ctrl K" and is labelled "Search": the one rule it cannot meet.
  ['light', { rules: { 'label-content-name-mismatch': { enabled: false } } }],
  // the same elements in other colours
  ['dark', { runOnly: ['color-contrast', 'link-in-text-block'] }],
];
/** The narrow one first: code that fits there fits everywhere, and needs no tab stop that a script has yet to give it. */
const WIDTHS = [320, 1280];

const violations = (page: Page, options: RunOptions) =>
  page.evaluate(async (asked) => {
    // biome-ignore lint/suspicious/noExplicitAny: axe was put on the window.
    const results: AxeResults = await (window as any).axe.run(document, { ...asked, resultTypes: ['violations'] });
    return results.violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`,
    );
  }, options);

describe.each(pages())('the page at /%s', (address) => {
  it.each(THEMES)(
    'has no accessibility violation, no trouble and no sideways scroll at 320 and 1280 px: %s',
    async (colorScheme, options) => {
      const viewport = { width: WIDTHS[0]!, height: 800 };
      const { page, context, troubles } = await site.open(address, { colorScheme, viewport });
      expect(await page.locator('html').getAttribute('data-theme')).toBe(colorScheme);
      await page.evaluate(axe);
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: 800 });
        await page.waitForFunction((wanted) => window.innerWidth === wanted, width);
        expect(await violations(page, options), `${width} px`).toEqual([]);
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        expect(overflow, `${width} px`).toBeLessThanOrEqual(0);
      }
      expect(troubles).toEqual([]);
      await context.close();
    },
  );
});
