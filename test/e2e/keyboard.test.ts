import { describe, expect, it } from 'vitest';
import { EVERY_RULE, violations } from './support/axe.ts';
import { allAwake, useSite } from './support/site.ts';

const site = useSite();

describe('a block of code', () => {
  it('keeps the focus when it is found to need no tab stop', async () => {
    const { page } = await site.open('tools/production-functions/', { viewport: { width: 320, height: 900 } });
    // lines that wrap always fit
    const [kept, other] = [page.locator('pre.wrap').first(), page.locator('pre.wrap').nth(1)];
    for (const block of [other, kept]) {
      await block.evaluate((each: HTMLElement) => {
        each.tabIndex = 0;
        each.focus();
      });
    }
    // every block is looked at again
    await page.setViewportSize({ width: 600, height: 900 });
    await page.waitForFunction(() => document.querySelectorAll('pre.wrap')[1]?.hasAttribute('tabindex') === false);
    expect(await kept.evaluate((each) => each === document.activeElement)).toBe(true);
  });
});

describe('a change made by keyboard', () => {
  it('is announced politely once the hand has come to rest', async () => {
    const { page } = await site.open('method/three-checks/');
    await allAwake(page);
    await page.getByLabel('Step h', { exact: true }).first().focus();
    for (let press = 0; press < 5; press += 1) await page.keyboard.press('ArrowRight');
    const status = page.locator('[data-island="check-runner"]').first().locator('[role="status"]').last();
    expect(await status.textContent()).toBe('');
    await expect.poll(() => status.textContent()).toMatch(/pass|fail/i);
  });
});

describe.each(['', 'method/choosing-h/', 'misleads/reading-a-failure/'])('the page at /%s', (address) => {
  it('loses nothing in forced colours', async () => {
    const { page } = await site.open(address, { forcedColors: 'active' });
    await allAwake(page);
    // The system sets the colours, and axe cannot know them.
    const rules = { ...EVERY_RULE.rules, 'color-contrast': { enabled: false } };
    expect(await violations(page, { rules })).toEqual([]);
    // A curve in the colour of the paper would be lost.
    const lost = await page.evaluate(() => {
      const paper = getComputedStyle(document.body).backgroundColor;
      return [...document.querySelectorAll('[data-island] svg path')].filter((path) => {
        const { stroke, fill } = getComputedStyle(path);
        return stroke === paper && (fill === 'none' || fill === paper);
      }).length;
    });
    expect(lost).toBe(0);
  });

  it('fits with text of twice the size', async () => {
    const { page } = await site.open(address, { viewport: { width: 1280, height: 900 } });
    await page.addStyleTag({ content: 'html { font-size: 200% !important; }' });
    await allAwake(page);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
  });
});
