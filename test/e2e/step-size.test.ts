import { readFileSync } from 'node:fs';
import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { type Scheme, type SweepPoint, stepSizeSweep } from '@/checker/index.ts';
import { sineExponential } from '@/examples/functions/sine-exponential.ts';
import { parabola } from '@/examples/functions/step-size.ts';
import { redrawTime } from './support/redraw.ts';
import { island, useSite } from './support/site.ts';

const site = useSite();
const CHAPTER = 'method/choosing-h/';
const reference = JSON.parse(readFileSync('test/fixtures/numpy-reference.json', 'utf8')).stepSweep;
const root = (page: Page) => page.locator('[data-island="step-size"]').first();

const values = (cells: Locator): Promise<number[]> =>
  cells.evaluateAll((found) => found.map((cell) => Number((cell as HTMLElement).dataset['value'])));

/** The rows of the data table as raw doubles, each the title of its cell once it is pointed at and the table is awake. */
async function table(figure: Locator): Promise<number[][]> {
  const flat = await figure.locator('.gc-data tbody').evaluate((body) =>
    [...body.querySelectorAll('td')].map((cell) => {
      cell.dispatchEvent(new PointerEvent('pointerover', { bubbles: true }));
      return Number(cell.title);
    }),
  );
  const columns = await figure.locator('.gc-data thead th').count();
  return Array.from({ length: flat.length / columns }, (_, row) => flat.slice(row * columns, (row + 1) * columns));
}

/** The same as they are written. */
const written = (figure: Locator): Promise<number[]> =>
  figure
    .locator('.gc-data tbody td')
    .evaluateAll((cells) =>
      cells.map(({ textContent }) => Number(textContent!.replaceAll('−', '-').replace(' × 10', 'e'))),
    );

const pairs = (sweep: readonly SweepPoint[]) => sweep.map(({ step, error }) => [step, error]);

const reading = (figure: Locator, name: string) => values(figure.locator(`[data-reading="${name}"] [data-value]`));

