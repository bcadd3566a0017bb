// @ts-check
// `npm run package`: writes the package to take home to package/, as npm installs and publishes it.
import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { packageFiles } from '../src/package/package.ts';

await rm('package', { recursive: true, force: true });
for (const [name, text] of await packageFiles()) {
  const file = path.join('package', name);
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, text);
}
console.log('package/ is written: npm install ./package, or npm publish ./package');
