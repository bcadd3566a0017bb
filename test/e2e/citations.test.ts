import { expect, it } from 'vitest';
import { useSite } from './support/site.ts';

const site = useSite();
/** A source that the chapter cites once, in a paragraph. */
const SOURCE = 'squire1998';

it('a citation shows its source by mouse, keys and finger, leads to the list, and back', async () => {
  const { page, troubles } = await site.open('method/choosing-h/', { hasTouch: true });
  const citation = page.locator(`#cite-${SOURCE}`);
  const link = citation.locator('.cite');
  const card = citation.getByRole('note');
  const entry = page.locator(`#ref-${SOURCE}`);
  const shown = () => expect.poll(() => card.isVisible()).toBe(true);
  const hidden = () => expect.poll(() => card.isVisible()).toBe(false);

  await hidden();
  await link.hover();
  await shown();
  expect(await entry.textContent()).toContain((await card.textContent())?.trim());
  await card.getByRole('link').hover();
  await shown();
  await page.keyboard.press('Escape');
  await hidden();
  await page.mouse.move(0, 0);

  await link.focus();
  await shown();
  await page.keyboard.press('Tab');
  expect(await card.getByRole('link').evaluate((inside) => inside === document.activeElement)).toBe(true);
  await page.keyboard.press('Escape');
  await hidden();
  expect(await link.evaluate((each) => each === document.activeElement)).toBe(true);
  await link.blur();

  await link.tap();
  await shown();
  expect(new URL(page.url()).hash).toBe('');
  await link.tap();
  await page.waitForURL(`**/#ref-${SOURCE}`);
  await page.locator('.references').getByRole('link', { name: 'Back' }).last().tap();
  await page.waitForURL(/#cite-/);

  // On a wide screen the sources stand in the margin, beside nothing else.
  await page.setViewportSize({ width: 1440, height: 900 });
  await shown();
  const overlaps = await page.evaluate(() => {
    const blocks = [...document.querySelectorAll('.sl-markdown-content > *, .island, .source')];
    return [...document.querySelectorAll('.source')].flatMap((note) => {
      const a = note.getBoundingClientRect();
      return blocks
        .filter((block) => !block.contains(note))
        .filter((block) => {
          const b = block.getBoundingClientRect();
          return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
        })
        .map((block) => `${note.textContent} meets ${block.textContent?.slice(0, 40)}`);
    });
  });
  expect(overlaps).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(1440);
  expect(troubles).toEqual([]);
});
