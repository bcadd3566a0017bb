import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { RunOptions } from 'axe-core';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EVERY_RULE, OF_COLOURS, violations } from './axe.ts';
import { drawn, walkByKeyboard } from './keyboard-walk.ts';
import { shifts } from './layout-shift.ts';
import { allAwake, atWidth, DIST, HEIGHT, inTheme, useSite } from './site.ts';
import { useEverything } from './use-everything.ts';
import { record, recorded, sumOf, table, type Weighed, type Weight, weigh } from './weights.ts';

/** The budgets of the design, in bytes: a page's scripts, its HTML, CSS and scripts, and these with its fonts. */
const SCRIPTS = 55_000;
/** A page without figures has the frame's own scripts alone. */
const FRAME_SCRIPTS = 8000;
const WITHOUT_FONTS = 110_000;
const ALL = 170_000;

/** The narrow one first: code that fits there fits everywhere, and needs no tab stop that a script has yet to give it. */
const WIDTHS = [320, 1280] as const;
/** Each width in a theme, and the other theme. A page opens as the first; what a rule finds is looked for once. */
const LOOKED_AT = [
  [WIDTHS[0], 'dark', 'light'],
  [WIDTHS[1], 'light', 'dark'],
] as const;

/**
 * The frame is the same on every page, and a text has the same colours at both widths: of these pages alone the frame is
 * walked by keyboard as well, and the colours are looked at in both themes at both widths.
 */
const IN_FULL = ['', 'method/choosing-h/', 'tools/playground/'];

const htmlOf = (address: string) => readFileSync(path.join(DIST, address, 'index.html'), 'utf8');

const islandsOf = (address: string) => [...htmlOf(address).matchAll(/data-island="([\w-]+)"/g)].map(([, name]) => name);

interface Visit {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly troubles: readonly string[];
  readonly weighed: () => Promise<Weighed>;
}

/**
 * What holds for every page: each is opened once, looked at before it is touched, walked by keyboard, and then used.
 *
 * @param part names the file that the weights are written to, in test-results/
 */
export function everyPage(part: string, addresses: readonly string[]): void {
  const site = useSite();
  const measured: Record<string, Weight> = {};

  describe.each(addresses)('the page at /%s', (address) => {
    let visit: Visit;
    beforeAll(async () => {
      const viewport = { width: WIDTHS[0], height: HEIGHT };
      let weighed: Visit['weighed'] | undefined;
      const { page, context, troubles } = await site.open(address, { viewport, colorScheme: 'dark' }, async (blank) => {
        weighed = weigh(blank);
        await blank.addInitScript(() => {
          const kept = window as unknown as { violations: string[] };
          kept.violations = [];
          addEventListener('securitypolicyviolation', (event) => {
            kept.violations.push(`${event.violatedDirective}: ${event.blockedURI} ${event.sourceFile}`);
          });
        });
      });
      visit = { page, context, troubles, weighed: weighed! };
    });
    afterAll(() => visit?.context.close());

    it('lets no script in but its own, by hash', () => {
      const policy = htmlOf(address).match(/http-equiv="Content-Security-Policy" content="([^"]*)"/)?.[1] ?? '';
      const scripts = policy.match(/script-src [^;]*/)?.[0] ?? '';
      expect(scripts).toContain("'sha256-");
      expect(scripts).not.toMatch(/'unsafe-inline'|'unsafe-eval'|https?:|\*/);
      expect(policy).toContain("default-src 'self'");
      expect(policy).toContain("object-src 'none'");
      expect(policy).toContain("base-uri 'none'");
    });

    it('has the theme of the system from the start, and moves nothing while it loads', async () => {
      const { page } = visit;
      expect(await page.locator('html').getAttribute('data-theme')).toBe('dark');
      await allAwake(page);
      expect((await shifts(page)).filter(({ value }) => value >= 0.0005)).toEqual([]);
    });

    it('has no accessibility violation and no sideways scroll at 320 and 1280 px, in both themes', async () => {
      const { page } = visit;
      const found: Record<string, string[]> = {};
      const look = async (where: string, options: RunOptions) => {
        found[where] = await violations(page, options);
      };
      for (const [width, theme, other] of LOOKED_AT) {
        await atWidth(page, width);
        await inTheme(page, theme);
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        expect(overflow, `${width} px`).toBeLessThanOrEqual(0);
        await look(`${theme}, ${width} px`, EVERY_RULE);
        if (!IN_FULL.includes(address)) continue;
        await inTheme(page, other);
        await look(`${other}, ${width} px`, OF_COLOURS);
      }
      expect(Object.entries(found).filter(([, each]) => each.length > 0)).toEqual([]);
    });

    it('has loaded no more than its budget before the reader touches anything', async () => {
      const { page, weighed } = visit;
      await allAwake(page);
      await page.waitForLoadState('networkidle');
      const { wholeFonts, ...weight } = await weighed();
      measured[address] = weight;
      // A character that is in no cut font: `npm run fonts` after a build puts it there.
      expect(wholeFonts).toEqual([]);
      expect(weight.js).toBeLessThanOrEqual(islandsOf(address).length > 0 ? SCRIPTS : FRAME_SCRIPTS);
      expect(sumOf(weight)).toBeLessThanOrEqual(WITHOUT_FONTS);
      expect(sumOf(weight) + weight.fonts).toBeLessThanOrEqual(ALL);
    });

    it('is walked by keyboard alone to its end, and every figure on it is reached, changed, and left', async () => {
      await atWidth(visit.page, WIDTHS[1]);
      await allAwake(visit.page);
      await walkByKeyboard(visit.page, { frame: IN_FULL.includes(address) });
    });

    it('breaks none of its own rules, asks nobody else, and stores nothing about its reader, all of it used', async () => {
      const { page, context, troubles } = visit;
      await allAwake(page);
      const used = await useEverything(page);
      // a page whose figures were never touched would keep every rule
      expect(used.map(({ island }) => island)).toEqual(islandsOf(address));
      expect(used.filter(({ controls }) => controls === 0)).toEqual([]);
      await drawn(page);
      expect(await page.evaluate(() => (window as unknown as { violations: string[] }).violations)).toEqual([]);
      expect(troubles).toEqual([]);
      expect(await context.cookies()).toEqual([]);
      expect(await page.locator('meta[name="referrer"]').getAttribute('content')).toBe('no-referrer');
    });
  });

  afterAll(() => {
    const text = table(measured, recorded());
    mkdirSync('test-results', { recursive: true });
    writeFileSync(`test-results/weights-${part}.txt`, text);
    process.stdout.write(`\n${text}\n`);
    if (process.env['RECORD_WEIGHTS'] === '1') record({ ...recorded(), ...measured });
  });
}
