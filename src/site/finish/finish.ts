import { readFileSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { ARCHIVE, archive } from '../../package/package.ts';
import { PROJECT, project } from '../../package/project.ts';
import { takeHome } from '../reference/take-home.ts';
import { filesBelow, type Transform } from './built.ts';
import { colouredByClass, coloursAsClasses } from './code-colours.ts';
import { contentSecurityPolicy } from './content-security-policy.ts';
import { embedded, figureList, namedFigures } from './embed.ts';
import { preloadFonts } from './fonts.ts';
import { fewerScripts } from './inline-scripts.ts';
import {
  firstScripts,
  keepsFocus,
  lightWithoutScript,
  reachable,
  smallFiles,
  stylesInHead,
  withoutFiles,
} from './markup.ts';
import { writeServiceWorker } from './offline.ts';
import { writeReadings } from './readings.ts';
import { withSketches } from './sketches.ts';
import {
  absoluteAddresses,
  PLACEHOLDER,
  pathToRoot,
  relativeAuthorLinks,
  relativeInMarkup,
  relativeInScript,
} from './urls.ts';

/** Every page may make the sandbox's frames, whose scripts are inline. */
const FRAME_SCRIPTS = ['frame.js', 'python-frame.js'].map((file) =>
  readFileSync(new URL(`../../sandbox/${file}`, import.meta.url), 'utf8'),
);

/** What is done to every page, in this order. The policy is last: it lists the hashes of the scripts in the page. */
const PAGE: readonly Transform[] = [
  absoluteAddresses,
  smallFiles,
  stylesInHead,
  coloursAsClasses,
  preloadFonts,
  relativeInMarkup,
  relativeAuthorLinks,
  firstScripts,
  lightWithoutScript,
  reachable,
  fewerScripts,
  contentSecurityPolicy(...FRAME_SCRIPTS),
];

/** What is done to the files whose paths match; the first that matches counts, and other files stay as they are. */
const STEPS: readonly (readonly [file: RegExp, steps: readonly Transform[]])[] = [
  [/^404\.html$/, [withoutFiles, contentSecurityPolicy()]],
  [/\.html$/, PAGE],
  [/^_astro\/ec\.[^/]*\.js$/, [keepsFocus, relativeInScript]],
  [/\.js$/, [relativeInScript]],
  [/^_astro\/ec\.[^/]*\.css$/, [colouredByClass]],
  [/\.(css|webmanifest|txt|xml)$/, [absoluteAddresses, relativeInMarkup]],
];

/**
 * Names the figures of every page, writes each as a page of its own, and puts the list of them and their pictures where
 * they are asked for.
 */
async function writeFigures(root: string, pages: readonly string[]): Promise<void> {
  const named = new Map<string, string>();
  for (const page of pages) named.set(page, namedFigures(await readFile(path.join(root, page), 'utf8')));
  const figures = [...named].flatMap(([page, html]) => embedded(html, page.replace(/index\.html$/, '')));
  for (const [page, html] of named) {
    const complete = withSketches(figureList(html, figures), (chapter) => named.get(chapter) ?? '');
    await writeFile(path.join(root, page), complete);
  }
  for (const { name, html } of figures) {
    const folder = path.join(root, 'embed', name);
    await mkdir(folder, { recursive: true });
    await writeFile(path.join(folder, 'index.html'), html);
  }
}

/**
 * Makes of what Astro wrote the files that are hosted: the same files work under `/`, under a deep path, or moved later.
 * The downloads and the service worker are added afterwards.
 *
 * @throws when a file still holds a URL with the placeholder base
 */
export const finish = ({ site }: { site: URL | undefined }): AstroIntegration => ({
  name: 'finish',
  hooks: {
    'astro:build:done': async ({ dir, logger }) => {
      const root = fileURLToPath(dir);
      const pages = (await filesBelow(root)).filter((file) => file.endsWith('index.html'));
      await writeFigures(root, pages);
      const files = await filesBelow(root);
      const taken = new Set<string>();
      const take = (file: string) => {
        taken.add(file);
        return readFileSync(path.join(root, file), 'utf8');
      };
      for (const file of files) {
        const [, steps] = STEPS.find(([name]) => name.test(file)) ?? [];
        if (steps === undefined) continue;
        const built = { file, up: pathToRoot(file), files, site, take };
        const text = steps.reduce((before, step) => step(before, built), await readFile(path.join(root, file), 'utf8'));
        if (text.includes(PLACEHOLDER)) throw new Error(`${file} still holds a URL with the placeholder base`);
        await writeFile(path.join(root, file), text);
      }
      for (const file of taken) await rm(path.join(root, file));
      logger.info('every URL is relative: this build works under any path');
      await writeReadings(root, pages, site);
      if (site === undefined) logger.info('no SITE_URL: built without canonical links and site map');
      await takeHome(root, (said) => logger.info(said));
      await writeFile(path.join(root, ARCHIVE), await archive());
      await writeFile(path.join(root, PROJECT), await project());
      logger.info(`${await writeServiceWorker(root)} files kept for use without a network`);
    },
  },
});
