import { describe, expect, it } from 'vitest';
import { fileOf, importsOf } from '@/build/imports.ts';
import { inputsOf } from '@/build/remembered.ts';

describe('what a remembered figure depends on', () => {
  it('holds the corpus that it is scored on, and the checker', () => {
    const inputs = inputsOf('src/build/figures/held-out.ts');
    expect(inputs).toContain('test/fixtures/heldout/corpus.mjs');
    expect(inputs).toContain('test/fixtures/heldout/cases-stairs.mjs');
    expect(inputs).toContain('src/checker/ladder.ts');
  });

  it('holds what is reached through several files, and no type', () => {
    const inputs = inputsOf('src/islands/directions/cost-curve.ts');
    expect(inputs).toContain('src/checker/bisection.ts');
    expect(inputs).toContain('src/islands/directions/problem.ts');
    expect(inputs).not.toContain('src/islands/directions/cost.ts');
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
    expect(fileOf('../checker/index.ts', 'src/build/api.ts')).toBe('src/checker/index.ts');
    expect(fileOf('@/charts/axis.ts', 'content/index.mdx')).toBe('src/charts/axis.ts');
    expect(fileOf('checker', 'content/tools/_code/figure.ts')).toBe('src/checker/index.ts');
    expect(fileOf('preact', 'src/charts/Key.tsx')).toBeUndefined();
  });
});
