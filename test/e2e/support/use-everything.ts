import type { Locator, Page } from 'playwright-core';

/** Enough to reach every kind of control of an island without playing it through. */
const BUTTONS = 8;

/** Buttons that leave the page or ask for a permission. */
const NOT_PRESSED = /Copy link|Load the page again|Edit/;

const each = async (controls: Locator, limit: number, use: (control: Locator) => Promise<unknown>) => {
  const count = Math.min(await controls.count(), limit);
  for (let index = 0; index < count; index += 1) {
    const control = controls.nth(index);
    if ((await control.isVisible()) && (await control.isEnabled())) await use(control);
  }
};

/** Uses every island of a page a little: its choices, sliders, boxes and buttons. */
export async function useEverything(page: Page): Promise<void> {
  for (const island of await page.locator('[data-island]').all()) {
    await island.scrollIntoViewIfNeeded();
    await each(island.locator('select'), 3, async (select) => {
      const options = await select.locator('option:not([disabled])').count();
      if (options > 1) await select.selectOption({ index: 1 });
    });
    await each(island.locator('input[type="radio"]:not(:checked)'), 3, (radio) =>
      radio.check({ force: true, timeout: 2000 }).catch(() => {}),
    );
    await each(island.locator('input[type="range"]'), 3, (slider) => slider.press('ArrowRight'));
    await each(island.locator('button'), BUTTONS, async (button) => {
      if (NOT_PRESSED.test(await button.innerText())) return;
      await button.click({ timeout: 2000 }).catch(() => {});
    });
  }
}
