import { gzipSync } from 'node:zlib';
import type { Locator } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { titleOf } from '@/checker/words/wording.ts';
import { runLiveCheck } from '@/lessons/live-check/model.ts';
import { fields } from '@/lessons/live-check/state.ts';
import { island, useSite } from './support/site.ts';

const site = useSite();
const first = runLiveCheck(fields.bug.initial);

const verdict = (figure: Locator) => figure.locator('[data-verdict]').first();
const values = (cells: Locator): Promise<number[]> =>
  cells.evaluateAll((found) => found.map((cell) => Number((cell as HTMLElement).dataset['value'])));

describe('the live check on the front page', () => {
  it.each([true, false])('has a verdict, a name and every element, scripts on: %s', async (javaScriptEnabled) => {
    const { page, troubles } = await site.open('', { javaScriptEnabled });
    if (javaScriptEnabled) await island(page, 'live-check');
    const figure = page.locator('[data-island="live-check"]');
    expect(await verdict(figure).getAttribute('data-verdict')).toBe('fail');
    expect(await verdict(figure).innerText()).toContain(first.diagnosis.findings[0].title);
    const numbers = await values(figure.locator('.live-table tbody [data-value]'));
    expect(numbers).toEqual(first.elements.flatMap(({ analytic, numeric }) => [analytic, numeric]));
    expect(troubles).toEqual([]);
  });

  it('names each bug that is planted, and passes when there is none', async () => {
    const { page, troubles } = await site.open('');
    const figure = await island(page, 'live-check');
    const cases = [
      ['1/n forgotten', 'fail', titleOf('missing-mean')],
      ['Bias detached', 'fail', titleOf('zeroed-group')],
      ['Transposed', 'fail', titleOf('transposed')],
      ['tanh′ forgotten', 'fail', titleOf('layer-boundary')],
      ['No bug', 'pass', 'all 31 elements agree'],
    ] as const;
    for (const [label, state, name] of cases) {
      await figure.getByText(label, { exact: true }).click();
      await verdict(figure).getByText(name).first().waitFor();
      expect(await verdict(figure).getAttribute('data-verdict')).toBe(state);
    }
    await figure.getByText(/in \d+ ms in your browser/).waitFor();
    expect(troubles).toEqual([]);
  });

  it('is above the fold at 1280 × 800: choice, elements and verdict', async () => {
    const { page } = await site.open('', { viewport: { width: 1280, height: 800 } });
    const figure = await island(page, 'live-check');
    await page.evaluate(() => scrollTo(0, 0));
    for (const part of [figure.getByRole('radio').first(), verdict(figure), figure.locator('.live-chart')]) {
      const box = (await part.boundingBox())!;
      expect(box.y + box.height).toBeLessThanOrEqual(800);
    }
  });

  it('does not move when another bug is chosen, where all of it is on one screen', async () => {
    const { page } = await site.open('', { viewport: { width: 1280, height: 800 }, ownFonts: true });
    const figure = await island(page, 'live-check');
    const heights = new Set<number>();
    for (const label of ['No bug', '1/n forgotten', 'Bias detached', 'Transposed']) {
      await figure.getByText(label, { exact: true }).click();
      await expect.poll(() => figure.locator('[data-stale]').count()).toBe(0);
      heights.add(
        await figure.locator('.live-check').evaluate((part) => Math.round(part.getBoundingClientRect().height)),
      );
    }
    expect([...heights]).toHaveLength(1);
  });

  it('is worked by keyboard alone: choose, and read the elements one by one', async () => {
    const { page } = await site.open('');
    const figure = await island(page, 'live-check');
    await figure.getByRole('radio', { name: 'tanh′ forgotten' }).focus();
    await page.keyboard.press('ArrowRight');
    await verdict(figure).getByText(titleOf('zeroed-group')).waitFor();
    await figure.getByRole('slider', { name: 'Element of the gradient' }).focus();
    await page.keyboard.press('Home');
    expect(await figure.getByRole('slider').getAttribute('aria-valuetext')).toMatch(/^W1\[0\]\[0\]: analytic/);
    await page.keyboard.press('ArrowRight');
    expect(await figure.locator('.live-reading').innerText()).toMatch(/^W1\[0\]\[1\]/);
    await figure.getByRole('button', { name: /^Break line 1: 1\/n forgotten/ }).focus();
    await page.keyboard.press('Enter');
    await verdict(figure).getByText(titleOf('missing-mean')).waitFor();
    // The focus stays on the line, which is put right where it was broken.
    await figure.getByRole('button', { name: 'Put line 1 right' }).waitFor();
    await page.keyboard.press('Enter');
    await verdict(figure).getByText('The gradient is right').waitFor();
  });

  it('comes back from its URL, and from Reset', async () => {
    const { page } = await site.open('?live-check.bug=none');
    const figure = await island(page, 'live-check');
    await verdict(figure).getByText('The gradient is right').waitFor();
    await figure.getByRole('button', { name: 'Reset' }).click();
    await verdict(figure).getByText(first.diagnosis.findings[0].title).waitFor();
    await page.waitForURL((url) => url.search === '');
  });

  it('has its verdict on the first two screens of a phone, and answers to a finger', async () => {
    const { page } = await site.open('', {
      viewport: { width: 320, height: 640 },
      hasTouch: true,
      isMobile: true,
    });
    const figure = await island(page, 'live-check');
    const top = await verdict(figure).evaluate((part) => part.getBoundingClientRect().top + scrollY);
    expect(top).toBeLessThan(2 * 640);
    await figure.getByText('No bug', { exact: true }).tap();
    await verdict(figure).getByText('The gradient is right').waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  });

  it('loads the checker on first use only', async () => {
    const { page } = await site.open('');
    const scripts: string[] = [];
    page.on('response', (response) => response.url().endsWith('.js') && scripts.push(response.url()));
    const figure = await island(page, 'live-check');
    await page.waitForLoadState('networkidle');
    scripts.length = 0;
    await figure.getByText('No bug', { exact: true }).click();
    await verdict(figure).getByText('The gradient is right').waitFor();
    expect(scripts.length).toBeGreaterThan(0);
    const sizes = await Promise.all(
      scripts.map(async (url) => gzipSync(await (await page.request.get(url)).body()).length),
    );
    // The checker whole (engine, names, words), which is what `checker.mjs` may weigh, and one family of the zoo.
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(42_000);
  });
});
