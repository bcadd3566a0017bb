import path from 'node:path';

export interface Import {
  /** As it is written: `./ladder.ts`, `@/checker/index.ts`, `preact`. */
  readonly specifier: string;
  /** `import type` or `export type`: nothing of it is there when the program runs. */
  readonly typeOnly: boolean;
}

/** What stands for a file in an import: `paths` in tsconfig.json. */
const ALIASES: Readonly<Record<string, string>> = {
  checker: 'src/checker/index.ts',
  random: 'src/sandbox/random.ts',
};

const STATEMENT = /^[ \t]*(?:import|export)\b(\s+type\b(?!\s+from\b))?(?:[^'"`;=]*?\bfrom)?\s*['"]([^'"\n]+)['"]/gm;
const CALL = /\bimport\(\s*['"]([^'"\n]+)['"]\s*\)/g;

/** Every import of a source text (TypeScript, Astro or MDX), in the order of statements, then of calls. */
export function importsOf(text: string): Import[] {
  return [
    ...[...text.matchAll(STATEMENT)].map(([, type, specifier]) => ({ specifier, typeOnly: type !== undefined })),
    ...[...text.matchAll(CALL)].map(([, specifier]) => ({ specifier, typeOnly: false })),
  ];
}

/** The project's file that an import leads to, from the project's folder; undefined for a package. */
export function fileOf(specifier: string, importer: string): string | undefined {
  if (specifier in ALIASES) return ALIASES[specifier];
  const bare = specifier.replace(/\?.*$/, '');
  if (bare.startsWith('@/')) return `src/${bare.slice(2)}`;
  if (!bare.startsWith('.')) return undefined;
  return path.posix.join(path.posix.dirname(importer), bare);
}
