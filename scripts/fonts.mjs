// @ts-check
// `npm run fonts`: cuts the fonts of a first visit out of the whole ones, so that they hold the characters and the
// weights that the site is written in. Build first: a browser reads the characters from the pages of dist/. For any
// other character, one of a reader's own, the browser fetches the whole font.
// Writes src/site/styles/fonts/: the files, and the style sheet that names them and their characters. A test cuts them
// again from these characters and compares; the test of weights tells which page asks for a whole font.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
// @ts-expect-error it has no types
import subset from 'subset-font';
import { launch } from '../test/e2e/support/browser.ts';
import { FONTS } from './font-list.mjs';
import { serve } from './serve.mjs';

const FOLDER = 'src/site/styles/fonts';
/** Kerning, ligatures and the four kinds of figures; small capitals, fractions and the like are not used. */
const FEATURES = ['kern', 'liga', 'lnum', 'onum', 'pnum', 'tnum'];

/**
 * The code points of a `unicode-range`.
 * @param {string} range
 */
const codesOf = (range) =>
  [...range.matchAll(/U\+(\w+)(?:-(\w+))?/g)].flatMap(([, first, last = first]) => {
    const from = Number.parseInt(first, 16);
    return Array.from({ length: Number.parseInt(last, 16) - from + 1 }, (_, index) => from + index);
  });

/**
 * Code points as the value of `unicode-range`.
 * @param {Iterable<number>} codes
 */
function rangeOf(codes) {
  /** @type {[number, number][]} */
  const runs = [];
  for (const code of [...new Set(codes)].sort((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last?.[1] === code - 1) last[1] = code;
    else runs.push([code, code]);
  }
  const hex = (/** @type {number} */ code) => code.toString(16).toUpperCase();
  return runs.map(([from, to]) => `U+${hex(from)}${to > from ? `-${hex(to)}` : ''}`).join(', ');
}

/**
 * The two faces of a font. No character is in both, or a browser that has waited in vain for one would fetch the other.
 * @param {import('./font-list.mjs').Font} font
 * @param {ReadonlySet<number>} held
 */
function facesOf({ name, whole, family, style = 'normal', weight = '400', display = 'optional', covers }, held) {
  const face = (/** @type {string} */ url, /** @type {Iterable<number>} */ codes, /** @type {string} */ display) =>
    `@font-face {
  font-family: "${family}";
  font-style: ${style};
  font-weight: ${weight};
  font-display: ${display};
  src: url("${url}") format("woff2");
  unicode-range: ${rangeOf(codes)};
}
`;
  const others = codesOf(covers).filter((code) => !held.has(code));
  return face(whole, others, 'swap') + face(`./${name}.woff2`, held, display);
}

const HEAD = `/* Made by \`npm run fonts\`: change scripts/fonts.mjs, not this. */
/* \`optional\`: a part that is not there in time is not swapped in later, so text never moves under the reader's eyes. */
/* \`swap\`: the whole is fetched for a reader's own words, where a late letter is better than one of another font. */
`;

/**
 * Every file of the folder, by its name.
 * @param {ReadonlyMap<string, ReadonlySet<number>>} held the code points of each font, by its name
 * @returns {Promise<Map<string, Buffer>>}
 */
export async function makeFonts(held) {
  const css = FONTS.map((font) => facesOf(font, held.get(font.name) ?? new Set()));
  const made = new Map([['fonts.css', Buffer.from(HEAD + css.join(''))]]);
  for (const { name, whole, axes } of FONTS) {
    const text = [...(held.get(name) ?? [])].map((code) => String.fromCodePoint(code)).join('');
    const options = {
      targetFormat: /** @type {const} */ ('woff2'),
      keepFeatures: FEATURES,
      // The fonts of the text have no hints. KaTeX's weigh as much as its outlines, for screens of few dots alone.
      noHinting: true,
      ...(axes && { variationAxes: axes }),
    };
    made.set(`${name}.woff2`, await subset(readFileSync(`node_modules/${whole}`), text, options));
  }
  return made;
}

/** The code points that each font holds now, by its name: as the style sheet says. */
export const recorded = () =>
  new Map(
    [...readFileSync(`${FOLDER}/fonts.css`, 'utf8').matchAll(/"\.\/([\w-]+)\.woff2"[^}]*unicode-range: ([^;]*)/g)].map(
      ([, name, range]) => [name, new Set(codesOf(range))],
    ),
  );

/** The code points of every page of dist/, by the name of the font that draws them. */
async function collected() {
  const { url, close } = await serve('dist');
  const browser = await launch();
  const page = await browser.newPage({ serviceWorkers: 'block' });
  // A browser measures a line by the face that has the space, whether or not the font draws one.
  const held = new Map(FONTS.map(({ name, always }) => [name, new Set(codesOf(`U+20, ${always}`))]));
  for (const file of readdirSync('dist', { recursive: true, encoding: 'utf8' })) {
    if (!file.endsWith('.html')) continue;
    await page.goto(url + file, { waitUntil: 'networkidle' });
    const texts = await page.evaluate(() => {
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      const texts = [];
      while (walker.nextNode()) {
        const element = walker.currentNode.parentElement;
        if (element === null || element.closest('script, style, .katex-mathml')) continue;
        const { fontFamily, fontStyle, fontWeight } = getComputedStyle(element);
        // Bold letters of KaTeX are a font of their own.
        const family = fontFamily.split(',')[0].replaceAll('"', '') + (/^"?KaTeX/.test(fontFamily) ? fontWeight : '');
        texts.push({ family, style: fontStyle, text: walker.currentNode.nodeValue ?? '' });
      }
      return texts;
    });
    for (const { family, style, text } of texts) {
      const font = FONTS.find(
        (each) => family.replace(/400$/, '') === each.family && (each.style ?? 'normal') === style,
      );
      for (const each of text) if (font && each >= ' ') held.get(font.name)?.add(each.codePointAt(0) ?? 0);
    }
  }
  await browser.close();
  await close();
  return held;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  mkdirSync(FOLDER, { recursive: true });
  for (const [name, bytes] of await makeFonts(await collected())) {
    writeFileSync(`${FOLDER}/${name}`, bytes);
    console.log(`${name}: ${bytes.length} bytes`);
  }
}
