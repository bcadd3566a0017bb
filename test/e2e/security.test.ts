import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { allAwake, DIST, pages, useSite } from './support/site.ts';
import { useEverything } from './support/use-everything.ts';

const site = useSite();

const htmlOf = (address: string) => readFileSync(path.join(DIST, address, 'index.html'), 'utf8');

const islandsOf = (address: string) => [...htmlOf(address).matchAll(/data-island="([\w-]+)"/g)].map(([, name]) => name);

const policyOf = (address: string) =>
  htmlOf(address).match(/http-equiv="Content-Security-Policy" content="([^"]*)"/)?.[1] ?? '';

describe.each(pages())('the page at /%s', (address) => {
  it('lets no script in but its own, by hash', () => {
    const policy = policyOf(address);
    const scripts = policy.match(/script-src [^;]*/)?.[0] ?? '';
    expect(scripts).toContain("'sha256-");
    expect(scripts).not.toMatch(/'unsafe-inline'|'unsafe-eval'|https?:|\*/);
    expect(policy).toContain("default-src 'self'");
    expect(policy).toContain("object-src 'none'");
    expect(policy).toContain("base-uri 'none'");
  });

  it('breaks none of its own rules, asks nobody else, and stores nothing about its reader, all of it used', async () => {
    const context = await site.browser().newContext({ serviceWorkers: 'block', acceptDownloads: true });
    await context.addInitScript(() => {
      const kept = window as unknown as { violations: string[] };
      kept.violations = [];
      addEventListener('securitypolicyviolation', (event) => {
        kept.violations.push(`${event.violatedDirective}: ${event.blockedURI} ${event.sourceFile}`);
      });
    });
    const page = await context.newPage();
    const others: string[] = [];
    const origin = new URL(site.url()).origin;
    context.on('request', (request) => {
      const url = new URL(request.url());
      if (/^https?:|^wss?:/.test(url.protocol) && url.origin !== origin) others.push(request.url());
    });
    await page.goto(site.url() + address);
    await allAwake(page);
    const used = await useEverything(page);
    // a page whose figures were never touched would keep every rule
    expect(used.map(({ island }) => island)).toEqual(islandsOf(address));
    expect(used.filter(({ controls }) => controls === 0)).toEqual([]);
    await page.waitForTimeout(500);
    const violations = await page.evaluate(() => (window as unknown as { violations: string[] }).violations);
    const referrer = await page.locator('meta[name="referrer"]').getAttribute('content');
    const cookies = await context.cookies();
    await context.close();
    expect(violations).toEqual([]);
    expect(others).toEqual([]);
    expect(cookies).toEqual([]);
    expect(referrer).toBe('no-referrer');
  });
});

describe('the page', () => {
  it('needs no isolation from other origins: no script asks for memory shared between threads', async () => {
    const { page, context } = await site.open('');
    expect(await page.evaluate(() => crossOriginIsolated)).toBe(false);
    await context.close();
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

  /** Endings whose type every host knows, or that no browser takes for anything: those of what is fetched as bytes. */
  const KNOWN = /\.(html|css|js|json|txt|svg|png|woff2|xml|bin|wasm|pf_fragment|pf_index|pf_meta|pagefind)$/;
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
