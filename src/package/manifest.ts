/** The package.json of the package. */
import { readFileSync } from 'node:fs';
import { COMMAND, ENTRIES, type Entry, isThere } from './entries.ts';

export const PACKAGE_NAME = 'gradient-checking';

/** Where a source is in the package: as in `src`, so that modules import each other by the same paths. */
export const scriptOf = ({ source }: { readonly source: string }): string => `./${source.replace(/\.ts$/, '.js')}`;

/** The name that an entry has in the folder `commonjs`. */
export const commonJsName = ({ name }: Entry): string => name.slice(2) || 'index';

const withTypes = (script: string) => ({ types: script.replace(/\.(c?)js$/, '.d.$1ts'), default: script });

const exportOf = (entry: Entry) =>
  entry.commonJs
    ? { import: withTypes(scriptOf(entry)), require: withTypes(`./commonjs/${commonJsName(entry)}.cjs`) }
    : withTypes(scriptOf(entry));

/** The fields of package.json; the version is that of the site, which serves it. */
export function manifest(): object {
  const { version, license } = JSON.parse(readFileSync('package.json', 'utf8'));
  return {
    name: PACKAGE_NAME,
    version,
    description:
      'Checks a hand-written gradient or vector-Jacobian product: which element is wrong, why, and how sure that is.',
    keywords: ['gradient', 'gradient checking', 'derivative', 'backpropagation', 'vjp', 'finite differences', 'test'],
    license,
    type: 'module',
    sideEffects: false,
    engines: { node: '>=20' },
    exports: {
      ...Object.fromEntries(ENTRIES.map((entry) => [entry.name, exportOf(entry)])),
      './package.json': './package.json',
    },
    // for TypeScript's older way of finding modules, which does not read `exports`
    main: './commonjs/index.cjs',
    types: './checker/index.d.ts',
    ...(isThere(COMMAND) && { bin: { [COMMAND.name]: scriptOf(COMMAND) } }),
    // only their types are used; a project that tests with one of them has it
    peerDependencies: { expect: '>=29', vitest: '>=3' },
    peerDependenciesMeta: { expect: { optional: true }, vitest: { optional: true } },
  };
}
