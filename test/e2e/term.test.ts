import { expect, it } from 'vitest';
import { allAwake, useSite } from './support/site.ts';

const site = useSite();

it.each(['hover', 'focus'] as const)('a word of the text lights up its curves in the figures: %s', async (by) => {
  const { page, troubles } = await site.open('method/numerical-differentiation/');
  await allAwake(page);
  const opacity = (tone: string) =>
    page
      .locator(`[data-island="secant"] .gc-series.gc-tone-${tone}:visible`)
      .first()
      .evaluate((curve) => getComputedStyle(curve).opacity);
  await page.locator('[data-term="numeric"]').first()[by]();
  await expect.poll(() => opacity('truth')).toBe('0.22');
  expect(await opacity('numeric')).toBe('1');
  await page.locator('h1').first().hover();
  await page.locator('[data-term="numeric"]').first().blur();
  await expect.poll(() => opacity('truth')).toBe('1');
  expect(troubles).toEqual([]);
});
