import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { rolldown } from 'rolldown';
import { filesBelow } from './files.ts';

/** The scripts of what stands around the text: the search dialog, the lists of contents, the marks in the side bar. */
const AROUND =
  /<script type="module" src="([^"]*\/((?:Head|Search|TableOfContents|MobileTableOfContents)\.astro_[^"/]*))"><\/script>/g;
const ENTRY = 'around-the-text';

/** Those of one page, as the files that they are. */
export const scriptsAround = (html: string): string[] => [...html.matchAll(AROUND)].map(([, , file]) => file);

/** The page with the one script in place of the first of them. */
export function withOneScript(html: string, name: string): string {
  let placed = false;
  return html.replace(AROUND, (_, source: string, file: string) => {
    if (placed) return '';
    placed = true;
    return `<script type="module" src="${source.slice(0, -file.length)}${name}"></script>`;
  });
}

/** Vite's helper fetches what a script imports together with it. These import next to nothing, and it is 1 kB. */
const PRELOADER = /\/preload-helper\.[^/]*\.js$/;
const EXPORTED = /export\{\w+ as (\w+)\};?\s*$/;

function withoutPreloading(helper: string): string {
  const name = EXPORTED.exec(helper)?.[1];
  if (name === undefined) throw new Error('Vite’s preload helper has changed: see src/site/finish/fewer-requests.ts');
  return `const load = (start) => start(); export { load as ${name} };`;
}

/** Several built scripts of a folder as one; what they fetch later stays where it is. */
async function together(folder: string, files: readonly string[]): Promise<string> {
  const bundle = await rolldown({
    input: ENTRY,
    plugins: [
      {
        name: ENTRY,
        resolveId(source, _importer, { kind }) {
          if (source === ENTRY) return ENTRY;
          return kind === 'dynamic-import' ? { id: source, external: true } : undefined;
        },
        load(id) {
          if (id === ENTRY) return files.map((file) => `import ${JSON.stringify(path.join(folder, file))};`).join('\n');
          return PRELOADER.test(id) ? withoutPreloading(readFileSync(id, 'utf8')) : undefined;
        },
      },
    ],
  });
  const { output } = await bundle.generate({ format: 'es', minify: true });
  await bundle.close();
  if (output.length !== 1) throw new Error(`${files.join(', ')} do not make one file`);
  return output[0].code;
}

/** What is smaller than the round trip that it costs: the style sheet for paper, and the logo. */
const SMALL =
  /<link rel="stylesheet" href="[^"]*\/(print\.[^"/]*\.css)" media="print"\s*\/?>|src="[^"]*\/(logo\.[^"/]*\.svg)"/g;

/**
 * The page with these written into it.
 *
 * @param read gives the text of a built file of `_astro`
 */
export const withSmallFiles = (html: string, read: (file: string) => string): string =>
  html.replace(SMALL, (_, style: string | undefined, logo: string) =>
    style === undefined
      ? `src="data:image/svg+xml,${encodeURIComponent(read(logo))}"`
      : `<style media="print">${read(style)}</style>`,
  );

/**
 * Makes one script of the four that every page asks for, and of what these import, and writes into the page what is
 * smaller than a request: on a slow connection each file is a round trip, and while it lasts a font waits.
 */
export const fewerRequests = (): AstroIntegration => ({
  name: 'fewer-requests',
  hooks: {
    'astro:build:done': async ({ dir }) => {
      const root = fileURLToPath(dir);
      const folder = path.join(root, '_astro');
      const made = new Map<string, string>();
      const replaced = new Set<string>();
      const read = (file: string) => {
        replaced.add(file);
        return readFileSync(path.join(folder, file), 'utf8');
      };
      const scriptOf = async (files: readonly string[]) => {
        const code = await together(folder, files);
        const name = `page.${createHash('sha256').update(code).digest('base64url').slice(0, 8)}.js`;
        await writeFile(path.join(folder, name), code);
        return name;
      };
      for (const file of await filesBelow(root)) {
        if (!file.endsWith('.html')) continue;
        const page = path.join(root, file);
        const html = withSmallFiles(await readFile(page, 'utf8'), read);
        const scripts = scriptsAround(html);
        const key = scripts.join();
        if (scripts.length > 0 && !made.has(key)) made.set(key, await scriptOf(scripts));
        for (const script of scripts) replaced.add(script);
        await writeFile(page, withOneScript(html, made.get(key) ?? ''));
      }
      for (const each of replaced) await rm(path.join(folder, each));
    },
  },
});
