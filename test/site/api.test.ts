import { readdirSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import * as checker from '@/checker/index.ts';
import { type ApiEntry, api } from '@/site/reference/api.ts';
import { inlineHtml } from '@/site/text/inline-html.ts';
import { runCell } from '@/site/text/run-cell.ts';

const TOOLS = 'content/tools/';
const EXAMPLES = `${TOOLS}_code/`;
const shown = readdirSync(TOOLS)
  .filter((file) => file.endsWith('.mdx'))
  .flatMap((file) => [...readFileSync(TOOLS + file, 'utf8').matchAll(/^#+ (\w+)\n\n<Api of="(\w+)" \/>/gm)]);
let entries: ReadonlyMap<string, ApiEntry>;

beforeAll(async () => {
  entries = await api();
}, 60_000);

describe('the reference', () => {
  it('shows every name that the checker exports, once, under a heading of that name', () => {
    expect(shown.map(([, , name]) => name).sort()).toEqual([...entries.keys()].sort());
    expect(shown.filter(([, heading, name]) => heading !== name)).toEqual([]);
  });

  it('has a declaration for every name, and words for every function', () => {
    for (const { name, signature, isFunction, paragraphs } of entries.values()) {
      expect(signature, name).toContain(name);
      if (isFunction) expect(paragraphs, name).not.toEqual([]);
    }
  });

  it('has an example of every function, the error and the schemes that uses it and prints something', async () => {
    const functions = Object.keys(checker).filter((name) => entries.get(name)?.isFunction);
    expect(functions.length).toBeGreaterThan(10);
    for (const name of [...functions, 'CheckError', 'SCHEMES']) {
      const code = readFileSync(`${EXAMPLES}${name}.ts`, 'utf8');
      expect(code.replace(/^import.*$/m, ''), name).toContain(name);
      const lines = await runCell(code, name);
      expect(
        lines.map(({ level }) => level),
        name,
      ).toEqual(lines.map(() => 'log'));
      expect(lines, name).not.toEqual([]);
    }
  });
});

describe('the marks of a comment', () => {
  it('become HTML, and nothing else does', () => {
    expect(inlineHtml('`a < b` is *not* 2 * 3 * 4 & <b>')).toBe(
      '<code>a &lt; b</code> is <em>not</em> 2 * 3 * 4 &amp; &lt;b&gt;',
    );
  });
});
