import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { initialState } from '@/input/url-state.ts';
import { checksOf } from '@/lessons/kinks/checks.ts';
import { fields, type State } from '@/lessons/kinks/state.ts';
import { island, useSite } from './support/site.ts';

const site = useSite();
const ADDRESS = 'misleads/kinks-noise-precision/';
const checks = (change: Partial<State> = {}) => checksOf({ ...initialState(fields), ...change });

const open = async (query = '', options = {}) => {
  const opened = await site.open(`${ADDRESS}${query}`, options);
  return { ...opened, figure: await island(opened.page, 'kinks') };
};
/** Both verdicts, and the numbers they rest on, as the page shows them. */
const shown = async (figure: Locator) => {
  const read = async (name: string) => {
    const section = figure.getByRole('region', { name });
    const values = await section
      .locator('[data-value]')
      .evaluateAll((all) => all.map((one) => (one as HTMLElement).dataset['value']));
    return [await section.locator('[data-verdict]').getAttribute('data-verdict'), ...values];
  };
  return { textbook: await read('Textbook check'), production: await read('Production check') };
};
const expected = (change: Partial<State> = {}) => {
  const { textbook, production } = checks(change);
  const { relativeError, analytic, numeric, step } = textbook;
  return {
    textbook: [textbook.status.toLowerCase(), ...[relativeError, analytic, numeric, step].map(String)],
    production: [production.verdict, ...[production.numeric, production.errorBar, production.evaluations].map(String)],
  };
};
const tab = (figure: Locator, name: string) => figure.getByRole('radio', { name, exact: true });
const stepOf = (page: Page) => page.getByLabel('Step h of the textbook check, as a number').inputValue().then(Number);

describe('the figure of false alarms', () => {
  it('shows both verdicts and their numbers, before any script and after', async () => {
    const { page, context } = await site.open(ADDRESS, { javaScriptEnabled: false });
    const figure = page.locator('[data-island="kinks"]');
    expect(await shown(figure)).toEqual(expected());
    expect(await figure.locator('svg.gc-drawing').count()).toBe(4);
    await context.close();
    const awake = await open();
    expect(await shown(awake.figure)).toEqual(expected());
    expect(awake.troubles).toEqual([]);
  });

  it("says of every cause what the checker says, with the checker's findings in words", async () => {
    const { figure, troubles } = await open();
    for (const [name, change] of [
      ['dropout', { tab: 'noise' }],
      ['float32', { tab: 'float32' }],
      ['domain edge', { tab: 'domain' }],
      ['large offset', { tab: 'offset' }],
      ['kink', { tab: 'kink' }],
    ] as const) {
      await tab(figure, name).first().check({ force: true });
      await expect.poll(() => shown(figure)).toEqual(expected(change));
      const findings = await figure
        .locator('[data-finding]')
        .evaluateAll((all) => all.map((one) => (one as HTMLElement).dataset['finding']));
      expect(findings).toEqual(checks(change).production.findings.map(({ kind }) => kind));
    }
    expect(troubles).toEqual([]);
  });

  it('moves the step where the line in the chart is dragged', async () => {
    const { page, figure } = await open();
    const grip = figure
      .getByRole('slider', { name: 'Step h on the chart' })
      .locator('visible=true')
      .locator('.gc-grip');
    await grip.scrollIntoViewIfNeeded();
    const box = (await grip.boundingBox())!;
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await page.mouse.down();
    await page.mouse.move(box.x - 40, box.y, { steps: 5 });
    await page.mouse.up();
    await expect.poll(() => stepOf(page)).toBeLessThan(1e-6);
    await expect.poll(async () => shown(figure)).toEqual(expected({ h: await stepOf(page) }));
  });

  it('passes the textbook check, too, once the keyboard has made the step small enough', async () => {
    const { page, figure } = await open();
    await figure.getByRole('slider', { name: 'Step h of the textbook check' }).focus();
    for (let i = 0; i < 30; i++) await page.keyboard.press('ArrowLeft');
    await expect.poll(() => stepOf(page)).toBeLessThan(1e-6);
    await expect.poll(async () => (await shown(figure)).textbook[0]).toBe('pass');
    await tab(figure, 'exactly on it').focus();
    await page.keyboard.press('Space');
    const h = await stepOf(page);
    await expect.poll(() => shown(figure)).toEqual(expected({ h, side: 'at' }));
    expect((await shown(figure)).production[0]).toBe('inconclusive');
  });

  it('fits 320 px and answers to touch there', async () => {
    const { page, figure } = await open('', {
      viewport: { width: 320, height: 700 },
      hasTouch: true,
      isMobile: true,
    });
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    await figure.getByText('domain edge', { exact: true }).tap();
    await expect.poll(() => shown(figure)).toEqual(expected({ tab: 'domain' }));
  });

  it('is set by its URL, and by Reset to where it began', async () => {
    const change = { tab: 'offset', offset: 1e12, h: 0.1, gradient: 'wrong' } as const;
    const { page, figure } = await open('?kinks.tab=offset&kinks.offset=1e12&kinks.h=0.1&kinks.gradient=wrong');
    await expect.poll(() => shown(figure)).toEqual(expected(change));
    await figure.getByRole('button', { name: 'Reset' }).click();
    await expect.poll(() => shown(figure)).toEqual(expected());
    await page.waitForFunction(() => location.search === '');
  });

  it.each(['light', 'dark'] as const)('tells its verdicts apart in the %s theme', async (colorScheme) => {
    const { figure } = await open('', { colorScheme });
    const colour = (name: string) =>
      figure
        .getByRole('region', { name })
        .locator('.verdict-word')
        .evaluate((word) => getComputedStyle(word).color);
    expect(await colour('Textbook check')).not.toBe(await colour('Production check'));
  });
});
