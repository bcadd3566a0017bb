import type { Transform } from './built.ts';

/** A word of a program, with its colours in the dark and in the light theme. */
const WORD = /<span style="(--0[^"]*)">/g;

/**
 * Expressive Code writes both colours of every word of a program into a style attribute: seven thousand of six kinds on
 * the list of bugs, a third of its HTML, and each an inline style for the browser to parse. They become classes, named in
 * the order of their appearance and defined once in the head.
 */
export const coloursAsClasses: Transform = (html) => {
  const names = new Map<string, string>();
  const text = html.replace(WORD, (_, style: string) => {
    const name = names.get(style) ?? `hue${names.size}`;
    names.set(style, name);
    return `<span class="hue ${name}">`;
  });
  if (names.size === 0) return html;
  const rules = [...names].map(([style, name]) => `.${name}{${style}}`);
  return text.replace('</head>', () => `<style>${rules.join('')}</style></head>`);
};

const BY_STYLE = "span[style^='--']:not([class])";

/**
 * The style sheet of Expressive Code, which finds the words by their style attributes, finds them by their class.
 *
 * @throws when the style sheet has changed
 */
export const colouredByClass: Transform = (css) => {
  if (!css.includes(BY_STYLE)) throw new Error("Expressive Code's style sheet has changed: see colouredByClass");
  return css.replaceAll(BY_STYLE, '.hue');
};
