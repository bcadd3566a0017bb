import { describe, expect, it } from 'vitest';
import { shifts } from './support/layout-shift.ts';
import { allAwake, useSite } from './support/site.ts';

const site = useSite();

/** Layout shifts of a page from its first paint until its figures are awake and its fonts there. */
async function shiftsOf(address: string, width: number) {
  const { page, context } = await site.open(address, { viewport: { width, height: 900 } });
  await allAwake(page);
  await page.evaluate(() => document.fonts.ready);
  const found = await shifts(page);
  await context.close();
  return found;
}

describe('nothing moves while a page loads', () => {
  it.each([
    ['method/choosing-h/', 1280],
    ['', 320],
  ] as const)('five loads of /%s at %i px have a layout shift of 0.00', async (address, width) => {
    const found = [];
    for (let load = 0; load < 5; load += 1) found.push(...(await shiftsOf(address, width)));
    expect(found.filter(({ value }) => value >= 0.0005)).toEqual([]);
  });
});
