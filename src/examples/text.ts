/**
 * What a function shows of itself: the lines that a reader sees are the source of the functions that run.
 *
 * Plain Node takes the text from the function. A bundler rewrites functions, so the build attaches the text before it
 * does (`site/text/shown-text.ts`); both go through `expressionOf`.
 */

// biome-ignore lint/suspicious/noExplicitAny: the text does not depend on what the function takes
export type Shown = ((argument: any) => unknown) & { readonly text?: string };

/**
 * The body of an arrow function on one line, as a reader would write it: the scope `s` that a line reads its names from
 * is left out.
 *
 *     expressionOf('(s) => scale(s.residual, 2 / s.n)') // 'scale(residual, 2 / n)'
 */
export const expressionOf = (source: string): string =>
  source
    .replace(/^\(?\w+\)? =>\s*/, '')
    .replace(/\s+/g, ' ')
    // undo what the formatter adds where it breaks a line
    .replace(/([([]) | (?=[)\].])/g, '$1')
    .replace(/,(?=[)\]]| })/g, '')
    .replace(/^\((\{.*\})\)$/, '$1')
    .replace(/\bs\./g, '');

/** The text of a function that is shown. */
export const textOf = (run: Shown): string => run.text ?? expressionOf(String(run));
