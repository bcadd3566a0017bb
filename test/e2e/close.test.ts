import { describe, expect, it } from 'vitest';
import { type Closeness, measureCloseness, SCREENS } from './support/closeness.ts';
import { pages, useSite } from './support/site.ts';

const site = useSite();
const chapters = pages().filter((address) => /^(?:method|misleads|practice)\//.test(address));

describe.each(chapters)('in the chapter at /%s', (address) => {
  it('a claim and what shows it stand within a screen', async () => {
    const { page } = await site.open(address, { ownFonts: true, viewport: SCREENS[0] });
    for (const { width, height, limits } of SCREENS) {
      await page.setViewportSize({ width, height });
      await page.waitForFunction((wanted) => window.innerWidth === wanted, width);
      const measured = await page.evaluate(measureCloseness);
      for (const [what, limit] of Object.entries(limits) as [keyof Closeness, number][]) {
        expect.soft(measured[what], `${what} at ${width} pixels, in screens`).toBeLessThanOrEqual(limit);
      }
    }
  });
});
