import { describe, expect, it } from 'vitest';
import { contentSecurityPolicy, inlineScriptHashes } from '@/site/finish/content-security-policy.ts';
import { scriptsAround, withOneScript, withSmallFiles } from '@/site/finish/fewer-requests.ts';
import { preloadFonts } from '@/site/finish/fonts.ts';
import {
  absoluteAddresses,
  pathToRoot,
  relativeAuthorLinks,
  relativeInMarkup,
  relativeInScript,
} from '@/site/finish/portable.ts';
import { reachable } from '@/site/finish/reachable.ts';

describe('a URL that Astro wrote', () => {
  it('leads from a page to the root of the site by as many steps as the page lies deep', () => {
    expect(pathToRoot('index.html')).toBe('./');
    expect(pathToRoot('method/choosing-h/index.html')).toBe('../../');
  });

  it('is relative to the page or style sheet that it stands in', () => {
    expect(relativeInMarkup('<link href="/__BASE__/_astro/a.css">', '../../')).toBe('<link href="../../_astro/a.css">');
    expect(relativeInMarkup('<a href="/__BASE__">', './')).toBe('<a href="./">');
    expect(relativeInMarkup('url(/__BASE__/_astro/a.woff2)', '../')).toBe('url(../_astro/a.woff2)');
  });

  it('is resolved by a script against itself', () => {
    expect(relativeInScript('const base = "/__BASE__/pagefind/";', '../')).toBe(
      'const base = (new URL("../pagefind/",import.meta.url).pathname);',
    );
  });

  it('is absolute where the address of the site must be said', () => {
    const link = '<link rel="canonical" href="https://example.org/__BASE__/method/choosing-h/">';
    const wanted = '<link rel="canonical" href="https://example.org/course/method/choosing-h/">';
    expect(absoluteAddresses(link, new URL('https://example.org/course/'))).toBe(wanted);
    expect(absoluteAddresses(link, new URL('https://example.org/course'))).toBe(wanted);
  });
});

describe('a link that an author wrote from the root of the site', () => {
  it('is relative; one to another host is left', () => {
    expect(relativeAuthorLinks('<a href="/method/choosing-h/">', '../../')).toBe('<a href="../../method/choosing-h/">');
    expect(relativeAuthorLinks('<a href="//example.org/">', '../')).toBe('<a href="//example.org/">');
  });
});

describe("a page's security policy", () => {
  const page = '<head><meta charset="utf-8"><script>one()</script><script type="application/json">{}</script></head>';

  it('lets in each inline script by its hash, and no data', () => {
    expect(inlineScriptHashes(page)).toHaveLength(1);
    expect(contentSecurityPolicy(page)).toContain(inlineScriptHashes(page)[0]);
  });

  it('lets in no script that was changed afterwards', () => {
    const [hash] = inlineScriptHashes(page.replace('one()', 'other()'));
    expect(contentSecurityPolicy(page)).not.toContain(hash);
  });
});

describe('the fonts of a page', () => {
  const files = ['_astro/serif.abc.woff2', '_astro/formula.def.woff2', '_astro/signs.ghi.woff2'];
  const preloaded = (body: string) =>
    [...preloadFonts(`<title>Page</title><body>${body}`, files, '/__BASE__/').matchAll(/href="([^"]*)"/g)].map(
      ([, href]) => href,
    );

  it('are asked for at once, those of formulas by a page that has some', () => {
    expect(preloaded('')).toEqual(['/__BASE__/_astro/serif.abc.woff2']);
    expect(preloaded('<span class="katex">x</span>')).toEqual([
      '/__BASE__/_astro/serif.abc.woff2',
      '/__BASE__/_astro/formula.def.woff2',
    ]);
  });
});

describe('the scripts of what stands around the text', () => {
  const script = (name: string) => `<script type="module" src="/__BASE__/_astro/${name}"></script>`;
  const search = 'Search.astro_astro_type_script_index_0_lang.abc.js';
  const contents = 'TableOfContents.astro_astro_type_script_index_0_lang.def.js';
  const page = `<head></head>${script(search)}<main></main>${script('theme.js')}${script(contents)}`;

  it('are found by the components that they come from', () => {
    expect(scriptsAround(page)).toEqual([search, contents]);
    expect(scriptsAround(script('theme.js'))).toEqual([]);
  });

  it('become one, in the place of the first', () => {
    expect(withOneScript(page, 'page.js')).toBe(`<head></head>${script('page.js')}<main></main>${script('theme.js')}`);
  });
});

describe('files smaller than a request', () => {
  it('stand in the page: the style sheet for paper and the logo', () => {
    const page =
      '<link rel="stylesheet" href="/__BASE__/_astro/print.a.css" media="print"><img alt src="/__BASE__/_astro/logo.b.svg">';
    const text = (file: string) => (file === 'print.a.css' ? 'p{}' : '<svg id="1"/>');
    expect(withSmallFiles(page, text)).toBe(
      '<style media="print">p{}</style><img alt src="data:image/svg+xml,%3Csvg%20id%3D%221%22%2F%3E">',
    );
  });
});

describe('what scrolls on a narrow screen', () => {
  it('takes the focus: code, and a table that scrolls by itself', () => {
    expect(reachable('<pre data-language="ts">')).toBe('<pre tabindex="0" data-language="ts">');
    expect(reachable('<p>.</p><table class="rules">')).toBe('<p>.</p><table tabindex="0" class="rules">');
  });

  it('takes it once: a table in a box that has it gets none', () => {
    const boxed = '<section class="table-scroll" tabindex="0" aria-label="Slopes">\n<table>';
    expect(reachable(boxed)).toBe(boxed);
  });

  it('is left as it is where an author has seen to it', () => {
    expect(reachable('<table tabindex="-1">')).toBe('<table tabindex="-1">');
  });
});
