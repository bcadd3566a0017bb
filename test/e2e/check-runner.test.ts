import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { gradientCheck } from '@/checker/textbook/gradient-check.ts';
import { meanSquareForgotten, quadratic } from '@/examples/functions/notebook.ts';
import { useSite } from './support/site.ts';

const site = useSite();
const CHAPTER = 'method/three-checks/';

const runners = (page: Page) => page.locator('[data-island="check-runner"]');
const verdict = (runner: Locator) => runner.locator('[data-verdict]').first();

async function shown(runner: Locator) {
  return {
    verdict: await verdict(runner).getAttribute('data-verdict'),
    text: (await verdict(runner).innerText()).replace(/\s+/g, ' '),
    error: Number(await verdict(runner).locator('[data-value]').getAttribute('data-value')),
  };
}

async function awake(page: Page, index: number): Promise<Locator> {
  const runner = runners(page).nth(index);
  await runner.scrollIntoViewIfNeeded();
  await page.locator('[data-island="check-runner"][data-ready]').nth(index).waitFor();
  return runner;
}

/** Opens the settings that are folded away. */
const more = (runner: Locator) => runner.getByText('Threshold, scheme, example').click();

/** Numbers of the notebook, as NumPy printed them. */
const PRINTED = [
  ['pass', 'PASS relative error 1.39e-11', 1.3886795155014771e-11],
  ['fail', 'FAIL relative error 3.33e-01', 0.3333333329244177],
  ['pass', 'PASS relative error 6.15e-12', 6.145133774059587e-12],
] as const;

describe('the three checks', () => {
  it.each([true, false])("show the notebook's verdicts and figures, scripts on: %s", async (javaScriptEnabled) => {
    const { page } = await site.open(CHAPTER, { javaScriptEnabled });
    for (const [index, [state, text, error]] of PRINTED.entries()) {
      const runner = javaScriptEnabled ? await awake(page, index) : runners(page).nth(index);
      expect(await shown(runner)).toEqual({ verdict: state, text, error });
      const cells = await runner.locator('tbody').first().locator('[data-value]').count();
      expect(cells).toBe(6);
    }
  });

  it('follow x, h, threshold and scheme as the checker does', async () => {
    const { page, troubles } = await site.open(CHAPTER);
    const runner = await awake(page, 0);
    await runner.getByLabel('Point x').fill('0.25, 7');
    await runner.getByLabel('Step h, as a number').fill('1e-3');
    await more(runner);
    await runner.getByText('forward', { exact: true }).click();
    const check = (threshold: number) =>
      gradientCheck(quadratic.f, quadratic.gradient, [0.25, 7], { step: 1e-3, scheme: 'forward', threshold });
    const expected = check(1e-5);
    expect(expected.status).toBe('FAIL');
    expect(await shown(runner)).toMatchObject({ verdict: 'fail', error: expected.relativeError });
    await runner.getByLabel('Threshold, as a number').fill('0.01');
    expect(await shown(runner)).toMatchObject({ verdict: 'pass', error: check(0.01).relativeError });
    expect(troubles).toEqual([]);
  });

  it('say what the checker says of bad input, keep what was typed, and grey the last good result', async () => {
    const { page } = await site.open(CHAPTER);
    const runner = await awake(page, 0);
    const cases = [
      ['Point x', '1.5, abc', /x\[1\] is NaN/],
      ['Step h, as a number', '0', /The step is 0\. Use a positive number/],
      ['Step h, as a number', '1e-17', /does not change x\[0\] = 1\.5/],
    ] as const;
    for (const [label, text, message] of cases) {
      const box = runner.getByLabel(label);
      const before = await box.inputValue();
      await box.fill(text);
      await runner.getByText(message).waitFor();
      expect(await box.inputValue()).toBe(text);
      expect(await box.getAttribute('aria-invalid')).toBe('true');
      expect(await runner.locator('[data-stale]').count()).toBeGreaterThan(0);
      expect((await shown(runner)).error).toBe(PRINTED[0][2]);
      await box.fill(before);
      expect(await runner.locator('[data-stale]').count()).toBe(0);
    }
  });

  it('work by keyboard alone, are restored from the URL, and go back to where they were', async () => {
    const { page } = await site.open(CHAPTER);
    const runner = await awake(page, 1);
    await runner.getByLabel('Step h', { exact: true }).focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Tab');
    const step = async () => Number(await runner.getByLabel('Step h, as a number').inputValue());
    await expect.poll(step).toBeCloseTo(10 ** -4.95, 10);
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.type('1e-4');
    const { relativeError } = gradientCheck(meanSquareForgotten.f, meanSquareForgotten.gradient, [1.5, -2.3], {
      step: 1e-4,
    });
    await expect.poll(async () => (await shown(runner)).error).toBe(relativeError);
    await page.waitForURL(/step=1e-4/);

    await page.reload();
    const again = await awake(page, 1);
    await expect.poll(async () => (await shown(again)).error).toBe(relativeError);
    expect((await shown(runners(page).first())).error).toBe(PRINTED[0][2]);
    await again.getByRole('button', { name: 'Reset' }).focus();
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await shown(again)).error).toBe(PRINTED[1][2]);
    await page.waitForURL((url) => !url.search.includes('step'));
  });

  it('fit a phone and answer to a finger', async () => {
    const { page } = await site.open(CHAPTER, {
      viewport: { width: 320, height: 640 },
      hasTouch: true,
      isMobile: true,
    });
    const runner = await awake(page, 2);
    await more(runner);
    await runner.getByText('forward', { exact: true }).tap();
    await expect.poll(async () => (await shown(runner)).verdict).toBe('pass');
    expect((await shown(runner)).error).not.toBe(PRINTED[2][2]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  });

  it('change their example with its own point', async () => {
    const { page } = await site.open(CHAPTER);
    const runner = await awake(page, 0);
    await more(runner);
    await runner.getByLabel('Example').selectOption('sine-exponential');
    await expect.poll(() => runner.getByLabel('Point x').inputValue()).toBe('1.2, 0.5');
    await expect.poll(async () => (await shown(runner)).verdict).toBe('pass');
  });
});
