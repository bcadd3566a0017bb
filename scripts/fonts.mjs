// @ts-check
// `npm run fonts`: cuts the fonts of a first visit out of the whole ones: the characters that the site's own text is
// written in, and the weights it uses. Seven files of 70 kB in place of 270 kB, each about as large as what a server
// sends before it waits for an answer. Another character of a reader's own has the browser fetch the whole font.
// Writes src/styles/fonts/: the files, and the style sheet that names them. A test makes them again and compares.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
// @ts-expect-error it has no types
import subset from 'subset-font';

const FOLDER = 'src/styles/fonts';
const ASCII = between(' ', '~');
const SMALL = between('a', 'z');
/** What running text, labels and tables hold besides. */
const TEXT = `${ASCII}\u00a0\u2060±°²³¹½×·–—‖‘’“”…′″−⁰⁴⁵⁶⁷⁸⁹⁻ⁿ▬●✓✗∂ΣλπςéÉöüçñ≈≤≥→`;
const FORMULA = `${between(' ', '?')}INRLU[]{|}${SMALL}\u00a0\u200b\ue020±×…′→∂∇∈−∘∞∣∥≈≡≠≤≥≪≫⊙⊥⋅⋯⟹√`;
const VARIABLES = `ABCDEFGHKLMNOPSTWXYZ${SMALL}αδεηθλμπστφ`;
/** What Fontsource's own files of Latin text cover. */
const LATIN = `${between('\u0000', '\u00ff')}${between('\u2000', '\u206f')}\u0131\u0152\u0153\u02c6\u02da\u02dc€™↑↓∕`;

/** The variable fonts hold weights from 200 to 900; the site is set in these two, and 700 is drawn as 600. */
const WEIGHTS = { wght: { min: 400, max: 600, default: 400 } };
const REGULAR = { wght: 400 };
/** Kerning, ligatures and the four kinds of figures; small capitals, fractions and the like are not used. */
const FEATURES = ['kern', 'liga', 'lnum', 'onum', 'pnum', 'tnum'];

/**
 * @typedef {object} Font
 * @property {string} name of the file
 * @property {string} whole the font it is cut from, as a package's path
 * @property {string} family
 * @property {string} [style]
 * @property {string} [weight] those that the whole font is used for as well
 * @property {'optional' | 'block'} [display]
 * @property {string} characters
 * @property {Record<string, number | { min: number, max: number, default: number }>} [axes]
 * @property {string} [others] which further characters the whole font has; default: any
 */

const SOURCE = '@fontsource-variable/source-';
/** @type {readonly Font[]} */
const FONTS = [
  {
    name: 'serif',
    whole: `${SOURCE}serif-4/files/source-serif-4-latin-wght-normal.woff2`,
    family: 'Source Serif 4 Variable',
    weight: '400 700',
    characters: TEXT,
    axes: WEIGHTS,
    others: LATIN,
  },
  {
    name: 'serif-italic',
    whole: `${SOURCE}serif-4/files/source-serif-4-latin-wght-italic.woff2`,
    family: 'Source Serif 4 Variable',
    style: 'italic',
    characters: TEXT,
    axes: REGULAR,
    others: LATIN,
  },
  {
    name: 'sans',
    whole: `${SOURCE}sans-3/files/source-sans-3-latin-wght-normal.woff2`,
    family: 'Source Sans 3 Variable',
    weight: '400 700',
    characters: TEXT,
    axes: WEIGHTS,
    others: LATIN,
  },
  {
    name: 'code',
    whole: `${SOURCE}code-pro/files/source-code-pro-latin-wght-normal.woff2`,
    family: 'Source Code Pro Variable',
    characters: TEXT,
    axes: REGULAR,
    others: LATIN,
  },
  {
    name: 'formula',
    whole: 'katex/dist/fonts/KaTeX_Main-Regular.woff2',
    family: 'KaTeX_Main',
    characters: FORMULA,
  },
  {
    name: 'variables',
    whole: 'katex/dist/fonts/KaTeX_Math-Italic.woff2',
    family: 'KaTeX_Math',
    style: 'italic',
    characters: VARIABLES,
  },
  {
    name: 'transpose',
    whole: 'katex/dist/fonts/KaTeX_SansSerif-Regular.woff2',
    family: 'KaTeX_SansSerif',
    characters: 'T',
  },
  {
    name: 'signs',
    whole: 'katex/dist/fonts/KaTeX_AMS-Regular.woff2',
    family: 'KaTeX_AMS',
    characters: 'R≲≳',
  },
  // Large brackets and operators: a font of another shape would put them in the wrong place, so they are waited for.
  .../** @type {const} */ ([1, 2, 3, 4]).map((size) => ({
    name: `size-${size}`,
    whole: `katex/dist/fonts/KaTeX_Size${size}-Regular.woff2`,
    family: `KaTeX_Size${size}`,
    display: /** @type {const} */ ('block'),
    characters: '()[]{}√∑∏∫',
  })),
];

