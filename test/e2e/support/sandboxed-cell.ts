import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import { CELL_PAGE, openCell, runInCell } from './cell.ts';
import { type Listener, listen } from './listener.ts';
import { type Site, useSite } from './site.ts';

/** Everything of the page that a program might leave a trace in. */
const traces = (page: Page) =>
  page.evaluate(async () => ({
    address: location.href,
    title: document.title,
    globals: Object.getOwnPropertyNames(window).sort(),
    prototypes: [Object, Array, Function, String, Promise, MessagePort].map(
      ({ prototype }) => Object.getOwnPropertyNames(prototype).length,
    ),
    storage: [localStorage.length, sessionStorage.length],
    cookie: document.cookie,
    databases: (await indexedDB.databases()).length,
    caches: (await caches.keys()).length,
    frames: document.querySelectorAll('iframe').length,
  }));

export interface SandboxedCell {
  readonly page: () => Page;
  readonly listener: () => Listener;
  readonly site: Site;
  /** Nothing has got out, and the page is as it was. */
  readonly nothingGotOut: () => Promise<void>;
}

/** A code cell that is open for the tests of a file. */
export function useSandboxedCell(): SandboxedCell {
  const site = useSite();
  let listener: Listener;
  let page: Page;
  let context: BrowserContext;
  let before: Awaited<ReturnType<typeof traces>>;

  beforeAll(async () => {
    listener = await listen();
    ({ page, context } = await site.open(CELL_PAGE));
    await openCell(page);
    expect(await runInCell(page, 'console.log("warm");')).toBe('warm');
    before = await traces(page);
    listener.heard();
  });
  afterAll(async () => {
    await context?.close();
    await listener?.close();
  });
  return {
    site,
    page: () => page,
    listener: () => listener,
    nothingGotOut: async () => {
      expect(listener.heard()).toBe(0);
      expect(await traces(page)).toEqual(before);
      expect(context.pages()).toHaveLength(1);
    },
  };
}
