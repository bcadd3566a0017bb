/**
 * The text of functions: the lines that a reader sees are the source of the functions that run.
 *
 * Plain Node takes the source from the function. A bundler rewrites functions, so the build attaches the source before
 * it does (`site/text/shown-text.ts`).
 */

// biome-ignore lint/suspicious/noExplicitAny: the text does not depend on what the function takes
export type Sourced = ((argument: any) => unknown) & { readonly source?: string };

/** Takes off the indentation that code has from the place where it stands. */
export function dedent(code: string): string {
  const [first, ...rest] = code.split('\n');
  // a body that begins on a line of its own is indented once more
  const margins = rest.filter((line) => line !== '').map((line) => line.search(/\S/));
  const margin = Math.min(...margins) - (first.endsWith('=>') ? 2 : 0);
  return [first, ...rest.map((line) => line.slice(margin))].join('\n');
}

/** The whole function as it is written: `(x) => [...x]`. */
export const sourceOf = (run: Sourced): string => run.source ?? dedent(String(run));

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
    // undo the brackets and commas that the formatter adds where it breaks a line
    .replace(/([([]) | (?=[)\].])/g, '$1')
    .replace(/,(?=[)\]]| })/g, '')
    .replace(/^\((\{.*\})\)$/, '$1')
    .replace(/\bs\./g, '');

/** What a function of one argument computes, on one line. */
export const textOf = (run: Sourced): string => expressionOf(sourceOf(run));
