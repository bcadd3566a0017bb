import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import { describe, expect, it } from 'vitest';
import { pages, useSite } from './support/site.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const site = useSite();

/** Starlight's own search button shows "Search Ctrl K" and is labelled "Search": the one rule it cannot meet. */
const OPTIONS = { rules: { 'label-content-name-mismatch': { enabled: false } } };

describe.each(pages())('the page at /%s', (address) => {
  it.each([
    ['light', 1280],
    ['light', 320],
    ['dark', 1280],
    ['dark', 320],
  ] as const)(
    'has no accessibility violation, no trouble and no sideways scroll: %s, %i px',
    async (colorScheme, width) => {
      const { page, context, troubles } = await site.open(address, { colorScheme, viewport: { width, height: 800 } });
      await page.evaluate(axe);
      const violations = await page.evaluate(async (options) => {
        // biome-ignore lint/suspicious/noExplicitAny: axe was just put on the window.
        const results: AxeResults = await (window as any).axe.run(document, options);
        return results.violations.map(
          ({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`,
        );
      }, OPTIONS);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      await context.close();
      expect(violations).toEqual([]);
      expect(troubles).toEqual([]);
      expect(overflow).toBeLessThanOrEqual(0);
    },
  );
});
