import type { Plugin } from 'vite';
import type { Transform } from './built.ts';
import { PLACEHOLDER_BASE } from './urls.ts';

/** Families of KaTeX that no formula here uses, or that src/site/styles/fonts/fonts.css names, in two parts each. */
const DROPPED =
  /font-family:"?KaTeX_(?:(?:Caligraphic|Fraktur|Script|Typewriter)|(?:(?:Main|AMS|SansSerif"|Size\d);font-style:normal|Math;font-style:italic);font-weight:400)/;

/** The sizes of TeX's text, scripts and scripts of scripts, by the numbers of KaTeX: 1.2 kB of every page are others. */
const SIZES = 'size[136]';
const OTHER_SIZES = new RegExp(`\\.katex \\.fontsize-ensurer\\.reset-(?!${SIZES}\\.${SIZES}\\b)[^{}]*\\{[^}]*\\}`, 'g');

/**
 * Takes out of KaTeX's style sheet what this site does not use. It names each font three times (woff2, woff, ttf), and
 * every browser that runs this site reads woff2, so the other forty files need not be built, hosted or kept offline.
 * Like the fonts of the text, the fonts of formulas are not swapped in late: a line would change its width.
 */
export const katexFonts = (): Plugin => ({
  name: 'katex-fonts',
  enforce: 'pre',
  transform(code, id) {
    if (!/katex(\.min)?\.css/.test(id)) return undefined;
    return code
      .replace(/,\s*url\([^)]*\.(?:woff|ttf)\)\s*format\(["'](?:woff|truetype)["']\)/g, '')
      .replace(OTHER_SIZES, '')
      .replace(/@font-face\s*\{[^}]*\}/g, (face) =>
        DROPPED.test(face) ? '' : face.replace(/font-display:\s*block/, 'font-display:optional'),
      );
  },
});

/** What in a page calls for which font. */
const FONTS: readonly (readonly [sign: RegExp, font: string])[] = [
  [/<body/, 'serif'],
  [/<body/, 'sans'],
  [/<body/, 'serif-italic'],
  [/<code|<pre/, 'code'],
  [/class="katex"/, 'formula'],
  [/class="katex"/, 'variables'],
  [/class="mord (?:mathsf|textsf)/, 'transpose'],
  [/class="m(?:rel|ord|bin) (?:amsrm|mathbb)/, 'signs'],
  [/delimsizing size1|op-symbol small-op/, 'size-1'],
  [/delimsizing size2|op-symbol large-op/, 'size-2'],
  [/delimsizing size3/, 'size-3'],
  [/delimsizing size4|delim-size4/, 'size-4'],
  [/class="mord mathbf|class="mord text(?:bf|)"><span class="mord textbf/, 'KaTeX_Main-Bold'],
];

/** Asks for the fonts of a page together with its style sheet, so that they are there before the first paint. */
export const preloadFonts: Transform = (html, { files }) => {
  const links = FONTS.filter(([sign]) => sign.test(html)).flatMap(([, font]) => {
    const file = files.find((each) => each.includes(`/${font}.`) && each.endsWith('.woff2'));
    return file === undefined
      ? []
      : [`<link rel="preload" as="font" type="font/woff2" href="${PLACEHOLDER_BASE}${file}" crossorigin>`];
  });
  return html.replace('</title>', () => `</title>${links.join('')}`);
};
