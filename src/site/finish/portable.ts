import { readFileSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { contentSecurityPolicy } from './content-security-policy.ts';
import { filesBelow } from './files.ts';
import { preloadFonts } from './fonts.ts';
import { reachable } from './reachable.ts';

/** The base that a build is made with, and that must be gone from every file afterwards. */
export const PLACEHOLDER_BASE = '/__BASE__/';
const PLACEHOLDER = PLACEHOLDER_BASE.slice(0, -1);

/** Every page makes the sandbox's frame, whose script is inline. */
const FRAME_SCRIPT = readFileSync(new URL('../../sandbox/frame.js', import.meta.url), 'utf8');

/** `../` as often as the file lies deep, so that a URL relative to the file reaches the root of the site. */
export const pathToRoot = (file: string): string => '../'.repeat(file.split('/').length - 1) || './';

/**
 * Canonical links, the site map and preview images must name the whole address, once it is known.
 * @param site where the site will live, with its path: https://example.org/course/
 */
export const absoluteAddresses = (text: string, site: URL): string =>
  text.replaceAll(site.origin + PLACEHOLDER_BASE, site.href.replace(/\/?$/, '/'));

/** Scripts resolve a URL against themselves, wherever the site is served. */
export const relativeInScript = (text: string, up: string): string =>
  text.replace(
    new RegExp(`(["'\`])${PLACEHOLDER}/?([^"'\`]*)\\1`, 'g'),
    (_, quote: string, rest: string) => `(new URL(${quote}${up}${rest}${quote},import.meta.url).pathname)`,
  );

/** Pages and style sheets resolve a URL against the file they stand in. */
export const relativeInMarkup = (text: string, up: string): string =>
  text.replaceAll(PLACEHOLDER_BASE, up).replace(new RegExp(`${PLACEHOLDER}(?=["'\\s)#?])`, 'g'), up);

/** Links that authors wrote from the root of the site: `/method/choosing-h/`. */
export const relativeAuthorLinks = (html: string, up: string): string =>
  html.replace(/(<[^>]*?\s(?:href|src)=")\/(?!\/)/g, `$1${up}`);

/** Starlight writes the dark theme into the HTML and lets a script correct it; a page read without script is light. */
const lightWithoutScript = (html: string): string => html.replace(/(<html[^>]*?data-theme=")dark"/, '$1light"');

/**
 * Some hosts take the slash off the end of a page's address, and every relative URL in the page would then lead one
 * folder too high. The first thing in the page puts the slash back, before any URL is looked at.
 */
const ENDING_SLASH = `{const{pathname:p,search:s,hash:h}=location;if(!/\\/$|\\.html?$/.test(p))history.replaceState(history.state,'',p+'/'+s+h)}`;

const withEndingSlash = (html: string): string =>
  html.replace(/<meta charset="utf-8"\s*\/?>/i, (charset) => `${charset}<script>${ENDING_SLASH}</script>`);

/**
 * The page for a wrong address is served at any depth, so that no URL in it could be right: it needs no file, and what
 * Astro adds to every page is taken out. Its own script looks for the root of the site.
 */
const withoutFiles = (html: string): string => html.replace(/<script[^>]*\ssrc="[^"]*"[^>]*><\/script>/g, '');

/** Turns one built file into what is hosted. `file` is its path from the root of the site, `files` all such paths. */
function carry(text: string, file: string, files: readonly string[], site: URL | undefined): string {
  const up = pathToRoot(file);
  const addressed = site === undefined ? text : absoluteAddresses(text, site);
  if (file.endsWith('.js')) return relativeInScript(addressed, up);
  if (!file.endsWith('.html')) return relativeInMarkup(addressed, up);
  if (file === '404.html') return contentSecurityPolicy(withoutFiles(addressed));
  const page = relativeAuthorLinks(relativeInMarkup(preloadFonts(addressed, files, PLACEHOLDER_BASE), up), up);
  return contentSecurityPolicy(reachable(lightWithoutScript(withEndingSlash(page))), [FRAME_SCRIPT]);
}

/**
 * One build for every path. With the placeholder base every URL that Astro writes can be found and made relative, so
 * that the same files work under `/`, under a deep path, or moved later. Also writes each page's security policy.
 */
export const portable = ({ site }: { site: URL | undefined }): AstroIntegration => ({
  name: 'portable',
  hooks: {
    'astro:build:done': async ({ dir, logger }) => {
      const root = fileURLToPath(dir);
      const files = await filesBelow(root);
      const left: string[] = [];
      for (const file of files) {
        if (!/\.(html|js|css|webmanifest|txt|xml)$/.test(file)) continue;
        const location = path.join(root, file);
        const before = await readFile(location, 'utf8');
        const text = carry(before, file, files, site);
        if (text !== before) await writeFile(location, text);
        if (text.includes(PLACEHOLDER)) left.push(file);
      }
      if (left.length > 0) throw new Error(`These files still carry the placeholder base: ${left.join(', ')}`);
      logger.info('every URL is relative: this build works under any path');
      if (site === undefined) logger.info('no SITE_URL: built without canonical links and site map');
    },
  },
});
