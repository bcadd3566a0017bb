import vm from 'node:vm';
import { describe, expect, it } from 'vitest';
import type { Built } from '@/site/finish/built.ts';
import { colouredByClass, coloursAsClasses } from '@/site/finish/code-colours.ts';
import { contentSecurityPolicy, inlineScriptHashes } from '@/site/finish/content-security-policy.ts';
import { preloadFonts } from '@/site/finish/fonts.ts';
import { fewerScripts } from '@/site/finish/inline-scripts.ts';
import { firstScripts, keepsFocus, reachable, smallFiles, stylesInHead } from '@/site/finish/markup.ts';
import {
  absoluteAddresses,
  addressOf,
  pathToRoot,
  relativeAuthorLinks,
  relativeInMarkup,
  relativeInScript,
} from '@/site/finish/urls.ts';

const built = (about: Partial<Built> = {}): Built => ({
  file: 'index.html',
  up: './',
  files: [],
  site: undefined,
  take: (file) => file,
  ...about,
});
const at = (up: string) => built({ up });

describe('a style sheet', () => {
  it('stands in the head once, wherever the text asks for it', () => {
    const [frame, code] = ['a', 'b'].map((name) => `<link rel="stylesheet" href="${name}.css">`);
    const page = `<head>${frame}</head><body>${code}<p>$&</p>${frame}${code}</body>`;
    expect(stylesInHead(page, built())).toBe(`<head>${frame}${code}</head><body><p>$&</p></body>`);
  });
});

