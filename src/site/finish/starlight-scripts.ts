import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

interface Change {
  readonly file: RegExp;
  readonly from: RegExp;
  readonly to: string;
  /** A function that `to` calls, and the file of `scripts/` that exports it. */
  readonly calls: readonly [name: string, file: string];
}

/** Statements of Starlight's scripts for which it has no option. */
const CHANGES: readonly Change[] = [
  {
    // The search interface is 26 kB, which every page would fetch as soon as the browser is idle.
    file: /starlight\/dist\/components\/Search\.astro\?.*type=script/,
    from: /const onIdle = window\.requestIdleCallback[^;]*;/,
    to: "const onIdle = whenOpened(dialog, this.querySelector('#starlight__search')!);",
    calls: ['whenOpened', 'when-opened.ts'],
  },
  {
    // Selectors with `:has` hold a page of 5,000 elements up for 150 ms on a telephone.
    file: /starlight\/dist\/components-internals\/TableOfContents\/starlight-toc\.js/,
    from: /const toObserve = document\.querySelectorAll\(\[[\s\S]*?\]\.join\(\)\);/,
    to: 'const toObserve = withoutHeadings(this.tocHeadingSelector);',
    calls: ['withoutHeadings', 'without-headings.ts'],
  },
];

/** Makes those changes, and stops the build where what is to be changed is no longer there. */
export const starlightScripts = (): Plugin => ({
  name: 'starlight-scripts',
  enforce: 'pre',
  apply: 'build',
  transform(code, id) {
    const change = CHANGES.find(({ file }) => file.test(id));
    if (change === undefined) return undefined;
    const { from, to, calls } = change;
    if (!from.test(code)) throw new Error(`${id} has changed: see src/site/finish/starlight-scripts.ts`);
    const [name, file] = calls;
    const source = fileURLToPath(new URL(`./scripts/${file}`, import.meta.url));
    return `import { ${name} } from ${JSON.stringify(source)};\n${code.replace(from, () => to)}`;
  },
});
