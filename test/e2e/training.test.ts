import type { Locator } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { initialState } from '@/input/url-state.ts';
import { trainingChecks } from '@/lessons/training/checks.ts';
import { FIRST_GUESS, letterOf } from '@/lessons/training/guess.ts';
import { fields, type State, trainingModel } from '@/lessons/training/model.ts';
import { RUNS } from '@/lessons/training/problem.ts';
import { redrawTime } from './support/redraw.ts';
import { island, useSite } from './support/site.ts';

const site = useSite();
const ADDRESS = 'practice/checked-training/';
const checks = trainingChecks();

const open = async (query = '', options = {}) => {
  const opened = await site.open(`${ADDRESS}${query}`, options);
  return { ...opened, figure: await island(opened.page, 'training') };
};
/** Verdict, final loss and distance of every run as the page shows them. */
const shown = (figure: Locator) =>
  figure.locator('[data-run]').evaluateAll((all) =>
    all.map((one) => {
      const values = [...one.querySelectorAll<HTMLElement>('dd [data-value]')].slice(0, 2);
      return [
        one.querySelector<HTMLElement>('[data-verdict]')?.dataset['verdict'],
        ...values.map(({ dataset }) => dataset['value']),
      ];
    }),
  );
const expected = (change: Partial<State> = {}) =>
  trainingModel({ ...initialState(fields), ...change }).map(({ loss, distance }, i) => [
    checks[i].diagnosis.verdict,
    String(loss),
    String(distance),
  ]);
const box = (figure: Locator, name: string) => figure.getByLabel(`${name}, as a number`);

