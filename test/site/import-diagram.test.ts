import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fileOf, importsOf } from '@/remembered/imports.ts';

/** Folder of the diagram that a file belongs to: `checker` for what is in `src/checker`, else the outermost folder. */
function folderOf(file: string): string | undefined {
  const [first, second, ...rest] = file.split('/');
  if (first === 'src') return rest.length > 0 ? second : undefined;
  return second === undefined ? undefined : first;
}

const sources = ['src', 'content', 'corpus'].flatMap((root) =>
  readdirSync(root, { recursive: true, encoding: 'utf8' })
    .map((file) => `${root}/${file.replaceAll('\\', '/')}`)
    .filter((file) => /\.(ts|tsx|astro|mdx|mjs)$/.test(file)),
);

/** Every import that leads from one folder to another, as `from --> to`, with the files that have it. */
function edgesOf(files: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const edges = new Map<string, string[]>();
  for (const file of files) {
    for (const { specifier } of importsOf(readFileSync(file, 'utf8'))) {
      const target = fileOf(specifier, file);
      if (target === undefined || !existsSync(target)) continue;
      const [from, to] = [folderOf(file), folderOf(target)];
      if (from === undefined || to === undefined || from === to) continue;
      edges.set(`${from} --> ${to}`, [...(edges.get(`${from} --> ${to}`) ?? []), file]);
    }
  }
  return edges;
}

/** The arrows of the diagram: `a --> b & c` is two of them. */
function arrowsOf(diagram: string): string[] {
  return [...diagram.matchAll(/^ *(\w+) --> (.+)$/gm)].flatMap(([, from, targets]) =>
    targets.split('&').map((to) => `${from} --> ${to.trim()}`),
  );
}

const [, diagram] = /```mermaid\n([\s\S]*?)```/.exec(readFileSync('CONTRIBUTING.md', 'utf8')) ?? [];
const arrows = arrowsOf(diagram);
const edges = edgesOf(sources);

describe('the diagram of imports in CONTRIBUTING.md', () => {
  it('has an arrow for every import between folders', () => {
    expect([...edges].filter(([edge]) => !arrows.includes(edge))).toEqual([]);
  });

  it('has no arrow that no import follows', () => {
    expect(arrows.filter((arrow) => !edges.has(arrow))).toEqual([]);
  });

  it('points one way', () => {
    const reached = (from: string): string[] =>
      arrows
        .filter((arrow) => arrow.startsWith(`${from} -->`))
        .flatMap((arrow) => {
          const [, to] = arrow.split(' --> ');
          return [to, ...reached(to)];
        });
    for (const folder of new Set(arrows.map((arrow) => arrow.split(' --> ')[0]))) {
      expect(reached(folder)).not.toContain(folder);
    }
  });
});

/** The packages that each folder may use; a folder that is not listed here may use every package. */
const PACKAGES: Readonly<Record<string, RegExp>> = {
  command: /^node:/,
  checker: /^$/,
  matchers: /^(vitest|@jest\/globals|node:assert)$/, // each of the runners that is asked for
  expression: /^mathjs$/,
  examples: /^$/,
  failures: /^fflate$/, // unpacks .npz
  corpus: /^$/,
  input: /^$/,
  remembered: /^node:/,
  lessons: /^(d3|katex|@lezer\/javascript|checker|gradient-checking(\/vitest)?|random|vitest|node:.*)$/, // the last are what shown programs import
  charts: /^(d3|preact(\/.*)?)$/,
  python: /^$/,
  sandbox: /^(sucrase|virtual:python-pack)$/,
  islands: /^(preact(\/.*)?|@codemirror\/.*|@lezer\/highlight)$/,
};

describe('packages', () => {
  it.each(Object.entries(PACKAGES))('%s imports no others than its own', (folder, allowed) => {
    const foreign = sources
      .filter((file) => folderOf(file) === folder)
      .flatMap((file) => importsOf(readFileSync(file, 'utf8')).map(({ specifier }) => ({ file, specifier })))
      .filter(({ specifier }) => !/^(\.|@\/)/.test(specifier) && !allowed.test(specifier));
    expect(foreign).toEqual([]);
  });

  it.each([
    'checker',
    'command',
    'expression',
    'examples',
    'failures',
    'lessons',
    'input',
    'remembered',
    'python',
    'sandbox',
    'corpus',
  ])('%s draws nothing', (folder) => {
    const drawn = sources.filter((file) => folderOf(file) === folder && /\.(tsx|astro)$/.test(file));
    expect(drawn).toEqual([]);
  });
});

describe('the core of the command', () => {
  it('reads no file, starts no program and knows no terminal', () => {
    const core = sources.filter((file) => file.startsWith('src/command/core/'));
    const used = core.flatMap((file) =>
      importsOf(readFileSync(file, 'utf8'))
        .map(({ specifier }) => fileOf(specifier, file) ?? specifier)
        .filter((target) => !/^src\/(command\/core\/|checker\/index\.ts$)/.test(target)),
    );
    expect(core).not.toEqual([]);
    expect([...new Set(used)]).toEqual(['node:util']); // which reads options
  });
});

describe('what is built', () => {
  it('uses nothing of the tests', () => {
    const files = sources.flatMap((file) =>
      importsOf(readFileSync(file, 'utf8')).flatMap(({ specifier }) => fileOf(specifier, file) ?? []),
    );
    expect(files.filter((file) => file.startsWith('test/'))).toEqual([]);
  });
});
