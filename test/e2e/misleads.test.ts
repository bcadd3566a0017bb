import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { boundaries } from '@/lessons/bug-zoo/boundary.ts';
import { measured } from '@/lessons/error-bar/measured.ts';
import { toleranceModel } from '@/lessons/error-bar/tolerance.ts';
import { atKinkModel } from '@/lessons/kinks/at-kink.ts';
import { measuredAtKink } from '@/lessons/kinks/at-kink-measured.ts';
import { smallModel } from '@/lessons/kinks/small.ts';
import { atolModel } from '@/lessons/thresholds/atol.ts';
import { decode, encode } from '@/lessons/thresholds/cases.ts';
import { thresholdsModel } from '@/lessons/thresholds/model.ts';
import { population } from '@/lessons/thresholds/population.ts';
import { island, useSite } from './support/site.ts';

/** The small figures of the part “When the check misleads”: one visit a chapter, each figure operated once. */
const site = useSite();

const visit = async (chapter: string, use: (page: Page) => Promise<void>) => {
  const { page, context, troubles } = await site.open(`misleads/${chapter}/`);
  await use(page);
  expect(troubles).toEqual([]);
  await context.close();
};
const fill = (figure: Locator, label: string, value: number) =>
  figure.getByLabel(`${label}, as a number`).fill(String(value));
const verdictOf = (figure: Locator) => figure.locator('.verdict').first().getAttribute('data-verdict');
const valuesOf = (part: Locator) =>
  part.locator('[data-value]').evaluateAll((all) => all.map((one) => Number((one as HTMLElement).dataset['value'])));

describe('the small figures of', () => {
  it('“How the error bar is made” follow the step, the function and the size of the error', () =>
    visit('error-bar', async (page) => {
      for (const name of ['bar-ratio', 'bar-terms', 'bar-noise', 'bar-valley']) {
        const figure = await island(page, name);
        const reading = figure.locator('.reading');
        const before = await reading.textContent();
        if (name === 'bar-ratio') await fill(figure, 'Longest step h', 0.1);
        else if (name === 'bar-valley') await figure.getByRole('radio').nth(1).check({ force: true });
        else await figure.getByLabel('Function').selectOption('single');
        await expect.poll(() => reading.textContent()).not.toBe(before);
      }
      const tolerance = await island(page, 'bar-tolerance');
      for (const [f, error] of [
        ['double', 1e-9],
        ['single', 1e-3],
        ['huge', 1e-3],
      ] as const) {
        await tolerance.getByLabel('Function').selectOption(f);
        await fill(tolerance, 'The gradient is too large by a share of', error);
        await expect.poll(() => verdictOf(tolerance)).toBe(toleranceModel({ f, error }, measured).verdict);
      }
    }));

  it('“Relative error and thresholds” count mistakes, and say what atol accepts', () =>
    visit('thresholds', async (page) => {
      const line = await island(page, 'threshold-line');
      const cases = decode(encode(population()));
      await line.getByRole('radio', { name: 'per element' }).check({ force: true });
      const { rejectedRight, acceptedWrong, undecided } = thresholdsModel(cases, {
        rule: 'element',
        threshold: 1e-5,
      }).counts;
      await expect.poll(() => valuesOf(line.locator('.gc-key'))).toEqual([rejectedRight, acceptedWrong, undecided]);
      const hidden = await island(page, 'hidden-block');
      expect(await verdictOf(hidden)).toBe('pass');
      await fill(hidden, "Size of b's gradient beside W's", 0.1);
      await expect.poll(() => verdictOf(hidden)).toBe('fail');
      const atol = await island(page, 'torch-atol');
      await fill(atol, 'True slope n', 4e-6);
      const accepted = atolModel(4e-6).claims.filter((claim) => claim.accepted).length;
      await expect.poll(() => atol.locator('.thresholds-claims [data-verdict="pass"]').count()).toBe(accepted);
    }));

  it('“Kinks, noise and precision” judge a right gradient at each step, and a slope claimed at a kink', () =>
    visit('kinks-noise-precision', async (page) => {
      for (const [tab, h] of [
        ['kink', 1e-7],
        ['noise', 0.1],
        ['float32', 0.001],
        ['offset', 1],
        ['domain', 1e-8],
      ] as const) {
        const figure = await island(page, `alarm-${tab}`);
        await fill(figure, 'Step h', h);
        const { status } = smallModel(tab, { h }).check;
        await expect
          .poll(async () => (await valuesOf(figure.locator('.verdict')))[0])
          .toBe(smallModel(tab, { h }).check.numeric);
        expect(await verdictOf(figure)).toBe(status.toLowerCase());
      }
      const atKink = await island(page, 'at-kink');
      await fill(atKink, 'Claimed slope', 1.5);
      const { production } = atKinkModel({ piece: 'relu', claim: 1.5 }, measuredAtKink);
      await expect.poll(() => atKink.locator('.verdict').last().getAttribute('data-verdict')).toBe(production);
    }));

  it('“Reading a failure” show another bug where one is chosen', () =>
    visit('reading-a-failure', async (page) => {
      const signature = await island(page, 'signature');
      await page.locator('.signatures a').nth(6).click();
      await expect.poll(() => signature.getByRole('radio', { name: 'residual by x' }).isChecked()).toBe(true);
      await page.keyboard.press('Escape');
      const boundary = await island(page, 'boundary');
      const { bug, groups } = boundaries[3];
      await boundary.getByLabel('Planted bug').selectOption(bug);
      const wrong = groups.filter(({ verdict }) => verdict === 'fail').length;
      await expect.poll(() => boundary.locator('[data-group][data-verdict="fail"]').count()).toBe(wrong);
    }));
});
