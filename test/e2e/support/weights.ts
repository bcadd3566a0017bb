import { readFileSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import type { Page, Response } from 'playwright-core';

/** What a page loads before the reader touches anything, in bytes as a host sends them: text after gzip, level 9. */
export interface Weight {
  readonly html: number;
  readonly css: number;
  readonly js: number;
  readonly fonts: number;
}

/** A font is fetched in the part that the site is written in; the whole of one costs a first visit 20 to 50 kB more. */
const WHOLE_FONT = /\/(?:source-|KaTeX_)[^/]*\.woff2$/;

const KIND: Readonly<Record<string, keyof Weight | undefined>> = {
  document: 'html',
  stylesheet: 'css',
  script: 'js',
  font: 'fonts',
};

export interface Weighed extends Weight {
  readonly wholeFonts: readonly string[];
}

/** Weighs all that a page asks for from now on until the answer is called, which gives the sum. */
export function weigh(page: Page): () => Promise<Weighed> {
  const weight = { html: 0, css: 0, js: 0, fonts: 0 };
  const wholeFonts: string[] = [];
  const reading: Promise<void>[] = [];
  const weighed = (response: Response) => {
    if (WHOLE_FONT.test(response.url())) wholeFonts.push(response.url());
    const kind = KIND[response.request().resourceType()];
    if (kind === undefined) return;
    reading.push(
      response.body().then((body) => {
        weight[kind] += kind === 'fonts' ? body.length : gzipSync(body, { level: 9 }).length;
      }),
    );
  };
  page.on('response', weighed);
  return async () => {
    page.off('response', weighed);
    await Promise.all(reading);
    return { ...weight, wholeFonts };
  };
}

const RECORD = new URL('../../fixtures/weights.json', import.meta.url);

/** The weights of the last commit that recorded them (`npm run weights`). */
export const recorded = (): Record<string, Weight> => JSON.parse(readFileSync(RECORD, 'utf8'));

export const record = (weights: Record<string, Weight>): void =>
  writeFileSync(RECORD, `${JSON.stringify(weights, null, 2)}\n`);

const kilobytes = (bytes: number) => (bytes / 1000).toFixed(1).padStart(6);
/** The weight of a page without its fonts. */
export const sumOf = ({ html, css, js }: Weight): number => html + css + js;

/** One line a page: its weight now, and how much that is more or less than the record. */
export function table(now: Record<string, Weight>, before: Record<string, Weight>): string {
  const lines = Object.entries(now).map(([address, weight]) => {
    const old = before[address];
    const change = old === undefined ? '   new' : kilobytes(sumOf(weight) + weight.fonts - sumOf(old) - old.fonts);
    const cells = [weight.html, weight.css, weight.js, sumOf(weight), weight.fonts, sumOf(weight) + weight.fonts].map(
      kilobytes,
    );
    return `${`/${address}`.padEnd(40)} ${cells.join(' ')} ${change}`;
  });
  return [
    `${'page (kB gzip, before any interaction)'.padEnd(40)}   HTML    CSS     JS    sum  fonts    all change`,
    ...lines,
    '',
  ].join('\n');
}
