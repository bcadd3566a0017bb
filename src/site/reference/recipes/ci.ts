/** A check for every shape, for the page on continuous integration. Followed by the test of the other recipes. */
import { ARCHIVE, type Recipe } from './recipe.ts';

const LAYER = `// y = x Wᵀ + b, for a batch of rows
export const forward = ({ x, W, b }) =>
  x.map((row) => W.map((w, k) => row.reduce((sum, a, j) => sum + a * w[j], b[k])));

// from the gradient v by y, the gradients by x, W and b
export const backward = ({ x, W }, v) => ({
  x: x.map((row, i) => row.map((_, j) => W.reduce((sum, w, k) => sum + v[i][k] * w[j], 0))),
  W: W.map((w, k) => w.map((_, j) => x.reduce((sum, row, i) => sum + v[i][k] * row[j], 0))),
  b: W.map((_, k) => v.reduce((sum, row) => sum + row[k], 0)),
});
`;

const TEST = `import { test } from 'node:test';
import fc from 'fast-check';
import { assertVjp } from 'gradient-checking/node';
import { backward, forward } from './layer.mjs';

// numbers from -2 to 2, the same ones for the same seed
const numbers = (seed) => () => {
  seed = (1664525 * seed + 1013904223) % 2 ** 32;
  return seed / 2 ** 30 - 2;
};
const size = fc.integer({ min: 1, max: 4 });
const anySeed = fc.integer({ min: 0 });

test('the backward pass is right in every shape', () => {
  fc.assert(
    fc.property(size, size, size, anySeed, (batch, inputs, outputs, seed) => {
      const next = numbers(seed);
      const vector = (n) => Array.from({ length: n }, next);
      const matrix = (m, n) => Array.from({ length: m }, () => vector(n));
      assertVjp(backward, forward, {
        x: matrix(batch, inputs),
        W: matrix(outputs, inputs),
        b: vector(outputs),
      });
    }),
    { seed: Number(process.env.SEED ?? 1), numRuns: 20 },
  );
});
`;

export const CI: readonly Recipe[] = [
  {
    id: 'shapes',
    title: 'Shapes drawn at random',
    text: 'With Node’s own runner and `fast-check`; vitest and Jest take the same.',
    steps: [
      { run: 'npm init -y' },
      { run: `npm install --save-dev fast-check ${ARCHIVE}`, fetches: true },
      { file: 'layer.mjs', text: LAYER },
      { file: 'layer.test.mjs', text: TEST },
      { run: 'SEED=7 node --test', prints: 'pass 1' },
    ],
  },
];
