import { ARCHIVE, INSTALL, type Recipe } from './recipe.ts';

export const JAVASCRIPT: readonly Recipe[] = [
  {
    id: 'node',
    title: 'Node',
    text: 'Three lines to a verdict, from an empty folder. This gradient has forgotten the 1/n of the mean.',
    steps: [
      { run: 'npm init -y' },
      { run: INSTALL },
      {
        file: 'check.mjs',
        text: `import { diagnoseGradient, formatReport } from 'gradient-checking';

const loss = (w) => w.reduce((sum, v) => sum + v * v, 0) / w.length;
const gradient = (w) => w.map((v) => 2 * v);

console.log(formatReport(diagnoseGradient(loss, gradient, [1.5, -2.3, 0.7])));
`,
      },
      { run: 'node check.mjs', prints: 'FAIL: The gradient is wrong in 3 of 3 elements. A 1/n forgotten or doubled.' },
    ],
    after: 'The ending `.mjs` makes it a module, whatever `npm init` wrote. It runs on Node 20 and later.',
  },
  {
    id: 'typescript',
    title: 'TypeScript',
    text: 'A module that exports `loss`, `gradient` and `x` is checked from the command line, as it stands. A layer exports `forward`, `vjp` and `x`.',
    steps: [
      { run: 'npm init -y' },
      { run: 'npm pkg set type=module' },
      { run: INSTALL },
      {
        file: 'model.ts',
        text: `interface Weights {
  w: number[];
  b: number;
}

export const x: Weights = { w: [1.5, -2.3], b: 0.7 };
export const loss = ({ w, b }: Weights): number => Math.tanh(w[0] * w[1] + b);

export function gradient({ w, b }: Weights): Weights {
  const slope = 1 - loss({ w, b }) ** 2;
  return { w: [slope * w[1], slope * w[0]], b: slope };
}
`,
      },
      { run: 'npx gradient-check model.ts', prints: 'PASS: The gradient is right: all 3 elements agree' },
    ],
    after:
      'Node reads TypeScript since version 22.18. `npx gradient-check --help` lists the options: `--json` and `--junit FILE` for continuous integration, `--directions N` for a large `x`. The exit code is 0 for *pass*, 1 for *fail*, 2 for *inconclusive*, and 3 where no check could be made.',
  },
  {
    id: 'vitest',
    title: 'vitest',
    text: 'A gradient that was checked once is right until somebody edits the loss. So put the check among your tests.',
    steps: [
      { run: 'npm init -y' },
      { run: `npm install --save-dev vitest ${ARCHIVE}`, fetches: true },
      {
        file: 'gradient.test.js',
        text: `import { expect, test } from 'vitest';
import 'gradient-checking/vitest';

const loss = ([a, b]) => a * a + 3 * a * b;
const gradient = ([a, b]) => [2 * a + 3 * b, 3 * a];

test('the gradient is that of the loss', () => {
  expect(gradient).toBeGradientOf(loss, [1.5, -2.3]);
});
`,
      },
      { run: 'npx vitest run', prints: '1 passed' },
    ],
    after:
      'An *inconclusive* check fails the test, with `.not` as well. Nothing was shown to be right, and the message says what stood in the way.',
  },
  {
    id: 'jest',
    title: 'Jest',
    text: 'The same matcher, for Jest as it is set up by default.',
    steps: [
      { run: 'npm init -y' },
      { run: `npm install --save-dev jest ${ARCHIVE}`, fetches: true },
      {
        file: 'gradient.test.js',
        text: `require('gradient-checking/jest');

const loss = ([a, b]) => a * a + 3 * a * b;
const gradient = ([a, b]) => [2 * a + 3 * b, 3 * a];

test('the gradient is that of the loss', () => {
  expect(gradient).toBeGradientOf(loss, [1.5, -2.3]);
});
`,
      },
      { run: 'npx jest', prints: '1 passed' },
    ],
  },
  {
    id: 'node-test',
    title: 'node:test',
    text: 'The runner that Node has of its own needs nothing else to be installed.',
    steps: [
      { run: 'npm init -y' },
      { run: INSTALL },
      {
        file: 'gradient.test.mjs',
        text: `import { test } from 'node:test';
import { assertGradient } from 'gradient-checking/node';

const loss = ([a, b]) => a * a + 3 * a * b;
const gradient = ([a, b]) => [2 * a + 3 * b, 3 * a];

test('the gradient is that of the loss', () => {
  assertGradient(gradient, loss, [1.5, -2.3]);
});
`,
      },
      { run: 'node --test', prints: 'pass 1' },
    ],
  },
];

/** Followed by a test in a browser. */
export const BROWSER: Recipe = {
  id: 'browser',
  title: 'A browser',
  text: 'One file and no build. A module is loaded over HTTP, so serve the folder: opened as a file, the page may not load it.',
  steps: [
    { save: 'checker.mjs' },
    {
      file: 'index.html',
      text: `<!doctype html>
<pre id="report"></pre>
<script type="module">
  import { diagnoseGradient, formatReport } from './checker.mjs';

  const loss = ([a, b]) => a * a + 3 * a * b;
  const gradient = ([a, b]) => [2 * a + 3 * b, 3 * a];
  const report = diagnoseGradient(loss, gradient, [1.5, -2.3]);
  document.querySelector('#report').textContent = formatReport(report);
</script>
`,
    },
  ],
};
