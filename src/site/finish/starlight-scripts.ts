import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

interface Change {
  readonly file: RegExp;
  readonly from: RegExp;
  readonly to: string;
  /** The function that `to` calls, and the file of `scripts/` that exports it. */
  readonly calls: string;
  readonly of: string;
}

/** Statements of Starlight's scripts for which it has no option. */
const CHANGES: readonly Change[] = [
  {
    // The search interface is 26 kB, which every page would fetch as soon as the browser is idle.
    file: /starlight\/dist\/components\/Search\.astro\?.*type=script/,
    from: /const onIdle = window\.requestIdleCallback[^;]*;/,
    to: "const onIdle = whenOpened(dialog, this.querySelector('#starlight__search')!);",
    calls: 'whenOpened',
    of: 'when-opened.ts',
  },
  {
    // Selectors with `:has` hold a page of 5,000 elements up for 150 ms on a telephone.
    file: /starlight\/dist\/components-internals\/TableOfContents\/starlight-toc\.js/,
    from: /const toObserve = document\.querySelectorAll\(\[[\s\S]*?\]\.join\(\)\);/,
    to: 'const toObserve = withoutHeadings(this.tocHeadingSelector);',
    calls: 'withoutHeadings',
    of: 'without-headings.ts',
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
    const { from, to, calls, of } = change;
    if (!from.test(code)) throw new Error(`${id} has changed: see src/site/finish/starlight-scripts.ts`);
    const source = fileURLToPath(new URL(`./scripts/${of}`, import.meta.url));
    return `import { ${calls} } from ${JSON.stringify(source)};\n${code.replace(from, () => to)}`;
  },
});
