// @ts-check
// `npm run fonts`: cuts the fonts of a first visit out of the whole ones: the characters that the site's own text is
// written in, and the weights it uses. Most are as small as what a server sends before it waits for an answer. Another
// character, of a reader's own, has the browser fetch the whole font.
// Writes src/site/styles/fonts/: the files, and the style sheet that names them. A test makes them again and compares.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
// @ts-expect-error it has no types
import subset from 'subset-font';

const FOLDER = 'src/site/styles/fonts';
const ASCII = between(' ', '~');
const SMALL = between('a', 'z');
/** What running text, labels and tables hold besides. */
const TEXT = `${ASCII}\u00a0\u2060±°²³¹½×·–—‖‘’“”…′″−⁰⁴⁵⁶⁷⁸⁹⁻ⁿ▬●✓✗∂ΣλπςéÉöüçñ≈≤≥→`;
const FORMULA = `${between(' ', '?')}INRLU[]{|}${SMALL}\u00a0\u200b\ue020±×…′→∂∇∈−∘∞∣∥≈≡≠≤≥≪≫⊙⊥⋅⋯⟹√`;
const VARIABLES = `ABCDEFGHKLMNOPSTWXYZ${SMALL}αδεηθλμπστφ`;
/** @typedef {readonly (readonly [from: number, to: number])[]} Range of code points */
/** What Fontsource's own files of Latin text cover. @type {Range} */
const LATIN = [
  [0x0, 0xff],
  [0x131, 0x131],
  [0x152, 0x153],
  [0x2c6, 0x2c6],
  [0x2da, 0x2da],
  [0x2dc, 0x2dc],
  [0x2000, 0x206f],
  [0x20ac, 0x20ac],
  [0x2122, 0x2122],
  [0x2191, 0x2191],
  [0x2193, 0x2193],
  [0x2215, 0x2215],
];
/** @type {Range} */
const ANY = [[0x0, 0x10ffff]];

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
 * @property {Range} [covers] what the whole font is asked for; default: any character
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
    covers: LATIN,
  },
  {
    name: 'serif-italic',
    whole: `${SOURCE}serif-4/files/source-serif-4-latin-wght-italic.woff2`,
    family: 'Source Serif 4 Variable',
    style: 'italic',
    characters: TEXT,
    axes: REGULAR,
    covers: LATIN,
  },
  {
    name: 'sans',
    whole: `${SOURCE}sans-3/files/source-sans-3-latin-wght-normal.woff2`,
    family: 'Source Sans 3 Variable',
    weight: '400 700',
    characters: TEXT,
    axes: WEIGHTS,
    covers: LATIN,
  },
  {
    name: 'code',
    whole: `${SOURCE}code-pro/files/source-code-pro-latin-wght-normal.woff2`,
    family: 'Source Code Pro Variable',
    characters: TEXT,
    axes: REGULAR,
    covers: LATIN,
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
 * @param {string} characters
 * @returns {Range}
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
  return runs;
}

/**
 * What of a range is not in another.
 * @param {Range} range
 * @param {Range} other
 * @returns {Range}
 */
function without(range, other) {
  return range.flatMap(([from, to]) => {
    /** @type {[number, number][]} */
    const left = [];
    let next = from;
    for (const [first, last] of other) {
      if (last < next || first > to) continue;
      if (first > next) left.push([next, first - 1]);
      next = last + 1;
    }
    if (next <= to) left.push([next, to]);
    return left;
  });
}

/**
 * A range as the value of `unicode-range`.
 * @param {Range} range
 */
function textOf(range) {
  const hex = (/** @type {number} */ code) => code.toString(16).toUpperCase();
  return range.map(([from, to]) => `U+${hex(from)}${to > from ? `-${hex(to)}` : ''}`).join(', ');
}

/**
 * The two faces of a font. No character is in both: a browser that has waited in vain for the one would fetch the other.
 * @param {Font} font
 */
function facesOf({
  name,
  whole,
  family,
  style = 'normal',
  weight = '400',
  display = 'optional',
  characters,
  covers = ANY,
}) {
  const face = (/** @type {string} */ url, /** @type {Range} */ range, /** @type {string} */ display) => `@font-face {
  font-family: "${family}";
  font-style: ${style};
  font-weight: ${weight};
  font-display: ${display};
  src: url("${url}") format("woff2");
  unicode-range: ${textOf(range)};
}
`;
  const cut = rangeOf(characters);
  return face(whole, without(covers, cut), 'swap') + face(`./${name}.woff2`, cut, display);
}

const HEAD = `/* Made by \`npm run fonts\`: change scripts/fonts.mjs, not this. */
/* \`optional\`: a part that is not there in time is not swapped in later, so text never moves under the reader's eyes. */
/* \`swap\`: the whole is fetched for a reader's own words, where a late letter is better than one of another font. */
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
