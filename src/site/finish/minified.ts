import { readFileSync } from 'node:fs';
import { minifySync, transformSync } from 'rolldown/utils';

/** A script that is written into a page, or that is a file of its own: its types and comments taken out, then minified. */
export function minified(source: URL): string {
  const { code, errors } = transformSync(source.pathname, readFileSync(source, 'utf8'));
  if (errors.length > 0) throw new Error(`${source.pathname}: ${errors[0].message}`);
  return minifiedText(code);
}

/** A classic script without its comments and spaces. */
export const minifiedText = (script: string): string => minifySync('inline.js', script, { module: false }).code;
