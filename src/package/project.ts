/** A whole project to take home, as a zip: the package, a model and its test; nothing is fetched to run it. */
import { strToU8, zipSync } from 'fflate';
import { PACKAGE_NAME } from './manifest.ts';
import { ARCHIVE, archive } from './package.ts';

/** The folder that is unpacked. */
const PROJECT_FOLDER = 'gradient-checking-project';
/** The name under which the site serves it. */
export const PROJECT = `${PROJECT_FOLDER}.zip`;

const MODEL = `// A layer of tanh with a mean square on top: the loss, and the gradient written by hand.
const X = [
  [1, 0.5],
  [-0.3, 2],
  [0.8, -1.1],
];
const t = [0.9, -0.4, 0.2];

const outputs = ({ w, b }) => X.map((row) => Math.tanh(row[0] * w[0] + row[1] * w[1] + b));

export const x = { w: [0.6, -1.2], b: 0.1 };

export function loss(p) {
  return outputs(p).reduce((sum, y, i) => sum + (y - t[i]) ** 2, 0) / X.length;
}

export function gradient(p) {
  const slopes = { w: [0, 0], b: 0 };
  outputs(p).forEach((y, i) => {
    const slope = (2 / X.length) * (y - t[i]) * (1 - y * y);
    slopes.w[0] += slope * X[i][0];
    slopes.w[1] += slope * X[i][1];
    slopes.b += slope;
  });
  return slopes;
}
`;

const TEST = `import { test } from 'node:test';
import { assertGradient } from '${PACKAGE_NAME}/node';
import { gradient, loss, x } from './model.js';

test('the gradient is that of the loss', () => {
  assertGradient(gradient, loss, x);
});
`;

const README = `# A gradient and its test

    npm install
    npm test

checks the gradient in model.js. \`npm run check\` prints the whole report. Leave out the 2 / X.length in model.js, and
run it again: the report names the bug.
`;

const MANIFEST = {
  name: PROJECT_FOLDER,
  private: true,
  type: 'module',
  scripts: { test: 'node --test', check: 'gradient-check model.js' },
  devDependencies: { [PACKAGE_NAME]: `file:${ARCHIVE}` },
};

/** The zip: the same bytes whenever it is made of the same sources. */
export async function project(): Promise<Uint8Array> {
  const files = {
    'package.json': strToU8(`${JSON.stringify(MANIFEST, null, 2)}\n`),
    'README.md': strToU8(README),
    'model.js': strToU8(MODEL),
    'model.test.js': strToU8(TEST),
    [ARCHIVE]: await archive(),
  };
  // the first day that a zip can name, in the time zone of no machine
  const mtime = new Date(1980, 0, 1, 12);
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, data]) => [`${PROJECT_FOLDER}/${name}`, data])), {
    mtime,
    level: 9,
  });
}
