import type { KnipConfig } from 'knip';

/** The import statements of a chapter; the rest of MDX is prose. */
const imports = (text: string) => [...text.matchAll(/^import[\s\S]*?from\s+['"][^'"]+['"];?$/gm)].join('\n');

export default {
  entry: [
    'content/**/*.mdx',
    'src/pages/**/*.{astro,ts}',
    'src/site/text/route-data.ts',
    'src/sandbox/{runtime,python}.worker.ts',
    'src/islands/run/client-turn.ts', // named by path in astro.config.mjs
    'src/site/finish/scripts/*.ts', // read as text, or named in src/site/finish/starlight-scripts.ts
    // Shown as text, and run by the reader.
    'src/lessons/playground/templates/*.ts',
    'src/site/components/{Head,Live}.astro',
    'src/checker/textbook/index.ts', // bundled by src/site/reference/take-home.ts, which names it by path
    'src/command/{cli,thread}.ts', // the program itself, and the thread that it starts by its address
    'test/command/children/*.mjs', // programs that tests start
    'src/matchers/{vitest,jest,node}.ts', // entries of the package: src/package/entries.ts names them by path
    // What a module offers to its readers, whether or not this site uses all of it.
    'src/{checker,expression,examples,failures}/index.ts',
    'scripts/*.mjs',
    'scripts/mutants/{run,tests}.mjs', // the thread of tests is started by its address
    'test/**/*.test.{ts,tsx}',
  ],
  project: ['src/**/*.{ts,tsx,astro}', 'content/**/*.mdx', 'scripts/**/*.mjs', 'bench/**/*.ts', 'test/**/*.{ts,tsx}'],
  ignoreBinaries: [/^g\+\+$/], // of the system, where it has one
  compilers: { mdx: imports },
  // A type may be named for its readers alone.
  exclude: ['types'],
  ignoreExportsUsedInFile: true,
  ignoreDependencies: [
    '@arethetypeswrong/cli', // these two are run by the tests of the package
    'jest',
    '@cowasm/.*', // files of these are packed by src/site/python
    'python-wasm',
    '@astrojs/mdx', // Starlight takes it; named here to fix its version
    '@fontsource-variable/.*', // in fonts.css, by url(), and in scripts/fonts.mjs, as files
  ],
} satisfies KnipConfig;
