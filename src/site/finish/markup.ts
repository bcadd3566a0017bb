import type { Transform } from './built.ts';
import { minified } from './minified.ts';

/** Files so small that fetching them takes longer than their bytes do: the style sheet for paper, and the logo. */
const SMALL =
  /<link rel="stylesheet" href="[^"]*\/(_astro\/print\.[^"/]*\.css)" media="print"\s*\/?>|src="[^"]*\/(_astro\/logo\.[^"/]*\.svg)"/g;

/** Writes them into the page. */
export const smallFiles: Transform = (html, { take }) =>
  html.replace(SMALL, (_, style: string | undefined, logo: string) =>
    style === undefined
      ? `src="data:image/svg+xml,${encodeURIComponent(take(logo))}"`
      : `<style media="print">${take(style)}</style>`,
  );

const STYLES = /<link rel="stylesheet"[^>]*>/g;

/** Style sheets go to the head: one in the middle of the text comes after that was drawn, which then moves. */
export const stylesInHead: Transform = (html) => {
  const [head, ...body] = html.split('</head>');
  const text = body.join('</head>');
  const styles = [...new Set(text.match(STYLES))].filter((style) => !head.includes(style));
  return `${head}${styles.join('')}</head>${text.replace(STYLES, '')}`;
};

const FIRST = ['address', 'storage', 'search-key'].map((name) =>
  minified(new URL(`./scripts/${name}.ts`, import.meta.url)),
);

/** Scripts that run before anything else in the page: before a URL is resolved, and before storage is used. */
export const firstScripts: Transform = (html) =>
  html.replace(/<meta charset="utf-8"\s*\/?>/i, (charset) => `${charset}<script>${FIRST.join('')}</script>`);

/** Starlight writes the dark theme into the HTML and lets a script correct it; without scripts the page is light. */
export const lightWithoutScript: Transform = (html) => html.replace(/(<html[^>]*?data-theme=")dark"/, '$1light"');

/** A table, with the tag before it where that takes the focus: then the box scrolls, not the table. */
const TABLE = /(<[a-z]+[^>]*\stabindex="0"[^>]*>\s*)?<table(?![^>]*\stabindex)/g;

/**
 * Code and tables scroll on a narrow screen, and everything that scrolls must be reachable by keyboard, from the first paint
 * and by one stop each.
 */
export const reachable: Transform = (html) =>
  html
    .replaceAll('<pre data-language=', '<pre tabindex="0" data-language=')
    .replace(TABLE, (tag, box) => (box === undefined ? `<table tabindex="0"` : tag));

const TAKES_STOP_AWAY = '!r&&t&&(';

/**
 * The script for code blocks takes the tab stop from every block that does not scroll, a moment after the page has
 * loaded. From the block that has the focus it must not: the focus would be lost.
 *
 * @throws when the script has changed
 */
export const keepsFocus: Transform = (script) => {
  if (!script.includes(TAKES_STOP_AWAY)) throw new Error("Expressive Code's script has changed: see keepsFocus");
  return script.replace(TAKES_STOP_AWAY, `${TAKES_STOP_AWAY.slice(0, -1)}e!==document.activeElement&&(`);
};

/** Takes out the scripts that Astro adds to every page: the page for a wrong address, served at any depth, has no files. */
export const withoutFiles: Transform = (html) => html.replace(/<script[^>]*\ssrc="[^"]*"[^>]*><\/script>/g, '');
