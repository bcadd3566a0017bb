import { describe, expect, it } from 'vitest';
import { fileOf, importsOf } from '@/remembered/imports.ts';
import { inputsOf } from '@/remembered/remembered.ts';

describe('what a remembered figure depends on', () => {
  it('holds the corpus that it is scored on, and the checker', () => {
    const inputs = inputsOf('src/lessons/accuracy/held-out.ts');
    expect(inputs).toContain('corpus/heldout/corpus.mjs');
    expect(inputs).toContain('corpus/heldout/cases-stairs.mjs');
    expect(inputs).toContain('src/checker/slope/ladder.ts');
  });

  it('holds what is reached through several files, and no type', () => {
    const inputs = inputsOf('src/lessons/directions/cost-curve.ts');
    expect(inputs).toContain('src/checker/directions/bisection.ts');
    expect(inputs).toContain('src/lessons/directions/problem.ts');
    expect(inputs).not.toContain('src/lessons/directions/cost.ts');
  });
});

describe('an import', () => {
  const specifiers = (text: string) => importsOf(text).map(({ specifier }) => specifier);

  it('is found as a statement over one line or several, as an export, for its effect, and as a call', () => {
    expect(specifiers("import { a } from './a.ts';\nimport {\n  b,\n  c,\n} from '../b.ts';")).toEqual([
      './a.ts',
      '../b.ts',
    ]);
    expect(specifiers("export * from './a.ts';\nimport './b.css';\nconst c = () => import('./c.ts');")).toEqual([
      './a.ts',
      './b.css',
      './c.ts',
    ]);
  });

  it('is not taken from a text or from another statement', () => {
    expect(specifiers("export const from = 'a';\n// import { b } from './b.ts'\nimport.meta.url;")).toEqual([]);
  });

  it('of types alone is told from one of values', () => {
    expect(importsOf("import type { A } from './a.ts';\nimport { type B, b } from './b.ts';")).toEqual([
      { specifier: './a.ts', typeOnly: true },
      { specifier: './b.ts', typeOnly: false },
    ]);
  });

  it('leads to a file of the project, or to a package', () => {
    expect(fileOf('../../checker/index.ts', 'src/site/reference/api.ts')).toBe('src/checker/index.ts');
    expect(fileOf('@/charts/axes/axis.ts', 'content/index.mdx')).toBe('src/charts/axes/axis.ts');
    expect(fileOf('checker', 'content/tools/_code/titleOf.ts')).toBe('src/checker/index.ts');
    expect(fileOf('preact', 'src/charts/figure/Key.tsx')).toBeUndefined();
  });
});
