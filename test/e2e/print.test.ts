import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { allAwake, useSite } from './support/site.ts';

const site = useSite();
const READER = '/usr/bin/pdftotext';

describe('a chapter on paper', () => {
  it('has its figures, tables and references, and none of the chrome', async () => {
    const { page, context } = await site.open('method/choosing-h/', { colorScheme: 'dark' });
    await allAwake(page);
    await page.emulateMedia({ media: 'print' });
    const figure = page.locator('[data-island="step-size"]').first();
    expect(await figure.locator('svg').first().isVisible()).toBe(true);
    expect(await page.getByRole('heading', { name: 'References' }).isVisible()).toBe(true);
    expect(await page.locator('.sidebar-pane').isVisible()).toBe(false);
    expect(await page.locator('site-search button').first().isVisible()).toBe(false);
    // Ink on paper, whatever theme is set.
    const [ink, paper] = await page.evaluate(() => {
      const light = (colour: string) => Math.max(...(colour.match(/[\d.]+/g) ?? []).slice(0, 3).map(Number));
      const style = getComputedStyle(document.body);
      return [light(style.color), style.backgroundColor === 'rgba(0, 0, 0, 0)' ? 255 : light(style.backgroundColor)];
    });
    expect(paper! - ink!).toBeGreaterThan(150);
    const pdf = await page.pdf({ format: 'A4' });
    await context.close();
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    if (!existsSync(READER)) return;
    const file = path.join(mkdtempSync(path.join(tmpdir(), 'print-')), 'chapter.pdf');
    writeFileSync(file, pdf);
    const text = execFileSync(READER, ['-layout', file, '-'], { encoding: 'utf8' });
    for (const words of ['Choosing h', 'References', 'Truncation', 'central', '10']) expect(text).toContain(words);
    expect(text).not.toMatch(/Ctrl\s*K|Copy link/);
  });
});
