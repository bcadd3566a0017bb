import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type { Browser, BrowserContext, BrowserContextOptions, Page, Route } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { serve } from '../../../scripts/serve.mjs';
import { useBrowser } from './use-browser.ts';

export const DIST = path.resolve('dist');
/** Of a window, in pixels. */
export const HEIGHT = 900;

/**
 * Addresses of every page of the built site, relative to its root: '' for the index. Pages with one figure alone, to
 * stand in frames of other sites, are counted where they are asked for.
 */
export function pages({ embedded = false } = {}): string[] {
  if (!existsSync(path.join(DIST, 'index.html'))) throw new Error('dist/ is not built: run `npm run build` first.');
  return readdirSync(DIST, { recursive: true, encoding: 'utf8' })
    .map((file) => file.split(path.sep).join('/'))
    .filter((file) => file.endsWith('index.html'))
    .map((file) => file.replace(/index\.html$/, ''))
    .filter((address) => embedded || !address.startsWith('embed/'))
    .sort();
}

export interface Opened {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Everything that must not happen: console errors, page errors, policy violations, requests to other origins. */
  readonly troubles: string[];
}

interface Options extends BrowserContextOptions {
  /**
   * Waits for the site's fonts. Without them a page is set in others where they come late, as on a busy machine: a
   * claim about sizes is then about those.
   */
  readonly ownFonts?: boolean;
}

export interface Site {
  readonly url: () => string;
  readonly browser: () => Browser;
  /**
   * Opens a page of the built site in a fresh context.
   *
   * @param address relative to the root
   * @param prepare what is done with the empty page before it goes there
   */
  readonly open: (address: string, options?: Options, prepare?: (page: Page) => Promise<void>) => Promise<Opened>;
}

/** Serves dist/ to the browser of a test file. */
export function useSite(base = '/'): Site {
  const browser = useBrowser();
  let served: { url: string; close: () => Promise<void> };
  beforeAll(async () => {
    pages();
    served = await serve(DIST, { base });
  });
  afterAll(async () => {
    await served?.close();
  });
  return {
    url: () => served.url,
    browser,
    open: async (address, { ownFonts = false, ...options } = {}, prepare) => {
      const context = await browser().newContext({ serviceWorkers: 'block', ...options });
      if (ownFonts) await context.route('**/*.css', fontsAwaited);
      const page = await context.newPage();
      const troubles = watch(page, new URL(served.url).origin);
      await prepare?.(page);
      await page.goto(served.url + address, { waitUntil: 'load' });
      if (ownFonts) await page.evaluate(() => Promise.all([...document.fonts].map((font) => font.load())));
      return { page, context, troubles };
    },
  };
}

const fontsAwaited = async (route: Route) => {
  const response = await route.fetch();
  await route.fulfill({
    response,
    body: (await response.text()).replaceAll(/font-display: ?optional/g, 'font-display:block'),
  });
};

/** Collects what must not happen while a page is open. */
export function watch(page: Page, origin: string): string[] {
  const troubles: string[] = [];
  page.on('console', (message) => {
    // Said by the browser when a test blocks service workers on purpose.
    if (message.type() === 'error' && !message.text().includes('Service Worker')) {
      troubles.push(`console: ${message.text()}`);
    }
  });
  page.on('pageerror', (error) => troubles.push(`error: ${error.message}`));
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (/^https?:$/.test(url.protocol) && url.origin !== origin) troubles.push(`request: ${request.url()}`);
  });
  return troubles;
}

/**
 * Waits until the page has nothing left to do of its own accord: what a script was to start by itself has begun. A page
 * in which nothing asks for a frame may never be called idle, so there is an end to the waiting.
 */
export const atRest = (page: Page) =>
  page.evaluate(async () => {
    for (let times = 0; times < 2; times += 1)
      await new Promise((resolve) => requestIdleCallback(resolve, { timeout: 1000 }));
  });

/** Waits until an island is awake. */
export const island = async (page: Page, name: string) => {
  const root = page.locator(`[data-island="${name}"]`).first();
  await root.scrollIntoViewIfNeeded();
  await page.locator(`[data-island="${name}"][data-ready]`).first().waitFor();
  return root;
};

/** Waits until every island is awake that wakes by itself (one that waits to be seen is woken by `island`). */
export const allAwake = (page: Page) =>
  page.waitForFunction(() =>
    [...document.querySelectorAll('astro-island:not([client="visible"])')].every((each) => !each.hasAttribute('ssr')),
  );

/** Sets the theme of the system, which the page then takes. */
export const inTheme = async (page: Page, colorScheme: 'light' | 'dark') => {
  await page.emulateMedia({ colorScheme });
  await page.locator(`html[data-theme="${colorScheme}"]`).waitFor({ state: 'attached' });
};

/** Sets the width of the window, 900 px high. */
export const atWidth = async (page: Page, width: number) => {
  await page.setViewportSize({ width, height: HEIGHT });
  await page.waitForFunction((wanted) => window.innerWidth === wanted, width);
};
