import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Accessibility violations of a page, or of a part of it, as sentences. */
export async function violations(page: Page, options: RunOptions = {}, part?: string): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(source);
  return page.evaluate(
    async ([asked, within]) => {
      // biome-ignore lint/suspicious/noExplicitAny: axe was put on the window.
      const results: AxeResults = await (window as any).axe.run(within ?? document, {
        ...asked,
        resultTypes: ['violations'],
        // no rule that is on asks for the style sheets, which would be fetched again
        preload: false,
      });
      return results.violations.map(
        ({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`,
      );
    },
    [options, part] as const,
  );
}

/** Starlight's own search button shows "Search Ctrl K" and is labelled "Search": the one rule it cannot meet. */
export const EVERY_RULE: RunOptions = { rules: { 'label-content-name-mismatch': { enabled: false } } };
const COLOURS = ['color-contrast', 'link-in-text-block'];

/** What another theme may break: the elements are the same, in other colours. */
export const OF_COLOURS: RunOptions = { runOnly: COLOURS };