describe('the error curve', () => {
  it.each([true, false])(
    "is the checker's sweep of the notebook's function, scripts on: %s",
    async (javaScriptEnabled) => {
      const { page, troubles } = await site.open(CHAPTER, { javaScriptEnabled });
      if (javaScriptEnabled) await island(page, 'step-size');
      const figure = root(page);
      const expected = pairs(stepSizeSweep(sineExponential.f, sineExponential.gradient, [1.2, 0.5]));
      expect(expected.map(([h]) => h)).toEqual(reference.h);
      if (javaScriptEnabled) await expect.poll(() => table(figure)).toEqual(expected);
      expect(await written(figure)).toEqual(expected.flat().map((value) => Number(value.toPrecision(6))));
      const [step, error] = await reading(figure, 'measured');
      const smallest = reference.error.indexOf(Math.min(...reference.error));
      expect([step, error]).toEqual([reference.h[smallest], reference.error[smallest]]);
      expect(await figure.locator('.gc-drawing text', { hasText: 'measured best' }).count()).toBeGreaterThan(0);
      expect(troubles).toEqual([]);
    },
  );

  it('is drawn the same before and after scripts: nothing of it moves or changes', async () => {
    const before = await site.open(CHAPTER, { javaScriptEnabled: false });
    const after = await site.open(CHAPTER);
    await island(after.page, 'step-size');
    const drawn = (page: Page) =>
      root(page)
        .locator('.gc-drawing path')
        .evaluateAll((paths) => paths.map((path) => path.getAttribute('d')));
    expect(await drawn(after.page)).toEqual(await drawn(before.page));
  });

  it.each(['forward', 'central', 'five-point'] as Scheme[])('follows scheme and function: %s', async (scheme) => {
    const { page } = await site.open(CHAPTER);
    const figure = await island(page, 'step-size');
    // Sums and products alone: the same in every engine to the last bit.
    await figure.getByLabel('Function').selectOption('parabola');
    await figure.getByText(scheme, { exact: true }).first().click();
    const expected = pairs(stepSizeSweep(parabola.f, parabola.gradient, [...parabola.x], { scheme }));
    await expect.poll(() => table(figure)).toEqual(expected);
  });

  it('has all four schemes beside each other, and the complex step without a left arm', async () => {
    const { page } = await site.open(CHAPTER);
    const figure = await island(page, 'step-size');
    await figure.getByLabel('Draw all four').check();
    await expect.poll(() => figure.locator('.gc-data thead th').count()).toBe(5);
    await expect.poll(async () => (await table(figure))[0][0]).toBe(1e-14);
    const [first] = await table(figure);
    expect(first[2]).toBe(reference.error[0]);
    expect(first[4]).toBeLessThan(1e-15);
  });

  it('says how large the error is where h is, by key, by box and by pointer', async () => {
    const { page } = await site.open(CHAPTER);
    const figure = await island(page, 'step-size');
    const errorAt = (step: number) =>
      stepSizeSweep(sineExponential.f, sineExponential.gradient, [1.2, 0.5], { steps: [step] })[0].error;
    expect((await reading(figure, 'here')).slice(0, 2)).toEqual([1e-5, reference.errorAtRecommended]);

    await figure.getByLabel('Step h, as a number').fill('1e-3');
    expect((await reading(figure, 'here')).slice(0, 2)).toEqual([1e-3, errorAt(1e-3)]);

    const grip = figure.getByRole('slider', { name: 'Step h on the curve' });
    await grip.focus();
    await page.keyboard.press('ArrowLeft');
    const [moved, error] = await reading(figure, 'here');
    expect(moved).toBeLessThan(1e-3);
    expect(error).toBe(errorAt(moved));

    const box = (await grip.locator('.gc-grip').boundingBox())!;
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x - 150, y - 40, { steps: 5 });
    await page.mouse.up();
    const [dragged, there] = await reading(figure, 'here');
    expect(dragged).toBeLessThan(moved / 100);
    expect(there).toBe(errorAt(dragged));
  });

  it('shows the arithmetic of the point, with the digits that cancel in words as well', async () => {
    const { page } = await site.open(CHAPTER);
    const figure = await island(page, 'step-size');
    await figure.getByText('Show the arithmetic').click();
    const { f, x } = sineExponential;
    const [above, below] = [f([x[0] + 1e-5, x[1]]), f([x[0] - 1e-5, x[1]])];
    const shown = await values(figure.locator('.step-size-working td'));
    expect(shown.slice(0, 5)).toEqual([above, below, above - below, 2e-5, (above - below) / 2e-5]);
    expect(await figure.locator('.step-size-working s').first().innerText()).toBe('1.5366');
    await figure.getByText('The first 5 digits of 17 are the same in both values').waitFor();
    await figure.locator('.step-size-working').getByText('x[1]').click();
    const other = await values(figure.locator('.step-size-working td'));
    expect(other[0]).toBe(f([x[0], x[1] + 1e-5]));
  });

  it('comes back from its URL and from Reset', async () => {
    const { page } = await site.open(
      `${CHAPTER}?step-size.precision=float32&step-size.h=0.01&step-size.scheme=strange`,
    );
    const figure = await island(page, 'step-size');
    expect(await figure.getByRole('radio', { name: 'float32' }).isChecked()).toBe(true);
    expect(await figure.getByRole('radio', { name: 'central' }).isChecked()).toBe(true);
    expect((await reading(figure, 'here'))[0]).toBe(0.01);
    await figure.getByRole('button', { name: 'Reset' }).click();
    expect((await reading(figure, 'here'))[0]).toBe(1e-5);
    await page.waitForURL((url) => url.search === '');
  });

  it('fits a phone and answers to a finger', async () => {
    const { page } = await site.open(CHAPTER, {
      viewport: { width: 320, height: 640 },
      hasTouch: true,
      isMobile: true,
    });
    const figure = await island(page, 'step-size');
    await figure.getByText('five-point', { exact: true }).first().tap();
    expect(await figure.getByRole('radio', { name: 'five-point' }).isChecked()).toBe(true);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  });

  it('is redrawn within a frame of a change of h', async () => {
    const { page } = await site.open(CHAPTER);
    const figure = await island(page, 'step-size');
    await figure.getByLabel('Draw all four').check();
    await figure.getByLabel('Step h', { exact: true }).focus();
    expect(await redrawTime(page, 'value')).toBeLessThan(16);
  });
});
