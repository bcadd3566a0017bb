import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { decode, encode } from '@/lessons/thresholds/cases.ts';
import { hiddenModel } from '@/lessons/thresholds/hidden.ts';
import { thresholdsModel } from '@/lessons/thresholds/model.ts';
import { population } from '@/lessons/thresholds/population.ts';
import type { ThresholdRule } from '@/lessons/thresholds/state.ts';
import { redrawTime } from './support/redraw.ts';
import { island, useSite } from './support/site.ts';

const site = useSite();
const ADDRESS = 'misleads/thresholds/';
/** As the page has it: three digits of each. */
const cases = decode(encode(population()));

const open = async (query = '', options = {}) => {
  const opened = await site.open(`${ADDRESS}${query}`, options);
  return { ...opened, figure: await island(opened.page, 'thresholds') };
};
const shown = (figure: Locator) =>
  figure
    .locator('.thresholds-count strong [data-value]')
    .evaluateAll((all) => all.map((one) => Number((one as HTMLElement).dataset['value'])));
const expected = (rule: ThresholdRule = 'global', threshold = 1e-5) => {
  const { rejectedRight, acceptedWrong, undecided } = thresholdsModel(cases, { rule, threshold }).counts;
  return [rejectedRight, acceptedWrong, undecided];
};
const thresholdOf = (page: Page) => page.getByLabel('Threshold, as a number').inputValue().then(Number);
const visible = (figure: Locator) => figure.locator('svg.gc-drawing:visible');

describe('the figure of the threshold', () => {
  it('counts the wrong verdicts as the model does, before any script and after', async () => {
    const { page, context } = await site.open(ADDRESS, { javaScriptEnabled: false });
    const figure = page.locator('[data-island="thresholds"]');
    expect(await shown(figure)).toEqual(expected());
    expect(await figure.locator('table').count()).toBeGreaterThanOrEqual(3);
    await context.close();
    const awake = await open();
    expect(await shown(awake.figure)).toEqual(expected());
    expect(awake.troubles).toEqual([]);
  });

  it('draws every gradient once, and colours it by its verdict', async () => {
    const { figure } = await open();
    const drawn = await visible(figure)
      .locator('.thresholds-dots')
      .evaluateAll((all) => all.map((one) => ({ ...(one as SVGElement).dataset })));
    const { judged } = thresholdsModel(cases, { rule: 'global', threshold: 1e-5 });
    for (const { right, said, count } of drawn) {
      expect(Number(count)).toBe(judged.filter((one) => one.right === (right === '') && one.said === said).length);
    }
    expect(drawn.reduce((total, { count }) => total + Number(count), 0)).toBe(cases.length);
  });

  it('judges anew as the line is dragged', async () => {
    const { page, figure } = await open();
    const grip = figure
      .getByRole('slider', { name: 'Threshold on the chart' })
      .locator('visible=true')
      .locator('.gc-grip');
    await grip.scrollIntoViewIfNeeded();
    const box = (await grip.boundingBox())!;
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await page.mouse.down();
    await page.mouse.move(box.x + 120, box.y, { steps: 6 });
    await page.mouse.up();
    await expect.poll(() => thresholdOf(page)).toBeGreaterThan(1e-4);
    expect(await shown(figure)).toEqual(expected('global', await thresholdOf(page)));
  });

  it('answers to the keyboard alone', async () => {
    const { page, figure } = await open();
    await figure.getByRole('slider', { name: 'Threshold on the chart' }).locator('visible=true').focus();
    await page.keyboard.press('PageUp');
    await expect.poll(() => thresholdOf(page)).toBeGreaterThan(1e-5);
    expect(await shown(figure)).toEqual(expected('global', await thresholdOf(page)));
    await figure.getByRole('radio', { name: 'one global norm' }).focus();
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => shown(figure)).toEqual(expected('element', await thresholdOf(page)));
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => shown(figure)).toEqual(expected('production'));
    expect(await page.getByLabel('Threshold, as a number').isDisabled()).toBe(true);
  });

  it('hides a small wrong group under one norm, and shows it by its own', async () => {
    const { figure } = await open();
    const values = () =>
      figure
        .locator('tr[data-group] td.number [data-value], .thresholds-hidden .verdict [data-value]')
        .evaluateAll((all) => all.map((one) => Number((one as HTMLElement).dataset['value'])));
    const wanted = (share: number) => {
      const { groups, global } = hiddenModel(share, 1e-5);
      return [...groups.map(({ relativeError }) => relativeError), global.relativeError];
    };
    const verdict = () => figure.locator('.thresholds-hidden .verdict').getAttribute('data-verdict');
    expect(await values()).toEqual(wanted(1e-6));
    expect(await verdict()).toBe('pass');
    await figure.getByLabel("Size of b's gradient beside W's, as a number").fill('0.01');
    await expect.poll(values).toEqual(wanted(0.01));
    expect(await verdict()).toBe('fail');
    expect(await figure.locator('tr[data-group="b"] [data-verdict]').getAttribute('data-verdict')).toBe('fail');
  });

  it('fits 320 px, and the line can be dragged by a finger there', async () => {
    const { page, context, figure } = await open('', {
      viewport: { width: 320, height: 700 },
      hasTouch: true,
      isMobile: true,
    });
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    const grip = figure.getByRole('slider', { name: 'Threshold on the chart' }).locator('visible=true');
    await grip.scrollIntoViewIfNeeded();
    const box = (await grip.locator('.gc-grip').boundingBox())!;
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    const session = await context.newCDPSession(page);
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', at: number) =>
      session.send('Input.dispatchTouchEvent', { type, touchPoints: type === 'touchEnd' ? [] : [{ x: at, y }] });
    await touch('touchStart', x);
    for (let far = 5; far <= 40; far += 5) await touch('touchMove', x + far);
    await touch('touchEnd', x);
    await expect.poll(() => thresholdOf(page)).toBeGreaterThan(1e-4);
  });

  it('is set by its URL, and by Reset to where it began', async () => {
    const { page, figure } = await open('?thresholds.rule=element&thresholds.threshold=1e-3');
    expect(await shown(figure)).toEqual(expected('element', 1e-3));
    await figure.getByRole('button', { name: 'Reset' }).click();
    await expect.poll(() => shown(figure)).toEqual(expected());
    await page.waitForFunction(() => location.search === '');
  });

  it('keeps its height whatever the rule and the line', async () => {
    const { page, figure } = await open('', { ownFonts: true });
    const height = async () => (await figure.boundingBox())!.height;
    const before = await height();
    for (const name of ['per element', 'production check', 'one global norm']) {
      await figure.getByRole('radio', { name }).check({ force: true });
      expect(await height()).toBe(before);
    }
    await page.getByLabel('Threshold', { exact: true }).press('Home');
    expect(await height()).toBe(before);
  });

  it.each(['light', 'dark'] as const)('tells accepted from rejected in the %s theme', async (colorScheme) => {
    const { figure } = await open('', { colorScheme });
    const colour = (said: string) =>
      visible(figure)
        .locator(`.thresholds-dots[data-said="${said}"]`)
        .first()
        .evaluate((dots) => getComputedStyle(dots).color);
    expect(await colour('pass')).not.toBe(await colour('fail'));
  });

  it('redraws within a frame while the line is dragged', async () => {
    const { page, figure } = await open();
    await figure.getByRole('slider', { name: 'Threshold on the chart' }).locator('visible=true').focus();
    expect(await redrawTime(page)).toBeLessThan(16);
  });
});
