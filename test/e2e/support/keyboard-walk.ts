import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** What has the focus: which island it is in, what kind of control it is. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const element = document.activeElement;
    const island = element?.closest('[data-island]');
    const islands = [...document.querySelectorAll('[data-island]')];
    return {
      island: island === null || island === undefined ? -1 : islands.indexOf(island),
      control: element instanceof HTMLInputElement ? element.type : (element?.localName ?? ''),
      role: element?.getAttribute('role') ?? '',
      id: element?.id ?? '',
      tag: (element?.outerHTML ?? '').slice(0, 120),
      editor: element?.closest('.cm-editor') !== null && element?.closest('.cm-editor') !== undefined,
    };
  });

const KEYS: Readonly<Record<string, string | undefined>> = {
  range: 'ArrowRight',
  slider: 'ArrowRight',
  radio: 'ArrowRight',
  checkbox: 'Space',
  select: 'ArrowDown',
};

/** Text of an island as a reader has it: what is seen, what is in its boxes, what a slider says of itself. */
const stateOf = (page: Page, index: number) =>
  page.evaluate((at) => {
    const island = document.querySelectorAll<HTMLElement>('[data-island]')[at]!;
    const fields = [...island.querySelectorAll<HTMLInputElement>('input, select')].map(
      (field) => `${field.value}${field.checked ?? ''}`,
    );
    const spoken = [...island.querySelectorAll('[aria-valuetext], [aria-valuenow]')].map(
      (each) => each.getAttribute('aria-valuetext') ?? each.getAttribute('aria-valuenow'),
    );
    return island.innerText + fields.join() + spoken.join();
  }, index);

/** Enough for the longest page; a trap for the focus would use them up. */
const TABS = 400;

/** A button after everything else of the page: a walk that reaches it has reached the end. */
const END = 'end-of-walk';
const putEnd = (page: Page) =>
  page.evaluate((id) => {
    (document.activeElement as HTMLElement | null)?.blur();
    const end = document.createElement('button');
    end.id = id;
    document.body.append(end);
  }, END);

/** Waits until what a key has changed is drawn; an answer that another thread or the network gives takes its time. */
export const drawn = async (page: Page) => {
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))));
  await page.waitForFunction(
    () => document.querySelector('[data-island] :is([data-stale], [aria-busy="true"])') === null,
  );
};

/** Islands of the page: which of them has something to press, and which has something to set. */
const islandsOf = (page: Page) =>
  page.locator('[data-island]').evaluateAll((all) =>
    all.map((island) => ({
      name: (island as HTMLElement).dataset['island'],
      pressed: island.querySelector('input:enabled, select:enabled, button:enabled, [role="slider"]') !== null,
      // the radio buttons of a code cell choose a language, and leave what it says as it is
      set:
        (island as HTMLElement).dataset['island'] !== 'code-cell' &&
        island.querySelector('input[type="range"], input[type="radio"], select') !== null,
    })),
  );

/** The first stop of a page leads past the frame, which is the same on all, to what the page says. */
async function skipToContent(page: Page): Promise<void> {
  await page.keyboard.press('Tab');
  expect((await focused(page)).tag).toContain('href="#_top"');
  await page.keyboard.press('Enter');
}

/**
 * Walks a page by Tab to its end, and changes every figure on its way by the key of its first control.
 *
 * @param frame through the frame too, not only what comes after the link that skips it
 */
export async function walkByKeyboard(page: Page, { frame }: { readonly frame: boolean }): Promise<void> {
  const islands = await islandsOf(page);
  const before = new Map<number, string>();
  const changed = new Set<number>();
  const reached = new Set<number>();
  await putEnd(page);
  if (!frame) await skipToContent(page);
  let now = await focused(page);
  for (let tab = 0; tab < TABS && now.id !== END; tab += 1) {
    const last = now;
    // Tab indents in an editor; Escape first, as it says beside it.
    if (now.editor) await page.keyboard.press('Escape');
    await page.keyboard.press('Tab');
    now = await focused(page);
    expect(now.control, `the focus after ${last.tag}`).not.toBe('body');
    if (now.island < 0) continue;
    reached.add(now.island);
    const key = KEYS[now.role] ?? KEYS[now.control];
    if (changed.has(now.island) || key === undefined) continue;
    const was = await stateOf(page, now.island);
    if (!before.has(now.island)) before.set(now.island, was);
    await page.keyboard.press(key);
    await drawn(page);
    if ((await stateOf(page, now.island)) !== was) changed.add(now.island);
  }
  expect(now.id, 'the focus is not trapped').toBe(END);
  const named = (index: number) => `${islands[index]?.name} ${index}`;
  const needed = [...islands.keys()].filter((index) => islands[index]?.pressed);
  expect([...reached].map(named)).toEqual(expect.arrayContaining(needed.map(named)));
  for (const index of needed.filter((each) => islands[each]?.set && !changed.has(each))) {
    // what takes its time, as work in another thread does
    await expect
      .poll(() => stateOf(page, index), { message: `${named(index)} is changed` })
      .not.toBe(before.get(index));
  }
}
