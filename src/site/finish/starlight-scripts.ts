import type { Plugin } from 'vite';

/**
 * What stands in place of waiting for the browser to be idle: fetches the search interface when its dialog is first
 * opened (by button or Ctrl+K), then puts the cursor in its field. A fetch that fails is told in the dialog, and opening
 * it again tries again.
 */
const WHEN_OPENED = `const onIdle = (load) => {
  let asked = false;
  const place = this.querySelector('#starlight__search');
  const fetchOnce = async () => {
    if (!dialog.open || asked) return;
    asked = true;
    place.textContent = '';
    try {
      await load();
      place.querySelector('input')?.focus();
    } catch (error) {
      asked = false;
      place.textContent = 'The search could not be loaded. Look at the connection, close this, and open it again.';
    }
  };
  new MutationObserver(fetchOnce).observe(dialog, { attributes: true, attributeFilter: ['open'] });
};`;

/** The elements that Starlight's own selectors find by `:has`, which takes them five times as long. */
const WITHOUT_HEADINGS = `const holders = new Set();
for (const heading of document.querySelectorAll(\`main :where(\${this.tocHeadingSelector})\`)) {
  for (let at = heading.parentElement; at !== null; at = at.parentElement) holders.add(at);
}
const toObserve = [...document.querySelectorAll([
  \`main :where(\${this.tocHeadingSelector})\`,
  \`main :where(\${this.tocHeadingSelector}, .sl-heading-wrapper) ~ *\`,
  'main .sl-markdown-content > *',
  'main > *',
].join())].filter((each) => !holders.has(each));`;

interface Change {
  readonly file: RegExp;
  readonly from: RegExp;
  readonly to: string;
}

/** Statements of Starlight's scripts for which it has no option. */
const CHANGES: readonly Change[] = [
  {
    // 26 kB of every page, fetched as soon as the browser is idle
    file: /starlight\/dist\/components\/Search\.astro\?.*type=script/,
    from: /const onIdle = window\.requestIdleCallback[^;]*;/,
    to: WHEN_OPENED,
  },
  {
    // a page of 5,000 elements held up for 150 ms on a telephone
    file: /starlight\/dist\/components-internals\/TableOfContents\/starlight-toc\.js/,
    from: /const toObserve = document\.querySelectorAll\(\[[\s\S]*?\]\.join\(\)\);/,
    to: WITHOUT_HEADINGS,
  },
];

/** Makes those changes, and stops the build where a statement is no longer there. */
export const starlightScripts = (): Plugin => ({
  name: 'starlight-scripts',
  enforce: 'pre',
  apply: 'build',
  transform(code, id) {
    const change = CHANGES.find(({ file }) => file.test(id));
    if (change === undefined) return undefined;
    if (!change.from.test(code)) throw new Error(`${id} has changed: see src/site/finish/starlight-scripts.ts`);
    return code.replace(change.from, () => change.to);
  },
});
