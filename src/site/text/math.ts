import katex from 'katex';
import { defineHastPlugin, htmlToHast } from 'satteri';

/** `\\large` and its like: the style sheet has the sizes of text and scripts alone (see `katexFonts`). */
const OTHER_SIZE = /reset-size(?![136] size[136]\b)/;

/** Renders one formula at build time: KaTeX's HTML for the eye, MathML beside it for assistive technology. */
export function renderMath(tex: string, display = false): string {
  const html = katex.renderToString(tex, { displayMode: display, throwOnError: true, strict: 'error' });
  if (OTHER_SIZE.test(html)) throw new Error(`A formula may not set its size: ${tex}`);
  return (
    html
      // An xmlns in HTML means nothing and weighs something.
      .replaceAll(' xmlns="http://www.w3.org/1998/Math/MathML"', '')
      // Search would otherwise read each formula three times: as MathML, as TeX, as glyphs.
      .replaceAll('<span class="katex-mathml">', '<span class="katex-mathml" data-pagefind-ignore>')
  );
}

interface ClassedNode {
  readonly properties?: Record<string, unknown>;
}

const hasClass = (node: ClassedNode, name: string) => [node.properties?.['className'] ?? []].flat().includes(name);

/** Up to here a formula in the text is not broken over two lines. */
const LONGEST_WORD = 28;
const JOINER = '\u2060';

/** The joiners keep a parenthesis before the formula, and a comma or full stop behind it, on its line. */
const inText = (tex: string) =>
  `<span${tex.length <= LONGEST_WORD ? ' class="math-word"' : ''}>${JOINER}${renderMath(tex)}${JOINER}</span>`;

/** A formula that scrolls on a narrow screen must be reachable by keyboard, hence the tabindex. */
const displayed = (tex: string) =>
  `<div class="math-display" tabindex="0" role="group" aria-label="Formula">${renderMath(tex, true)}</div>`;

/** Replaces Markdown's `$…$` and `$$…$$` by rendered math (Sätteri runs no remark or rehype plugin). */
export const mathPlugin = defineHastPlugin({
  name: 'math',
  element: [
    {
      filter: ['pre'],
      visit(node, context) {
        const code = node.children[0];
        if (code?.type !== 'element' || !hasClass(code, 'math-display')) return;
        context.replaceNode(node, fragment(displayed(context.textContent(node))));
      },
    },
    {
      filter: ['code'],
      visit(node, context) {
        if (!hasClass(node, 'math-inline')) return;
        context.replaceNode(node, fragment(inText(context.textContent(node))));
      },
    },
  ],
});

// biome-ignore lint/suspicious/noExplicitAny: satteri types the result by the option it was given, not by its shape.
const fragment = (html: string) => (htmlToHast(html, { fragment: true }) as any).children;
