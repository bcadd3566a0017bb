import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { initialState } from '@/input/url-state.ts';
import { secantModel } from '@/lessons/secant/model.ts';
import { fields, type State } from '@/lessons/secant/state.ts';
import { redrawTime } from './support/redraw.ts';
import { island, useSite } from './support/site.ts';

const site = useSite();
const ADDRESS = 'method/numerical-differentiation/';
const model = (change: Partial<State> = {}) => secantModel({ ...initialState(fields), ...change });

const raw = async (cell: Locator) => Number(await cell.getAttribute('data-value'));
const shownSlopes = async (figure: Locator) => {
  const rows = await figure.locator('tr[data-scheme]').all();
  return Promise.all(
    rows.map(async (row) => [
      await raw(row.locator('[data-value]').nth(0)),
      await raw(row.locator('[data-value]').nth(1)),
    ]),
  );
};
const expected = (change: Partial<State> = {}) => model(change).slopes.map(({ slope, error }) => [slope, error]);
const open = async (query = '', options = {}) => {
  const opened = await site.open(`${ADDRESS}${query}`, options);
  return { ...opened, figure: await island(opened.page, 'secant') };
};
const xOf = (page: Page) => page.getByLabel('Point x, as a number').inputValue().then(Number);
const grip = (figure: Locator) => figure.getByRole('slider', { name: 'Point x on the curve' }).locator('visible=true');

describe('the secant figure', () => {
  it("shows the checker's slopes and errors, before any script and after", async () => {
    const { page, context } = await site.open(ADDRESS, { javaScriptEnabled: false });
    const figure = page.locator('[data-island="secant"]');
    expect(await shownSlopes(figure)).toEqual(expected());
    expect(await figure.locator('svg.gc-drawing').count()).toBeGreaterThan(0);
    expect(await figure.getByText('Truncation.').count()).toBe(1);
    await context.close();
    const awake = await open();
    expect(await shownSlopes(awake.figure)).toEqual(expected());
    expect(awake.troubles).toEqual([]);
  });

  it('follows a pointer that drags the point along the curve', async () => {
    const { page, figure, troubles } = await open();
    await grip(figure).scrollIntoViewIfNeeded();
    const box = (await grip(figure).locator('.gc-grip').boundingBox())!;
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x - 60, y + 10, { steps: 6 });
    await page.mouse.up();
    await expect.poll(() => xOf(page)).toBeLessThan(0.3);
    const dragged = await xOf(page);
    expect(await shownSlopes(figure)).toEqual(expected({ x: dragged }));
    await page.waitForFunction(() => location.search.includes('secant.x='));
    expect(troubles).toEqual([]);
  });

  it('takes the step through all its decades in one drag of the neighbour, and back', async () => {
    const { page, troubles } = await site.open(ADDRESS);
    const approach = await island(page, 'approach');
    const neighbour = approach.getByRole('slider', { name: 'x + h' }).locator('visible=true');
    const step = () => approach.getByLabel('Step h, as a number').inputValue().then(Number);
    await neighbour.scrollIntoViewIfNeeded();
    const box = (await neighbour.locator('.gc-grip').boundingBox())!;
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x - 300, y, { steps: 30 });
    await expect.poll(step).toBe(1e-16);
    await page.mouse.move(x - 60, y, { steps: 12 });
    await expect.poll(step).toBeGreaterThan(1e-10);
    await page.mouse.up();
    await neighbour.focus();
    await page.keyboard.press('Home');
    await expect.poll(step).toBe(1e-16);
    expect(await approach.locator('[data-regime]').getAttribute('data-regime')).toBe(model({ h: 1e-16 }).regime);
    await page.keyboard.press('End');
    await expect.poll(step).toBe(1);
    expect(troubles).toEqual([]);
  });

  it('answers to the keyboard alone', async () => {
    const { page, figure } = await open();
    await grip(figure).focus();
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => xOf(page)).toBeGreaterThan(0.6);
    const moved = await xOf(page);
    await figure.getByLabel('Step h', { exact: true }).focus();
    await page.keyboard.press('Home');
    expect(await figure.locator('[data-regime]').getAttribute('data-regime')).toBe(
      model({ x: moved, h: 1e-16 }).regime,
    );
    await figure.getByRole('radio', { name: 'forward' }).focus();
    await page.keyboard.press('ArrowRight');
    expect(await figure.locator('tr[data-chosen]').getAttribute('data-scheme')).toBe('central');
  });

  it('fits 320 px, and can be dragged by a finger there', async () => {
    const { page, context, figure } = await open('', {
      viewport: { width: 320, height: 700 },
      hasTouch: true,
      isMobile: true,
    });
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    await grip(figure).scrollIntoViewIfNeeded();
    const box = (await grip(figure).locator('.gc-grip').boundingBox())!;
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    const session = await context.newCDPSession(page);
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', at: number) =>
      session.send('Input.dispatchTouchEvent', { type, touchPoints: type === 'touchEnd' ? [] : [{ x: at, y }] });
    await touch('touchStart', x);
    for (let far = 5; far <= 40; far += 5) await touch('touchMove', x - far);
    await touch('touchEnd', x);
    await expect.poll(() => xOf(page)).toBeLessThan(0.3);
  });

  it('is set by its URL, and by Reset to where it began', async () => {
    const change = { curve: 'cubic', scheme: 'five-point', x: -0.5, h: 1e-3 } as const;
    const { page, figure } = await open('?secant.curve=cubic&secant.scheme=five-point&secant.x=-0.5&secant.h=1e-3');
    expect(await shownSlopes(figure)).toEqual(expected(change));
    await figure.getByRole('button', { name: 'Reset' }).click();
    expect(await shownSlopes(figure)).toEqual(expected());
    await page.waitForFunction(() => location.search === '');
  });

  it('refuses what the URL may not ask for', async () => {
    const { figure } = await open('?secant.curve=evil&secant.x=1e9&secant.h=-1');
    expect(await shownSlopes(figure)).toEqual(expected());
  });

  it('moves nothing when it wakes, nor when its numbers change', async () => {
    const { figure } = await open('', { ownFonts: true });
    const height = async () => (await figure.boundingBox())!.height;
    const before = await height();
    for (const query of ['five-point', 'central'])
      await figure.getByRole('radio', { name: query }).check({ force: true });
    for (const key of ['Home', 'PageUp', 'PageUp', 'PageUp']) {
      await figure.getByLabel('Step h', { exact: true }).press(key);
      expect(await height()).toBe(before);
    }
  });

  it.each(['light', 'dark'] as const)('draws analytic and numeric apart in the %s theme', async (colorScheme) => {
    const { figure } = await open('', { colorScheme });
    const colour = (key: string) =>
      figure
        .locator(`[data-key="${key}"] .gc-line`)
        .first()
        .evaluate((line) => getComputedStyle(line).stroke);
    expect(await colour('tangent')).not.toBe(await colour('secant'));
  });

  it('redraws within a frame while it is dragged', async () => {
    const { page, figure } = await open();
    await grip(figure).focus();
    expect(await redrawTime(page)).toBeLessThan(16);
  });
});