describe('the training figure', () => {
  it('shows runs, verdicts and figures before any script and after', async () => {
    const { page, context } = await site.open(ADDRESS, { javaScriptEnabled: false });
    const figure = page.locator('[data-island="training"]');
    expect(await shown(figure)).toEqual(expected());
    expect(await figure.locator('svg.gc-drawing').count()).toBe(2);
    expect(await figure.locator('.gc-table tbody tr').count()).toBeGreaterThan(50);
    await context.close();
    const awake = await open();
    expect(await shown(awake.figure)).toEqual(expected());
    expect(awake.troubles).toEqual([]);
  });

  it('takes every digit of a learning rate that is typed', async () => {
    const { page, figure } = await open();
    await box(figure, 'Learning rate').fill('0.01234');
    await page.waitForFunction(() => location.search.includes('training.rate=0.01234'));
    expect(await box(figure, 'Learning rate').inputValue()).toBe('0.01234');
    await expect.poll(() => shown(figure)).toEqual(expected({ rate: 0.01234 }));
  });

  it('links each wrong run to its bug in the list of bugs', async () => {
    const { figure, troubles } = await open();
    for (const { id, diagnosis } of checks.filter(({ diagnosis }) => diagnosis.verdict === 'fail')) {
      const link = figure.locator(`[data-run="${id}"] .diagnosis-finding a`);
      expect(await link.getAttribute('href')).toContain(`#${diagnosis.findings[0].kind}`);
    }
    expect(troubles).toEqual([]);
  });

  it('trains anew when the learning rate is dragged', async () => {
    const { page, figure } = await open();
    const slider = figure.getByRole('slider', { name: 'Learning rate', exact: true });
    await slider.scrollIntoViewIfNeeded();
    const place = (await slider.boundingBox())!;
    const y = place.y + place.height / 2;
    await page.mouse.move(place.x + place.width * 0.53, y);
    await page.mouse.down();
    await page.mouse.move(place.x + place.width * 0.7, y, { steps: 5 });
    await page.mouse.up();
    await expect.poll(async () => Number(await box(figure, 'Learning rate').inputValue())).toBeGreaterThan(0.08);
    const rate = Number(await box(figure, 'Learning rate').inputValue());
    await expect.poll(() => shown(figure)).toEqual(expected({ rate }));
  });

  it('answers to the keyboard alone', async () => {
    const { page, figure } = await open();
    await figure.getByRole('slider', { name: 'Steps', exact: true }).focus();
    await page.keyboard.press('End');
    await expect.poll(() => shown(figure)).toEqual(expected({ steps: 1000 }));
    await figure.getByRole('radio', { name: 'loss above the minimum', exact: true }).focus();
    await page.keyboard.press('ArrowLeft');
    await expect.poll(() => figure.locator('.gc-axis-name:visible').allTextContents()).toContain('loss');
    await box(figure, 'Steps').fill('20');
    await expect.poll(() => shown(figure)).toEqual(expected({ steps: 20 }));
  });

  it('hides names and verdicts until all four runs are guessed, then brings them out with the score', async () => {
    const { page, troubles } = await open();
    const figure = await island(page, 'training-guess');
    expect(await figure.locator('[data-verdict]:visible').count()).toBe(0);
    for (const { label } of RUNS)
      expect(await figure.getByText(label, { exact: true }).locator('visible=true').count()).toBe(0);
    for (const [i, id] of FIRST_GUESS.order.entries()) {
      await figure.getByLabel(`Run ${letterOf(i)} has`).selectOption(id);
    }
    await figure.getByText('4 of 4 right.').waitFor();
    expect(await figure.locator('[data-run] [data-verdict]:visible').count()).toBe(4);
    expect(await figure.getByText('– you saw it').count()).toBe(4);
    await figure.getByRole('button', { name: 'Shuffle and guess again' }).click();
    await expect.poll(() => figure.locator('[data-verdict]:visible').count()).toBe(0);
    expect(troubles).toEqual([]);
  });

  it('shows beside their paragraphs what a wrong gradient does, and what a turned one does', async () => {
    const { page, troubles } = await open();
    const pair = await island(page, 'training-pair');
    const text = (figure: Locator) => figure.locator('> p:not([role])').last().innerText();
    expect(await text(pair)).toContain('the wrong gradient is nearer to the minimum');
    await box(pair, 'Learning rate').fill('0.2');
    await expect.poll(() => text(pair)).toContain('the wrong gradient has diverged, the right one has not');
    await pair.getByRole('radio', { name: 'dropped term' }).check();
    await box(pair, 'Steps').fill('1000');
    await expect.poll(() => text(pair)).toContain('the right gradient is nearer to the minimum');
    const angle = await island(page, 'training-angle');
    expect(await text(angle)).toContain('downhill');
    await box(angle, 'Turned by, in degrees').fill('95');
    await expect.poll(() => text(angle)).toContain('uphill');
    expect(troubles).toEqual([]);
  });

  it('fits 320 px and answers to touch there', async () => {
    const { page, figure } = await open('', {
      viewport: { width: 320, height: 700 },
      hasTouch: true,
      isMobile: true,
    });
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    await figure.getByText('loss', { exact: true }).first().tap();
    await page.waitForFunction(() => location.search.includes('training.view=loss'));
    const slider = figure.getByRole('slider', { name: 'Learning rate', exact: true });
    const place = (await slider.boundingBox())!;
    await page.touchscreen.tap(place.x + place.width * 0.9, place.y + place.height / 2);
    await expect.poll(async () => Number(await box(figure, 'Learning rate').inputValue())).toBeGreaterThan(0.2);
  });

  it('is set by its URL, and by Reset to where it began', async () => {
    const { page, figure } = await open('?training.rate=0.3&training.steps=300');
    await expect.poll(() => shown(figure)).toEqual(expected({ rate: 0.3, steps: 300 }));
    await figure.getByRole('button', { name: 'Reset' }).click();
    await expect.poll(() => shown(figure)).toEqual(expected());
    await page.waitForFunction(() => location.search === '');
  });

  it('drops what its URL must not say', async () => {
    const { figure } = await open('?training.rate=-1&training.steps=1e9&training.view=nothing');
    expect(await shown(figure)).toEqual(expected());
  });

  it.each([320, 1280])('keeps its verdicts where they are, whatever the rate: %i px', async (width) => {
    const { figure } = await open('', { viewport: { width, height: 900 }, ownFonts: true });
    const place = async () => {
      const root = (await figure.boundingBox())!;
      const run = (await figure.locator('[data-run="sign"]').boundingBox())!;
      return [root.height, run.y - root.y];
    };
    const before = await place();
    for (const rate of ['0.001', '1', '0.3']) {
      await box(figure, 'Learning rate').fill(rate);
      expect(await place()).toEqual(before);
    }
  });

  it.each(['light', 'dark'] as const)('tells its four curves apart in the %s theme', async (colorScheme) => {
    const { figure } = await open('', { colorScheme });
    const looks = await figure
      .locator('svg.gc-wide .gc-series path.gc-line')
      .evaluateAll((all) => all.map((line) => [getComputedStyle(line).stroke, line.getAttribute('stroke-dasharray')]));
    expect(looks).toHaveLength(4);
    expect(new Set(looks.map(([colour]) => colour)).size).toBe(4);
    expect(new Set(looks.map(([, dash]) => dash)).size).toBe(4);
  });

  it('redraws a thousand steps within a frame', async () => {
    const { page, figure } = await open('?training.steps=1000');
    await figure.getByRole('slider', { name: 'Learning rate', exact: true }).focus();
    expect(await redrawTime(page, 'value')).toBeLessThan(16);
  });
});
