import { mkdirSync, writeFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { pages, useSite } from './support/site.ts';
import { record, recorded, sumOf, table, type Weight, weigh } from './support/weights.ts';

/** The budgets of the design, in bytes: a page's scripts, its HTML, CSS and scripts, and these with its fonts. */
const SCRIPTS = 55_000;
/** A page without figures has the frame's own scripts alone. */
const FRAME_SCRIPTS = 8000;
const WITHOUT_FONTS = 110_000;
const ALL = 170_000;

const site = useSite();
const measured: Record<string, Weight> = {};

describe('before the reader touches anything', () => {
  it.each(pages())('the page at /%s stays within its budget', async (address) => {
    const context = await site.browser().newContext({ serviceWorkers: 'block' });
    const page = await context.newPage();
    const { wholeFonts, ...weight } = await weigh(page, site.url() + address);
    const figures = await page.locator('[data-island]').count();
    await context.close();
    measured[address] = weight;
    // A character that is in no cut font: `npm run fonts` after a build puts it there.
    expect(wholeFonts).toEqual([]);
    expect(weight.js).toBeLessThanOrEqual(figures > 0 ? SCRIPTS : FRAME_SCRIPTS);
    expect(sumOf(weight)).toBeLessThanOrEqual(WITHOUT_FONTS);
    expect(sumOf(weight) + weight.fonts).toBeLessThanOrEqual(ALL);
  });
});

afterAll(() => {
  const text = table(measured, recorded());
  mkdirSync('test-results', { recursive: true });
  writeFileSync('test-results/weights.txt', text);
  process.stdout.write(`\n${text}\n`);
  if (process.env['RECORD_WEIGHTS'] === '1') record({ ...recorded(), ...measured });
});

/** Total layout shift of a page from its first paint until it has come to rest. */
const layoutShift = async (address: string, width: number) => {
  const context = await site.browser().newContext({ serviceWorkers: 'block', viewport: { width, height: 900 } });
  const page = await context.newPage();
  await page.goto(site.url() + address, { waitUntil: 'networkidle' });
  const found = await page.evaluate(
    () =>
      new Promise<{ total: number; moved: string[] }>((resolve) => {
        let total = 0;
        const moved: string[] = [];
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries() as unknown as { value: number; sources: { node: Node | null }[] }[]) {
            total += entry.value;
            moved.push(...entry.sources.map(({ node }) => (node as Element | null)?.className || node?.nodeName || ''));
          }
        }).observe({ type: 'layout-shift', buffered: true });
        setTimeout(() => resolve({ total, moved }), 300);
      }),
  );
  await context.close();
  return found;
};

describe('nothing moves while a page loads', () => {
  it.each([
    ['method/choosing-h/', 1280],
    ['', 320],
  ] as const)('ten loads of /%s at %i px have a layout shift of 0.00', async (address, width) => {
    const shifts = [];
    for (let load = 0; load < 10; load += 1) shifts.push(await layoutShift(address, width));
    expect(shifts.filter(({ total }) => total >= 0.0005)).toEqual([]);
  });
});