/**
 * @param {string} first
 * @param {string} last
 */
function between(first, last) {
  const from = first.charCodeAt(0);
  return Array.from({ length: last.charCodeAt(0) - from + 1 }, (_, at) => String.fromCharCode(from + at)).join('');
}

/**
 * Characters as the value of `unicode-range`.
 * @param {string} characters
 */
function rangeOf(characters) {
  const codes = [...new Set(characters)].map((each) => each.codePointAt(0) ?? 0).sort((a, b) => a - b);
  /** @type {[number, number][]} */
  const runs = [];
  for (const code of codes) {
    const last = runs.at(-1);
    if (last?.[1] === code - 1) last[1] = code;
    else runs.push([code, code]);
  }
  const hex = (/** @type {number} */ code) => code.toString(16).toUpperCase();
  return runs.map(([from, to]) => `U+${hex(from)}${to > from ? `-${hex(to)}` : ''}`).join(', ');
}

/**
 * A declaration as the formatter breaks it.
 * @param {string} property
 * @param {string} value
 */
function declaration(property, value) {
  const line = `${property}: ${value};`;
  return line.length > 100 ? `${property}:\n    ${value};` : line;
}

/**
 * The two faces of a font. Of two that hold a character, the browser takes the one named last; but for a character that
 * neither has it would fetch both, so that none is said to be in both where the range of the whole font is known.
 * @param {Font} font
 */
function facesOf({ name, whole, family, style = 'normal', weight = '400', display = 'optional', characters, others }) {
  const face = (/** @type {string} */ url, /** @type {string | undefined} */ range) => `@font-face {
  font-family: "${family}";
  font-style: ${style};
  font-weight: ${weight};
  font-display: ${display};
  src: url("${url}") format("woff2");
${range === undefined ? '' : `  ${declaration('unicode-range', range)}\n`}}
`;
  const rest = others && [...others].filter((each) => !characters.includes(each)).join('');
  return face(whole, rest && rangeOf(rest)) + face(`./${name}.woff2`, rangeOf(characters));
}

const HEAD = `/* Made by \`npm run fonts\`: change scripts/fonts.mjs, not this. */
/* \`optional\`: a font that is not there in time is not swapped in later, so text never moves under the reader's eyes. */
`;

/**
 * Every file of the folder, by its name.
 * @returns {Promise<Map<string, Buffer>>}
 */
export async function makeFonts() {
  const made = new Map([['fonts.css', Buffer.from(HEAD + FONTS.map(facesOf).join(''))]]);
  for (const { name, whole, characters, axes } of FONTS) {
    const font = readFileSync(`node_modules/${whole}`);
    const options = {
      targetFormat: /** @type {const} */ ('woff2'),
      keepFeatures: FEATURES,
      ...(axes && { variationAxes: axes }),
    };
    made.set(`${name}.woff2`, await subset(font, characters, options));
  }
  return made;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  mkdirSync(FOLDER, { recursive: true });
  for (const [name, bytes] of await makeFonts()) {
    writeFileSync(`${FOLDER}/${name}`, bytes);
    console.log(`${name}: ${bytes.length} bytes`);
  }
}
