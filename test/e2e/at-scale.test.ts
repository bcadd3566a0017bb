import type { Locator } from 'playwright-core';
import { expect, it } from 'vitest';
import { signsModel } from '@/lessons/directions/signs.ts';
import { island, useSite } from './support/site.ts';

const site = useSite();

const valuesIn = (cells: Locator) =>
  cells.evaluateAll((all) => all.map((cell) => (cell as HTMLElement).dataset['value']));

it('shows each claim of the chapter in a figure of its own', async () => {
  const { page, troubles } = await site.open('practice/at-scale/', { reducedMotion: 'reduce' });

  const cost = await island(page, 'scale-cost');
  const counted = () => valuesIn(cost.locator('b [data-value]'));
  const million = await counted();
  expect(million[0]).toBe('2000000');
  await cost.getByLabel('Number of elements n, as a number').fill('1000');
  await expect.poll(counted).not.toEqual(million);
  const [textbook, halving] = (await counted()).map(Number);
  expect(textbook).toBe(2000);
  // 0.1 % of the elements cost more than half of the evaluations: the number of halvings is a logarithm
  expect(halving).toBeGreaterThan(Number(million[1]) / 2);

  const signs = await island(page, 'signs');
  const outcomes = () =>
    signs
      .locator('[data-off]')
      .evaluateAll((all) =>
        all.map(({ dataset }) => ({ off: Number(dataset['off']), count: Number(dataset['count']) })),
      );
  await signs.getByLabel('Errors', { exact: true }).selectOption('equal');
  await signs.getByRole('button', { name: 'Toss again' }).click();
  await expect.poll(outcomes).toEqual(signsModel({ errors: 'equal', signs: 'random', toss: 2 }).outcomes);

  const misses = await island(page, 'misses');
  /** K, the bound, tossed, ones only. */
  const rows = () =>
    misses
      .locator('.gc-table tbody tr')
      .evaluateAll((all) => all.map((row) => [...row.children].map(({ textContent }) => textContent)));
  const before = await rows();
  await misses.getByRole('button', { name: 'Toss again' }).click();
  await expect.poll(rows).not.toEqual(before);
  await misses.getByLabel('Errors', { exact: true }).selectOption('three');
  // three equal errors never cancel
  await expect.poll(async () => (await rows()).every(([, , tossed]) => Number(tossed) === 0)).toBe(true);

  const bisection = await island(page, 'bisection');
  const parts = bisection.locator('.gc-wide .directions-part');
  await bisection.getByRole('slider', { name: 'Comparison' }).press('Home');
  await expect.poll(() => parts.count()).toBe(0);
  await bisection.getByRole('button', { name: 'Play' }).click();
  await expect.poll(() => bisection.locator('.gc-wide .directions-name').textContent()).toBe('x[271828]');
  expect(troubles).toEqual([]);
});
