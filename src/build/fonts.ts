import type { Plugin } from 'vite';

/** Named in src/styles/fonts/fonts.css, in a part for every formula and the whole for others. */
const IN_PARTS =
  /font-family:"?KaTeX_(?:Main;font-style:normal|Math;font-style:italic|AMS;font-style:normal|SansSerif";font-style:normal);font-weight:400/;
/** Large brackets and operators: a font of another shape would put them in the wrong place, so they are waited for. */
const WAITED_FOR = /font-family:\s*["']?KaTeX_Size/;

/**
 * KaTeX's style sheet names each font three times (woff2, woff, ttf). Every browser that runs this site reads woff2,
 * so the other forty files need not be built, hosted or kept offline. Like the fonts of the text, those of formulas
 * are not swapped in late: a line would change its width under the reader's eyes.
 */
export const katexFonts = (): Plugin => ({
  name: 'katex-fonts',
  enforce: 'pre',
  transform(code, id) {
    if (!/katex(\.min)?\.css/.test(id)) return undefined;
    return code
      .replace(/,\s*url\([^)]*\.(?:woff|ttf)\)\s*format\(["'](?:woff|truetype)["']\)/g, '')
      .replace(/@font-face\s*\{[^}]*\}/g, (face) => {
        if (IN_PARTS.test(face)) return '';
        return WAITED_FOR.test(face) ? face : face.replace(/font-display:\s*block/, 'font-display:optional');
      });
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
  [/delimsizing size1|op-symbol small-op/, 'KaTeX_Size1-Regular'],
  [/delimsizing size2|op-symbol large-op/, 'KaTeX_Size2-Regular'],
  [/delimsizing size3/, 'KaTeX_Size3-Regular'],
  [/delimsizing size4|delim-size4/, 'KaTeX_Size4-Regular'],
  [/class="mord mathbf|class="mord text(?:bf|)"><span class="mord textbf/, 'KaTeX_Main-Bold'],
];

/**
 * Asks for the fonts of a page together with its style sheet, so that they are there before the first paint.
 *
 * @param html a built page, whose URLs are not yet relative
 * @param files every built file, relative to the root of the site
 */
export function preloadFonts(html: string, files: readonly string[], base: string): string {
  const links = FONTS.filter(([sign]) => sign.test(html)).flatMap(([, font]) => {
    const file = files.find((each) => each.includes(`/${font}.`) && each.endsWith('.woff2'));
    return file === undefined
      ? []
      : [`<link rel="preload" as="font" type="font/woff2" href="${base}${file}" crossorigin>`];
  });
  return html.replace('</title>', () => `</title>${links.join('')}`);
}