describe('a URL that Astro wrote', () => {
  it('leads from a page to the root of the site by as many steps as the page lies deep', () => {
    expect(pathToRoot('index.html')).toBe('./');
    expect(pathToRoot('method/choosing-h/index.html')).toBe('../../');
  });

  it('is relative to the page or style sheet that it stands in', () => {
    expect(relativeInMarkup('<link href="/__BASE__/_astro/a.css">', at('../../'))).toBe(
      '<link href="../../_astro/a.css">',
    );
    expect(relativeInMarkup('<a href="/__BASE__">', at('./'))).toBe('<a href="./">');
    expect(relativeInMarkup('url(/__BASE__/_astro/a.woff2)', at('../'))).toBe('url(../_astro/a.woff2)');
  });

  it('is resolved by a script against itself', () => {
    expect(relativeInScript('const base = "/__BASE__/pagefind/";', at('../'))).toBe(
      'const base = (new URL("../pagefind/",import.meta.url).href);',
    );
  });

  it('is absolute where the address of the site must be said', () => {
    const link = '<link rel="canonical" href="https://example.org/__BASE__/method/choosing-h/">';
    const wanted = '<link rel="canonical" href="https://example.org/course/method/choosing-h/">';
    const at = (site: string) => absoluteAddresses(link, built({ site: new URL(site) }));
    expect(at('https://example.org/course/')).toBe(wanted);
    expect(at('https://example.org/$&/')).toBe(wanted.replace('course', () => '$&'));
  });

  it('is told to the build with or without its last slash', () => {
    for (const text of ['https://example.org/course', 'https://example.org/course/', 'https://example.org/course//'])
      expect(addressOf('SITE_URL', text)?.href).toBe('https://example.org/course/');
    expect(addressOf('SITE_URL', '')).toBeUndefined();
  });

  it.each([
    ['javascript:alert(1)'],
    ['example.org/course'],
    ['//example.org/'],
    ['data:text/html,x'],
    ['https://name:word@example.org/'],
    ['https://example.org/?a="><script>'],
    ['https://example.org/#x'],
  ])('is refused where it is not a plain address: %s', (text) => {
    expect(() => addressOf('REPO_URL', text)).toThrow('It takes an address such as https://example.org/course/');
  });

  it('holds nothing that ends an attribute', () => {
    expect(addressOf('REPO_URL', 'https://example.org/a"><script>/')?.href).not.toMatch(/["<>]/);
  });
});

describe('a link that an author wrote from the root of the site', () => {
  it('is relative; one to another host is left', () => {
    expect(relativeAuthorLinks('<a href="/method/choosing-h/">', at('../../'))).toBe(
      '<a href="../../method/choosing-h/">',
    );
    expect(relativeAuthorLinks('<a href="//example.org/">', at('../'))).toBe('<a href="//example.org/">');
  });
});

describe("a page's security policy", () => {
  const page = '<head><meta charset="utf-8"><script>one()</script><script type="application/json">{}</script></head>';

  it('lets in each inline script by its hash, and no data', () => {
    expect(inlineScriptHashes(page)).toHaveLength(1);
    expect(contentSecurityPolicy()(page, built())).toContain(inlineScriptHashes(page)[0]);
  });

  it('lets in no script that was changed afterwards', () => {
    const [hash] = inlineScriptHashes(page.replace('one()', 'other()'));
    expect(contentSecurityPolicy()(page, built())).not.toContain(hash);
  });
});

describe('the inline scripts of a page', () => {
  const module = (text: string) => `<script type="module">${text}</script>`;

  it('are one where they follow one another, and lose their comments', () => {
    const page = '<script src="a.js"></script><script>f(); // why</script><script>g()</script><p><script>h()</script>';
    expect(fewerScripts(page, built())).toBe(
      '<script src="a.js"></script><script>f();;g();</script><p><script>h();</script>',
    );
  });

  it('are one module at the end of the body, each with its own names; a module that imports stays', () => {
    const page = `<body>${module('var e=1')}${module('import "./a.js"')}${module('var e=2')}</body>`;
    expect(fewerScripts(page, built())).toBe(
      `<body>${module('import "./a.js"')}${module('(()=>{var e=1})();(()=>{var e=2})();')}</body>`,
    );
  });
});

describe('the fonts of a page', () => {
  const files = ['_astro/serif.abc.woff2', '_astro/formula.def.woff2', '_astro/signs.ghi.woff2'];
  const preloaded = (body: string) =>
    [...preloadFonts(`<title>Page</title><body>${body}`, built({ files })).matchAll(/href="([^"]*)"/g)].map(
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

describe('files smaller than a request', () => {
  it('stand in the page: the style sheet for paper and the logo', () => {
    const page =
      '<link rel="stylesheet" href="/__BASE__/_astro/print.a.css" media="print"><img alt src="/__BASE__/_astro/logo.b.svg">';
    const text = (file: string) => (file === '_astro/print.a.css' ? 'p{}' : '<svg id="1"/>');
    expect(smallFiles(page, built({ take: text }))).toBe(
      '<style media="print">p{}</style><img alt src="data:image/svg+xml,%3Csvg%20id%3D%221%22%2F%3E">',
    );
  });
});

describe('the first scripts of a page', () => {
  const script = /<script>(.*)<\/script>/.exec(firstScripts('<meta charset="utf-8">', built()))?.[1] ?? '';
  /** The address that a page has after them, opened at `href`. */
  const addressAfter = (href: string) => {
    const location = { href };
    const history = {
      state: null,
      replaceState: (_state: null, _title: string, url: URL) => Object.assign(location, { href: url.href }),
    };
    const document = { documentElement: { dataset: {} } };
    const localStorage = { getItem: () => null };
    const page = { location, history, localStorage, document, addEventListener() {} };
    vm.runInNewContext(script, { ...page, URL, window: {}, Map, Object });
    return location.href;
  };

  it.each([
    ['https://example.org/method/choosing-h', 'https://example.org/method/choosing-h/'],
    ['https://example.org//tools/playground/?mode=code#h', 'https://example.org/tools/playground/?mode=code#h'],
    ['https://example.org/course//tools///playground', 'https://example.org/course/tools/playground/'],
  ])('put the address %s right', (address, right) => {
    expect(addressAfter(address)).toBe(right);
  });

  it.each(['https://example.org/', 'https://example.org/a/?next=//b', 'file:///home/site/index.html'])(
    'leave the address %s as it is',
    (address) => {
      expect(addressAfter(address)).toBe(address);
    },
  );
});

describe('what scrolls on a narrow screen', () => {
  it('takes the focus: code, and a table that scrolls by itself', () => {
    expect(reachable('<pre data-language="ts">', built())).toBe('<pre tabindex="0" data-language="ts">');
    expect(reachable('<p>.</p><table class="rules">', built())).toBe('<p>.</p><table tabindex="0" class="rules">');
  });

  it('takes it once: a table in a box that has it gets none', () => {
    const boxed = '<section class="table-scroll" tabindex="0" aria-label="Slopes">\n<table>';
    expect(reachable(boxed, built())).toBe(boxed);
  });

  it('is left as it is where an author has seen to it', () => {
    expect(reachable('<table tabindex="-1">', built())).toBe('<table tabindex="-1">');
  });
});

describe('the script for code blocks', () => {
  it('leaves the block that has the focus its tab stop; one that is not known as it is stops the build', () => {
    expect(keepsFocus('!r&&t&&(e.removeAttribute("tabindex"))', built())).toBe(
      '!r&&t&&e!==document.activeElement&&(e.removeAttribute("tabindex"))',
    );
    expect(() => keepsFocus('e.removeAttribute("tabindex")', built())).toThrow('has changed');
  });
});

describe('the colours of a program', () => {
  const word = (style: string, text: string) => `<span style="${style}">${text}</span>`;
  const [blue, red] = ['--0:#79C0FF;--1:#0550AE', '--0:#FF7B72;--1:#CA212D'];

  it('are classes, each defined once in the head', () => {
    const page = `<head></head><pre>${word(blue, '1')}${word(red, 'let')}${word(blue, '2')}</pre>`;
    expect(coloursAsClasses(page, built())).toBe(
      `<head><style>.hue0{${blue}}.hue1{${red}}</style></head><pre>` +
        '<span class="hue hue0">1</span><span class="hue hue1">let</span><span class="hue hue0">2</span></pre>',
    );
  });

  it('leave a page without programs, and other styles, as they are', () => {
    const page = '<head></head><span style="top:-2.55em">x</span>';
    expect(coloursAsClasses(page, built())).toBe(page);
  });

  it('are found by the style sheet, which must be the one that is known', () => {
    expect(colouredByClass(".ec-line :where(span[style^='--']:not([class])){color:var(--0)}", built())).toBe(
      '.ec-line :where(.hue){color:var(--0)}',
    );
    expect(() => colouredByClass('.ec-line span{}', built())).toThrow('has changed');
  });
});
