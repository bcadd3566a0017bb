/** The prose of a page: what a reader reads, without front matter, imports, code, formulas and tags. */
import { globSync, readFileSync } from 'node:fs';

export interface Page {
  /** `content/method/choosing-h.mdx` */
  readonly file: string;
  readonly source: string;
}

export const pages: readonly Page[] = globSync('content/**/*.{md,mdx}')
  .filter((file) => !/(^|\/)_/.test(file))
  .sort()
  .map((file) => ({ file, source: readFileSync(file, 'utf8') }));

/** Names of functions, where no code can be marked as such. */
const IDENTIFIER = /\b[a-z]+[A-Z]\w*/g;

/** Title and description are read as well. */
function frontMatterProse(source: string): string {
  const front = /^---\n([\s\S]*?)\n---\n/.exec(source)?.[1] ?? '';
  return [...front.matchAll(/^(?:title|description): (.*)$/gm)]
    .map(([, text]) => text.replace(IDENTIFIER, ' '))
    .join('\n');
}

/** Takes out everything between balanced braces: expressions of MDX. */
function withoutBraces(text: string): string {
  let depth = 0;
  let out = '';
  for (const mark of text) {
    if (mark === '{') depth++;
    if (depth === 0) out += mark;
    if (mark === '}') depth = Math.max(0, depth - 1);
  }
  return out;
}

export function proseOf(source: string): string {
  const body = source
    .replace(/^---\n[\s\S]*?\n---\n/, '')
    .replace(/^(?:import|export) .*$/gm, '')
    // a heading of the reference is a name of the interface
    .replace(/^#+ \w+\n\n(?=<Api )/gm, '')
    .replace(/```[\s\S]*?```/g, ' ')
    .replace(/\$\$[\s\S]*?\$\$/g, ' ')
    .replace(/\$[^$\n]+\$/g, ' ')
    .replace(/`[^`\n]*`/g, ' ');
  const text = withoutBraces(body)
    .replace(/<[^>]*>/g, ' ')
    .replace(/\]\([^)]*\)/g, ']')
    .replace(/^:::\w*/gm, ' ');
  return `${frontMatterProse(source)}\n${text}`;
}
