import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { allAwake, pages, useSite } from './support/site.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const site = useSite();

/** What has the focus: which island it is in, what kind of control it is. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const element = document.activeElement;
    const island = element?.closest('[data-island]');
    const islands = [...document.querySelectorAll('[data-island]')];
    return {
      island: island === null || island === undefined ? -1 : islands.indexOf(island),
      control: element instanceof HTMLInputElement ? element.type : (element?.localName ?? ''),
      role: element?.getAttribute('role') ?? '',
      editor: element?.closest('.cm-editor') !== null && element?.closest('.cm-editor') !== undefined,
    };
  });

const KEYS: Readonly<Record<string, string | undefined>> = {
  range: 'ArrowRight',
  slider: 'ArrowRight',
  radio: 'ArrowRight',
  checkbox: 'Space',
  select: 'ArrowDown',
};

/** Text of an island as a reader has it: what is seen, what is in its boxes, what a slider says of itself. */
const stateOf = (page: Page, index: number) =>
  page.evaluate((at) => {
    const island = document.querySelectorAll<HTMLElement>('[data-island]')[at]!;
    const fields = [...island.querySelectorAll<HTMLInputElement>('input, select')].map(
      (field) => `${field.value}${field.checked ?? ''}`,
    );
    const spoken = [...island.querySelectorAll('[aria-valuetext], [aria-valuenow]')].map(
      (each) => each.getAttribute('aria-valuetext') ?? each.getAttribute('aria-valuenow'),
    );
    return island.innerText + fields.join() + spoken.join();
  }, index);

/** Enough for the longest page; a trap for the focus would use them up. */
const TABS = 400;

describe.each(pages())('by keyboard alone, the page at /%s', (address) => {
  it('is walked from end to end, and every figure on it is reached, changed, and left', async () => {
    const { page, context } = await site.open(address, { viewport: { width: 1280, height: 900 } });
    await allAwake(page);
    const count = await page.locator('[data-island]').count();
    const needed = await page
      .locator('[data-island]')
      .evaluateAll((all) =>
        all.map(
          (each) => each.querySelector('input:enabled, select:enabled, button:enabled, [role="slider"]') !== null,
        ),
      );
    const reached = new Set<number>();
    const changed = new Set<number>();
    let ended = false;
    let inEditor = false;
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    for (let tab = 0; tab < TABS && !ended; tab += 1) {
      // Tab indents in an editor; Escape first, as it says beside it.
      if (inEditor) await page.keyboard.press('Escape');
      await page.keyboard.press('Tab');
      const now = await focused(page);
      inEditor = now.editor;
      // The focus leaves the page for the browser's own controls at its end.
      ended = now.control === 'body' && tab > 5;
      if (now.island < 0) continue;
      reached.add(now.island);
      const key = KEYS[now.role] ?? KEYS[now.control];
      if (changed.has(now.island) || key === undefined) continue;
      const before = await stateOf(page, now.island);
      await page.keyboard.press(key);
      await page.waitForTimeout(60);
      if ((await stateOf(page, now.island)) !== before) changed.add(now.island);
    }
    expect(ended, 'the focus is not trapped').toBe(true);
    for (let index = 0; index < count; index += 1) {
      const name = await page.locator('[data-island]').nth(index).getAttribute('data-island');
      if (needed[index]) expect(reached.has(index), `${name} is reached`).toBe(true);
      const settable = await page
        .locator('[data-island]')
        .nth(index)
        .locator('input[type="range"], input[type="radio"], select')
        .count();
      if (needed[index] && settable > 0 && name !== 'code-cell')
        expect(changed.has(index), `${name} is changed`).toBe(true);
    }
    await context.close();
  });
});

describe('a change made by keyboard', () => {
  it('is announced politely once the hand has come to rest', async () => {
    const { page, context } = await site.open('method/three-checks/');
    await allAwake(page);
    await page.getByLabel('Step h', { exact: true }).first().focus();
    for (let press = 0; press < 5; press += 1) await page.keyboard.press('ArrowRight');
    const status = page.locator('[data-island="check-runner"]').first().locator('[role="status"]').last();
    expect(await status.textContent()).toBe('');
    await expect.poll(() => status.textContent()).toMatch(/pass|fail/i);
    await context.close();
  });
});

describe.each(['', 'method/choosing-h/', 'misleads/reading-a-failure/'])('the page at /%s', (address) => {
  it('loses nothing in forced colours', async () => {
    const { page, context } = await site.open(address, { forcedColors: 'active' });
    await allAwake(page);
    await page.evaluate(axe);
    const violations = await page.evaluate(async () => {
      // biome-ignore lint/suspicious/noExplicitAny: axe was just put on the window.
      const results: AxeResults = await (window as any).axe.run(document, {
        // The system sets the colours, and axe cannot know them.
        rules: { 'label-content-name-mismatch': { enabled: false }, 'color-contrast': { enabled: false } },
      });
      return results.violations.map(({ id }) => id);
    });
    expect(violations).toEqual([]);
    // A curve in the colour of the paper would be lost.
    const lost = await page.evaluate(() => {
      const paper = getComputedStyle(document.body).backgroundColor;
      return [...document.querySelectorAll('[data-island] svg path')].filter((path) => {
        const { stroke, fill } = getComputedStyle(path);
        return stroke === paper && (fill === 'none' || fill === paper);
      }).length;
    });
    expect(lost).toBe(0);
    await context.close();
  });

  it('fits with text of twice the size', async () => {
    const { page, context } = await site.open(address, { viewport: { width: 1280, height: 900 } });
    await page.addStyleTag({ content: 'html { font-size: 200% !important; }' });
    await allAwake(page);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
    await context.close();
  });
});
