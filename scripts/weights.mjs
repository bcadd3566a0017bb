// @ts-check
// `npm run weights`: measures what each page of dist/ loads before any interaction, and records it, so that the next
// change is printed against it. Build first.
import { run } from './run.mjs';

process.exit(
  await run('vitest', ['run', '--project', 'e2e', 'test/e2e/pages-', '-t', 'budget', '--no-file-parallelism'], {
    RECORD_WEIGHTS: '1',
  }),
);
