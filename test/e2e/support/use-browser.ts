import type { Browser, BrowserContext } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { launch } from './browser.ts';

/** The browser of this process, for one test file after the other: it ends with the process. */
let shared: Promise<Browser> | undefined;

/** A browser for the tests of a file. What a test has opened in it is closed with the test, whether it passes or fails. */
export function useBrowser(): () => Browser {
  let browser: Browser;
  let before: readonly BrowserContext[] = [];
  const closeOthers = () =>
    Promise.all(browser.contexts().flatMap((context) => (before.includes(context) ? [] : context.close())));
  beforeAll(async () => {
    shared ??= launch();
    browser = await shared;
  });
  beforeEach(() => {
    before = browser.contexts();
  });
  afterEach(closeOthers);
  afterAll(() => {
    before = [];
    return closeOthers();
  });
  return () => browser;
}
