import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

interface Change {
  readonly file: RegExp;
  readonly from: RegExp;
  readonly to: string;
  /** A function that `to` calls, and the file of `scripts/` that exports it. */
  readonly calls?: readonly [name: string, file: string];
}

const SEARCH_SCRIPT = /starlight\/dist\/components\/Search\.astro\?.*type=script/;

/** Statements of Starlight's scripts and styles for which it has no option. */
const CHANGES: readonly Change[] = [
  {
    // The search interface is 26 kB, which every page would fetch as soon as the browser is idle.
    file: SEARCH_SCRIPT,
    from: /const onIdle = window\.requestIdleCallback[^;]*;/,
    to: "const onIdle = whenOpened(dialog, this.querySelector('#starlight__search')!);",
    calls: ['whenOpened', 'when-opened.ts'],
  },
  {
    // Its style sheet, a seventh of the styles of every page, comes with it.
    file: /starlight\/dist\/components\/Search\.astro\?.*type=style&index=1/,
    from: /^@layer starlight\.core \{\n\.pagefind-ui[\s\S]*?\n\}\n(?=@layer starlight\.core)/,
    to: '',
  },
  {
    file: SEARCH_SCRIPT,
    from: /await import\(['"]@pagefind\/default-ui['"]\)/,
    to: "await withStyles('starlight.core', import('@pagefind/default-ui'), import('@pagefind/default-ui/css/ui.css?inline'))",
    calls: ['withStyles', 'with-styles.ts'],
  },
  {
    // Selectors with `:has` hold a page of 5,000 elements up for 150 ms on a telephone.
    file: /starlight\/dist\/components-internals\/TableOfContents\/starlight-toc\.js/,
    from: /const toObserve = document\.querySelectorAll\(\[[\s\S]*?\]\.join\(\)\);/,
    to: 'const toObserve = withoutHeadings(this.tocHeadingSelector);',
    calls: ['withoutHeadings', 'without-headings.ts'],
  },
];

/** Makes those changes, and stops the build where the text to be changed is not found. */
export const starlightScripts = (): Plugin => ({
  name: 'starlight-scripts',
  enforce: 'pre',
  apply: 'build',
  transform(code, id) {
    const changes = CHANGES.filter(({ file }) => file.test(id));
    if (changes.length === 0) return undefined;
    return changes.reduce((before, { from, to, calls }) => {
      if (!from.test(before)) throw new Error(`${id} has changed: see src/site/finish/starlight-scripts.ts`);
      const after = before.replace(from, () => to);
      if (calls === undefined) return after;
      const source = fileURLToPath(new URL(`./scripts/${calls[1]}`, import.meta.url));
      return `import { ${calls[0]} } from ${JSON.stringify(source)};\n${after}`;
    }, code);
  },
});
