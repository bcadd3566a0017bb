// @ts-check
// `npm test`: builds the site, then runs every test (units, properties, and a real browser against the built files).
// Ends with the line `N passed, N failed`. SKIP_BUILD=1 tests the dist/ that is there.
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { run } from './run.mjs';

const RESULT = 'test-results/results.json';

if (process.env.SKIP_BUILD !== '1') {
  const built = await run('astro', ['build'], { ASTRO_TELEMETRY_DISABLED: '1' });
  if (built !== 0) {
    console.log('The build failed, so no test was run.\n0 passed, 1 failed');
    process.exit(1);
  }
}

rmSync(RESULT, { force: true });
const code = await run('vitest', [
  'run',
  '--reporter=default',
  '--reporter=json',
  '--reporter=./scripts/second-runs.mjs',
  `--outputFile.json=${RESULT}`,
  ...process.argv.slice(2),
]);
if (!existsSync(RESULT)) {
  console.log(`The tests ended with code ${code} before their result was written.\n0 passed, 1 failed`);
  process.exit(1);
}
const { numPassedTests, numFailedTests, numPendingTests, numFailedTestSuites } = JSON.parse(
  readFileSync(RESULT, 'utf8'),
);
// A file that fails to load has no failed test of its own, and must not read as none failed.
const failed = Math.max(numFailedTests, numFailedTestSuites > 0 && numFailedTests === 0 ? numFailedTestSuites : 0);
console.log(`${numPassedTests} passed, ${failed} failed${numPendingTests > 0 ? `, ${numPendingTests} skipped` : ''}`);
process.exit(code !== 0 || failed > 0 ? 1 : 0);
