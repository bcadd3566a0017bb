import katex from 'katex';

/**
 * TeX as HTML and MathML; undefined where KaTeX refuses it. The TeX is made from a syntax tree of a closed type, so
 * that it holds nothing of the reader's text but names; even so, KaTeX is told not to trust it.
 */
export function typeset(tex: string): string | undefined {
  try {
    return katex
      .renderToString(tex, { displayMode: true, throwOnError: true, strict: 'ignore', trust: false, maxExpand: 200 })
      .replaceAll(' xmlns="http://www.w3.org/1998/Math/MathML"', '');
  } catch {
    return undefined;
  }
}

/** Shown in place of a formula that is too long to read: its length in signs. */
export function tooLong(signs: number): string {
  const size = signs < 1e15 ? signs.toLocaleString('en-GB') : `about 10^${Math.floor(Math.log10(signs))}`;
  return `too long to show: ${size} signs`;
}
