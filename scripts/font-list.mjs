// @ts-check
// The fonts of a first visit, as scripts/fonts.mjs cuts them out of the whole ones.

/** The characters of Fontsource's files of Latin text, and of KaTeX's files: any. */
const LATIN = 'U+0-FF, U+131, U+152-153, U+2C6, U+2DA, U+2DC, U+2000-206F, U+20AC, U+2122, U+2191, U+2193, U+2215';
const ANY = 'U+0-FFFF';
const ASCII = 'U+20-7E';
const WORDS = 'U+30-39, U+41-5A, U+61-7A';
const SMALL = 'U+61-7A';

/** The variable fonts hold weights from 200 to 900; the site is set in these two, and 700 is drawn as 600. */
const WEIGHTS = { wght: { min: 400, max: 600, default: 400 } };
const REGULAR = { wght: 400 };
/**
 * @typedef {object} Font
 * @property {string} name of the file
 * @property {string} whole the font it is cut from, as a package's path
 * @property {string} family
 * @property {string} [style]
 * @property {string} [weight] those that the whole font is used for as well
 * @property {'optional' | 'block'} [display]
 * @property {string} always characters that it holds even if no page shows them: those that readers type, or that later texts may need
 * @property {Record<string, number | { min: number, max: number, default: number }>} [axes]
 * @property {string} covers what the whole font is asked for
 */

/**
 * @param {string} file
 * @param {string} family
 * @returns {Pick<Font, 'whole' | 'family' | 'covers'>}
 */
const source = (file, family) => ({
  whole: `@fontsource-variable/source-${file}.woff2`,
  family: `Source ${family} Variable`,
  covers: LATIN,
});

/**
 * @param {string} name
 * @param {string} whole
 * @param {string} always
 * @param {Partial<Font>} [about]
 * @returns {Font}
 */
const katex = (name, whole, always, about) => ({
  name,
  whole: `katex/dist/fonts/KaTeX_${whole}.woff2`,
  family: `KaTeX_${whole.split('-')[0]}`,
  always,
  covers: ANY,
  ...about,
});

/** @type {readonly Font[]} */
export const FONTS = [
  {
    name: 'serif',
    ...source('serif-4/files/source-serif-4-latin-wght-normal', 'Serif 4'),
    weight: '400 700',
    always: WORDS,
    axes: WEIGHTS,
  },
  {
    name: 'serif-italic',
    ...source('serif-4/files/source-serif-4-latin-wght-italic', 'Serif 4'),
    style: 'italic',
    always: SMALL,
    axes: REGULAR,
  },
  {
    name: 'sans',
    ...source('sans-3/files/source-sans-3-latin-wght-normal', 'Sans 3'),
    weight: '400 700',
    always: ASCII,
    axes: WEIGHTS,
  },
  {
    name: 'code',
    ...source('code-pro/files/source-code-pro-latin-wght-normal', 'Code Pro'),
    always: ASCII,
    axes: REGULAR,
  },
  katex('formula', 'Main-Regular', `U+20-3F, ${SMALL}`),
  katex('variables', 'Math-Italic', SMALL, { style: 'italic' }),
  katex('transpose', 'SansSerif-Regular', ''),
  katex('signs', 'AMS-Regular', ''),
  // Large brackets and operators: a font of another shape would put them in the wrong place, so they are waited for.
  ...[1, 2, 3, 4].map((size) =>
    katex(`size-${size}`, `Size${size}-Regular`, 'U+28-29, U+5B, U+5D, U+7B, U+7D, U+220F, U+2211, U+221A, U+222B', {
      display: 'block',
    }),
  ),
];
