import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { drive } from './support/both-browsers.ts';
import { PROGRAM } from './support/cell.ts';
import { FRUITLESS, REFUSED } from './support/escapes.ts';
import { firefoxPath, launchFirefox } from './support/firefox.ts';
import { type Listener, listen } from './support/listener.ts';
import { link, PLAYGROUND } from './support/playground.ts';

if (firefoxPath === undefined)
  console.warn('Firefox is not installed (FIREFOX_PATH, firefox-esr): its tests are skipped.');

const FIGURE = '[data-island="playground"]';

/** The ways out that do not wait for anything: the rest are tried in Chromium, where a program starts sooner. */
const TRIED = [...REFUSED, ...FRUITLESS].filter(({ name }) => !name.startsWith('listening'));

describe.skipIf(firefoxPath === undefined)('in Firefox', () => {
  let listener: Listener;
  const { page: opened, url, troubles, text, press, leave, has, setCode, openCell, runInCell } = drive(launchFirefox);
  let page: Page;

  /** Everything of the page that a program might leave a trace in. */
  const traces = () =>
    page.evaluate(() => ({
      address: location.href,
      globals: Object.getOwnPropertyNames(window).length,
      cookie: document.cookie,
      storage: [localStorage.length, sessionStorage.length],
      frames: document.querySelectorAll('iframe').length,
    }));

  beforeAll(async () => {
    listener = await listen();
    page = opened();
    await openCell();
  });
  afterAll(async () => {
    await listener?.close();
  });

  it('a cell runs, and prints what it printed when the site was built', async () => {
    const built = await text(`${PROGRAM} [data-output]`);
    expect(built).toMatch(/^PASS/);
    await press(PROGRAM, 'Run');
    await has(PROGRAM, 'Run');
    expect(await text(`${PROGRAM} [data-output]`)).toBe(built);
  });

  it('an edited cell runs as edited, and keys typed fast are neither lost nor repeated', async () => {
    expect(await runInCell('console.log(6 * 7);')).toBe('42');
    await setCode(PROGRAM, 'x');
    await page.focus(`${PROGRAM} .cm-content`);
    await page.keyboard.type('abcdefghijklmnopqrstuvwxyz0123456789');
    expect(await text(`${PROGRAM} .cm-content`)).toMatch(/abcdefghijklmnopqrstuvwxyz0123456789/);
  });

  it('an error has the line of the reader, marked', async () => {
    expect(await runInCell('const a: number = 1;\n\nmissing(a);\n')).toMatch(/Line 3: ReferenceError/);
    expect(await text(`${PROGRAM} .cm-error-line`)).toBe('missing(a);');
  });

  it('an endless loop is ended at the deadline, and the page goes on', async () => {
    expect(await runInCell("console.log('ran');\nfor (;;) {}")).toMatch(/^ran\nStopped at the time limit/);
    expect(await runInCell("console.log('still here');")).toBe('still here');
    expect(await page.evaluate(() => document.querySelectorAll('iframe').length)).toBe(0);
  });

  it('a heap that grows is ended, and the page goes on', async () => {
    const output = await runInCell(
      "console.log('ran');\nconst a: any[] = []; while (true) a.push(new Array(1e5).fill(1.5));",
    );
    expect(output).toMatch(/^ran\n(Stopped at the time limit|.*memory|Ended by the browser)/);
    expect(await runInCell("console.log('still here');")).toBe('still here');
  });

  it('Stop ends a run at once', async () => {
    await setCode(PROGRAM, 'await new Promise(() => {});');
    await page.evaluate(async (root) => {
      const button = (name: string) =>
        [...document.querySelectorAll<HTMLButtonElement>(`${root} button`)].find(
          ({ innerText }) => innerText.trim() === name,
        );
      button('Run')!.click();
      while (button('Stop') === undefined) await new Promise((resolve) => setTimeout(resolve));
      button('Stop')!.click();
    }, PROGRAM);
    await has(PROGRAM, 'Run');
    // at its deadline it would say so
    expect(await text(`${PROGRAM} [data-output]`)).toMatch(/Stopped\.$/);
  });

  it.each(TRIED.map((way) => [way.name, way] as const))('nothing gets out by %s', async (_, { code, prints }) => {
    const before = await traces();
    listener.heard();
    const output = await runInCell(code.replaceAll('PORT', String(listener.port)));
    expect(output).toMatch(prints);
    expect(listener.heard()).toBe(0);
    expect(await traces()).toEqual(before);
    // the browser says of each attempt that the policy has blocked it
    troubles.length = 0;
  });

  it('the playground opens code from a link without running it, and checks it when asked', async () => {
    const code =
      "console.log('it runs');\nexport const x = { w: [1, 2], b: 3 };\nexport const loss = ({ w, b }: any) => w[0] * w[1] + b * b;\nexport const gradient = ({ w, b }: any) => ({ w: [w[1], w[0]], b });";
    await page.goto(url() + PLAYGROUND + link({ mode: 'typescript', code }));
    await page.waitForSelector(`${FIGURE} .cm-content`);
    expect(await text(`${FIGURE} .cm-content`)).toContain('it runs');
    expect(await page.evaluate(() => document.querySelectorAll('iframe').length)).toBe(0);
    expect(await text(`${FIGURE} [data-output]`)).toBe('');
    await press(FIGURE, 'Check');
    await page.waitForSelector(`${FIGURE} .verdict[data-verdict="fail"]`, { timeout: 20_000 });
    expect(await text(`${FIGURE} tr[data-group="b"]`)).toContain('wrong');
    expect(await text(`${FIGURE} [data-output]`)).toBe('it runs');
  });

  it('the playground reads a formula, and shows the place of an error', async () => {
    await leave();
    await page.goto(url() + PLAYGROUND + link({ mode: 'formula', formula: 'x^2 + sin(y)', gradient: '2*x; cos(y)' }));
    await page.waitForSelector(`${FIGURE} .verdict[data-verdict="pass"]`, { timeout: 20_000 });
    await page.focus(`${FIGURE} .formula-input input`);
    await page.keyboard.press('End');
    await page.keyboard.type(' + sin()');
    await page.waitForSelector(`${FIGURE} .formula-caret`);
    expect(await text(`${FIGURE} .field-error`)).toContain('sin needs one argument, at 16');
    expect(troubles).toEqual([]);
  });
});
