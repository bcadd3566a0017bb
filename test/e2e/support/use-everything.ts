import type { Locator, Page } from 'playwright-core';

/** Enough to reach every kind of control of an island without playing it through. */
const BUTTONS = 8;

/** Buttons that leave the page or ask for a permission. */
const NOT_PRESSED = /Copy link|Embed|Copy as Markdown|Load the page again|Edit|Read it/;

export interface Used {
  readonly island: string;
  /** Controls that were used, one use each. */
  readonly controls: number;
}

/** Uses those that can be used now, and counts them. A control that does not answer fails the test. */
const each = async (controls: Locator, limit: number, use: (control: Locator) => Promise<unknown>): Promise<number> => {
  const count = Math.min(await controls.count(), limit);
  let used = 0;
  for (let index = 0; index < count; index += 1) {
    const control = controls.nth(index);
    // an earlier use may have taken it away
    if ((await control.count()) === 0 || !(await control.isVisible()) || !(await control.isEnabled())) continue;
    await use(control);
    used += 1;
  }
  return used;
};

/** Uses every island of a page a little: its choices, sliders, boxes and buttons. Tells how much of each was used. */
export async function useEverything(page: Page): Promise<Used[]> {
  const all: Used[] = [];
  for (const island of await page.locator('[data-island]').all()) {
    await island.scrollIntoViewIfNeeded();
    // many wake when they are seen, and have nothing to use before
    await island.and(page.locator('[data-ready]')).waitFor();
    let controls = await each(island.locator('select'), 3, async (select) => {
      const options = await select.locator('option:not([disabled])').count();
      if (options > 1) await select.selectOption({ index: 1 });
    });
    controls += await each(island.locator('input[type="radio"]:not(:checked)'), 3, (radio) =>
      radio.check({ force: true }),
    );
    controls += await each(island.locator('input[type="range"]'), 3, (slider) => slider.press('ArrowRight'));
    controls += await each(island.locator('input[type="text"], textarea'), 3, (box) => box.fill('1'));
    const buttons = island.locator('button').filter({ hasNotText: NOT_PRESSED });
    controls += await each(buttons, BUTTONS, (button) => button.click());
    all.push({ island: (await island.getAttribute('data-island')) ?? '', controls });
  }
  return all;
}
