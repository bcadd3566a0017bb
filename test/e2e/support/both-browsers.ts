import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe } from 'vitest';
import { serve } from '../../../scripts/serve.mjs';
import { chromiumCommand } from './browser.ts';
import { CELL, CELL_PAGE, PROGRAM } from './cell.ts';
import { firefoxPath, launchFirefox } from './firefox.ts';
import { DIST } from './site.ts';

/** A page of the built site, in one of the browsers. */
export interface Driven {
  readonly page: () => Page;
  readonly url: () => string;
  /** Exceptions of the page's own scripts. */
  readonly troubles: string[];
  readonly text: (selector: string) => Promise<string>;
  readonly press: (root: string, name: string) => Promise<void>;
  /** Waits until there is a button of that name. */
  readonly has: (root: string, name: string) => Promise<unknown>;
  /** Puts a text in place of all that is in the editor. */
  readonly setCode: (root: string, code: string) => Promise<void>;
  /** Leaves the page once its fonts are there: Firefox reports those that a page no longer waits for as failed. */
  readonly leave: () => Promise<void>;
  /** Presses a button that turns into Stop, and waits until it is back. */
  readonly finish: (root: string, name: string) => Promise<void>;
  /** Opens the first code cell of a chapter, and its editor. */
  readonly openCell: () => Promise<void>;
  /** Runs a program in that cell; gives what is then printed under it. */
  readonly runInCell: (code: string) => Promise<string>;
}

const LAUNCH: Readonly<Record<string, () => Promise<Browser>>> = {
  Chromium: async () => puppeteer.launch({ ...(await chromiumCommand({ whole: true })), headless: true }),
  Firefox: launchFirefox,
};

/** The same statements about both browsers; about Firefox where it is installed. */
export function inBothBrowsers(state: (driven: Driven, name: string) => void): void {
  if (firefoxPath === undefined)
    console.warn('Firefox is not installed (FIREFOX_PATH, firefox-esr): its tests are skipped.');
  for (const [name, launch] of Object.entries(LAUNCH))
    describe.skipIf(name === 'Firefox' && firefoxPath === undefined)(`in ${name}`, () => state(drive(launch), name));
}

/** A browser for the tests of a file, and how a person would use a page in it. */
export function drive(launch: () => Promise<Browser>): Driven {
  let served: { url: string; close: () => Promise<void> };
  let browser: Browser;
  let page: Page;
  const troubles: string[] = [];
  beforeAll(async () => {
    served = await serve(DIST);
    browser = await launch();
    page = await browser.newPage();
    page.on('pageerror', (error) => troubles.push(String(error)));
  });
  afterAll(async () => {
    await browser?.close();
    await served?.close();
  });

  const has = (root: string, name: string) =>
    page.waitForFunction(
      (found, label) =>
        [...document.querySelectorAll<HTMLButtonElement>(`${found} button`)].some(
          ({ innerText }) => innerText.trim() === label,
        ),
      { timeout: 20_000, polling: 20 },
      root,
      name,
    );
  const press = (root: string, name: string): Promise<void> =>
    page.evaluate(
      (found, label) => {
        const buttons = [...document.querySelectorAll<HTMLButtonElement>(`${found} button`)];
        const button = buttons.find(({ innerText }) => innerText.trim() === label);
        if (button === undefined) throw new Error(`There is no button “${label}”.`);
        button.click();
      },
      root,
      name,
    );
  const setCode = async (root: string, code: string): Promise<void> => {
    await page.focus(`${root} .cm-content`);
    await page.keyboard.down('Control');
    await page.keyboard.press('a');
    await page.keyboard.up('Control');
    // the clipboard of a browser without a screen is not to be relied on
    await page.evaluate((pasted) => document.execCommand('insertText', false, pasted), code);
  };
  const finish = async (root: string, name: string): Promise<void> => {
    await press(root, name);
    await has(root, name);
  };
  const text = (selector: string): Promise<string> =>
    page.evaluate((found) => document.querySelector<HTMLElement>(found)?.innerText ?? '', selector);
  const leave = async (): Promise<void> => {
    await page.evaluate(async () => void (await document.fonts.ready));
    await page.goto('about:blank');
  };
  return {
    page: () => page,
    url: () => served.url,
    troubles,
    has,
    press,
    leave,
    text,
    setCode,
    finish,
    openCell: async () => {
      await page.goto(served.url + CELL_PAGE);
      await page.waitForSelector(`${CELL}[data-ready]`);
      await press(PROGRAM, 'Edit');
      await page.waitForSelector(`${PROGRAM} .cm-content`);
    },
    runInCell: async (code) => {
      await setCode(PROGRAM, code);
      await finish(PROGRAM, 'Run');
      return text(`${PROGRAM} [data-output]`);
    },
  };
}
