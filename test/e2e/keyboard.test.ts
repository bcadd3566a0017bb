import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { allAwake, pages, useSite } from './support/site.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const site = useSite();

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

/** A button after everything else of the page: who has reached it has walked the page to its end. */
const END = 'end-of-walk';
const putEnd = (page: Page) =>
  page.evaluate((id) => {
    (document.activeElement as HTMLElement | null)?.blur();
    const end = document.createElement('button');
    end.id = id;
    document.body.append(end);
  }, END);

/** Waits until what a key has changed is drawn; an answer that another thread or the network gives takes its time. */
const drawn = async (page: Page) => {
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

describe.each(pages())('by keyboard alone, the page at /%s', (address) => {
  it('is walked from end to end, and every figure on it is reached, changed, and left', async () => {
    const { page, context } = await site.open(address, { viewport: { width: 1280, height: 900 } });
    await allAwake(page);
    const islands = await islandsOf(page);
    const before = new Map<number, string>();
    const changed = new Set<number>();
    const reached = new Set<number>();
    await putEnd(page);
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
    await context.close();
  });
});

describe('a block of code', () => {
  it('keeps the focus when it is found to need no tab stop', async () => {
    const { page, context } = await site.open('tools/production-functions/', { viewport: { width: 320, height: 900 } });
    // lines that wrap always fit
    const [kept, other] = [page.locator('pre.wrap').first(), page.locator('pre.wrap').nth(1)];
    for (const block of [other, kept]) {
      await block.evaluate((each: HTMLElement) => {
        each.tabIndex = 0;
        each.focus();
      });
    }
    // every block is looked at again
    await page.setViewportSize({ width: 600, height: 900 });
    await page.waitForFunction(() => document.querySelectorAll('pre.wrap')[1]?.hasAttribute('tabindex') === false);
    expect(await kept.evaluate((each) => each === document.activeElement)).toBe(true);
    await context.close();
  });
});

describe('a change made by keyboard', () => {
  it('is announced politely once the hand has come to rest', async () => {
    const { page, context } = await site.open('method/three-checks/');
    await allAwake(page);
    await page.getByLabel('Step h', { exact: true }).first().focus();
    for (let press = 0; press < 5; press += 1) await page.keyboard.press('ArrowRight');
    const status = page.locator('[data-island="check-runner"]').first().locator('[role="status"]').last();
    expect(await status.textContent()).toBe('');
    await expect.poll(() => status.textContent()).toMatch(/pass|fail/i);
    await context.close();
  });
});

describe.each(['', 'method/choosing-h/', 'misleads/reading-a-failure/'])('the page at /%s', (address) => {
  it('loses nothing in forced colours', async () => {
    const { page, context } = await site.open(address, { forcedColors: 'active' });
    await allAwake(page);
    await page.evaluate(axe);
    const violations = await page.evaluate(async () => {
      // biome-ignore lint/suspicious/noExplicitAny: axe was just put on the window.
      const results: AxeResults = await (window as any).axe.run(document, {
        // The system sets the colours, and axe cannot know them.
        rules: { 'label-content-name-mismatch': { enabled: false }, 'color-contrast': { enabled: false } },
      });
      return results.violations.map(({ id }) => id);
    });
    expect(violations).toEqual([]);
    // A curve in the colour of the paper would be lost.
    const lost = await page.evaluate(() => {
      const paper = getComputedStyle(document.body).backgroundColor;
      return [...document.querySelectorAll('[data-island] svg path')].filter((path) => {
        const { stroke, fill } = getComputedStyle(path);
        return stroke === paper && (fill === 'none' || fill === paper);
      }).length;
    });
    expect(lost).toBe(0);
    await context.close();
  });

  it('fits with text of twice the size', async () => {
    const { page, context } = await site.open(address, { viewport: { width: 1280, height: 900 } });
    await page.addStyleTag({ content: 'html { font-size: 200% !important; }' });
    await allAwake(page);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
    await context.close();
  });
});
