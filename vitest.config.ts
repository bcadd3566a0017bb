import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { shownText } from './src/site/text/shown-text.ts';
import { LongestFirst } from './test/longest-first.ts';

export default defineConfig({
  plugins: [shownText()],
  resolve: { tsconfigPaths: true },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          environment: 'node',
          include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
          exclude: ['test/e2e/**'],
          setupFiles: 'test/seed.ts',
          // by itself Vitest leaves one core free
          maxWorkers: availableParallelism(),
          // a bound on what never ends; what takes long takes ten times as long on a busy machine
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          environment: 'node',
          include: ['test/e2e/**/*.test.ts'],
          // what is waited for comes late on a busy machine, not never
          testTimeout: 180_000,
          hookTimeout: 180_000,
          expect: { poll: { timeout: 20_000 } },
          // one browser a worker, and playwright loaded once: every test opens a context of its own
          isolate: false,
          globalSetup: 'test/e2e/support/unpack.ts',
          // on two cores: a test waits now and then, and its browser with it
          maxWorkers: 3,
          sequence: { groupOrder: 1 },
          // the last resort of continuous integration, which names every test that needed it
          retry: process.env['RETRY'] === '1' ? 1 : 0,
        },
      },
    ],
  },
});
