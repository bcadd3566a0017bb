import type { Transform } from './built.ts';

/** The base that a build is made with, and that must be gone from every file afterwards. */
export const PLACEHOLDER_BASE = '/__BASE__/';
export const PLACEHOLDER = PLACEHOLDER_BASE.slice(0, -1);

/**
 * An address that a build is told of, with a slash at its end: SITE_URL or REPO_URL. Undefined where it is not told.
 *
 * @throws where it is not a plain address of the web: it stands in the links of every page
 */
export function addressOf(name: 'SITE_URL' | 'REPO_URL', text = process.env[name]): URL | undefined {
  if (!text) return undefined;
  const url = URL.parse(text);
  if (url === null || !/^https?:$/.test(url.protocol) || url.href !== url.origin + url.pathname)
    throw new Error(`${name} is “${text}”. It takes an address such as https://example.org/course/, without ? or #.`);
  url.pathname = url.pathname.replace(/\/*$/, '/');
  return url;
}

/** `../` once for each folder that the file lies in, so that a URL relative to the file reaches the root of the site. */
export const pathToRoot = (file: string): string => '../'.repeat(file.split('/').length - 1) || './';

/** Canonical links, the site map and preview images need the whole address, where it is known. */
export const absoluteAddresses: Transform = (text, { site }) =>
  site === undefined ? text : text.replaceAll(site.origin + PLACEHOLDER_BASE, () => site.href);

/**
 * Scripts resolve a URL against themselves. The result is a whole URL, not a path: where a page was reached by an
 * address with two slashes, a path would start with two, and name another host.
 */
export const relativeInScript: Transform = (text, { up }) =>
  text.replace(
    new RegExp(`(["'\`])${PLACEHOLDER}/?([^"'\`]*)\\1`, 'g'),
    (_, quote: string, rest: string) => `(new URL(${quote}${up}${rest}${quote},import.meta.url).href)`,
  );

/** Pages and style sheets resolve a URL against the file they stand in. */
export const relativeInMarkup: Transform = (text, { up }) =>
  text.replaceAll(PLACEHOLDER_BASE, up).replace(new RegExp(`${PLACEHOLDER}(?=["'\\s)#?])`, 'g'), up);

/** Links that authors wrote from the root of the site: `/method/choosing-h/`. */
export const relativeAuthorLinks: Transform = (html, { up }) =>
  html.replace(/(<[^>]*?\s(?:href|src)=")\/(?!\/)/g, `$1${up}`);
