import { describe, expect, it } from 'vitest';
import { type Closeness, LIMITS, measureCloseness } from './support/closeness.ts';
import { pages, useSite } from './support/site.ts';

const site = useSite();
const chapters = pages().filter((address) => /^(?:method|misleads|practice)\//.test(address));

const SCREENS = { wide: { width: 1280, height: 800 }, narrow: { width: 390, height: 844 } } as const;
describe.each(chapters)('in the chapter at /%s', (address) => {
  it('a claim and what shows it stand within a screen', async () => {
    const { page } = await site.open(address, { ownFonts: true, viewport: SCREENS.wide });
    for (const [screen, size] of Object.entries(SCREENS)) {
      await page.setViewportSize(size);
      await page.waitForFunction((width) => window.innerWidth === width, size.width);
      const measured = await page.evaluate(measureCloseness);
      for (const [what, limit] of Object.entries(LIMITS) as [keyof Closeness, number][]) {
        expect.soft(measured[what], `${what} on a ${screen} screen, in screens`).toBeLessThanOrEqual(limit);
      }
    }
  });
});
