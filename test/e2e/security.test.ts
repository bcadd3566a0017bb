import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { DIST, pages, useSite } from './support/site.ts';

const site = useSite();

describe('the page', () => {
  it('needs no isolation from other origins: no script asks for memory shared between threads', async () => {
    const { page } = await site.open('');
    expect(await page.evaluate(() => crossOriginIsolated)).toBe(false);
  });
});

describe('the recipes for hosts', () => {
  it.each(['hosting/nginx.conf', 'public/_headers'])('%s sends what only a host can send', (file) => {
    const text = readFileSync(file, 'utf8');
    expect(text).toContain("frame-ancestors 'self'");
    expect(text).toContain('Permissions-Policy');
    expect(text).toContain('nosniff');
    expect(text).toContain('Referrer-Policy');
    expect(text).toMatch(/_astro[\s\S]*max-age=31536000, immutable/);
  });

  it('let single figures stand in frames of other sites, and no page', () => {
    const rules = readFileSync('public/_headers', 'utf8')
      .split(/\n(?=\/)/)
      .filter((rule) => rule.includes("frame-ancestors 'self'") && rule.includes('SAMEORIGIN'))
      .map((rule) => rule.split('\n')[0].replace('*', ''));
    const guarded = (address: string) =>
      rules.some((rule) => (rule === '/' ? address === '' : `/${address}`.startsWith(rule)));
    const [figures, others] = [pages({ embedded: true }).filter((each) => each.startsWith('embed/')), pages()];
    expect(figures.filter(guarded)).toEqual([]);
    expect(others.filter((address) => !guarded(address))).toEqual([]);
    expect(figures.length).toBeGreaterThan(10);
  });

  it('refuse what begins with a dot, whatever its ending: no other pattern is looked at before', () => {
    const patterns = [...readFileSync('hosting/nginx.conf', 'utf8').matchAll(/location ~\*? (\S+)/g)].map(
      ([, it]) => it,
    );
    expect(patterns).toEqual(['/\\.(?!well-known/)']);
  });

  /** Endings whose type every host knows, or whose type does not matter, since the files are fetched as bytes. */
  const KNOWN = /\.(html|css|js|json|txt|md|ipynb|svg|png|woff2|xml|bin|wasm|pf_fragment|pf_index|pf_meta|pagefind)$/;
  const unusual = () =>
    readdirSync(DIST, { recursive: true, encoding: 'utf8', withFileTypes: true })
      .filter((entry) => entry.isFile() && !KNOWN.test(entry.name) && entry.name !== '_headers')
      .map((entry) => path.join('/', path.relative(DIST, entry.parentPath), entry.name));

  it('say of what type each file is that hosts do not know', () => {
    const headers = readFileSync('public/_headers', 'utf8');
    const endings =
      readFileSync('hosting/nginx.conf', 'utf8')
        .match(/types \{([^}]*)\}/)?.[1]
        .split(/[\s;]+/) ?? [];
    expect(unusual().filter((file) => !headers.includes(`\n${file}\n  Content-Type: `))).toEqual([]);
    expect(unusual().filter((file) => !endings.includes(path.extname(file).slice(1)))).toEqual([]);
  });
});
