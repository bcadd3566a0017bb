/** The package to take home: its files, and the archive of them that npm installs. */
import { readFileSync } from 'node:fs';
import { gzipSync } from 'fflate';
import { createTar } from 'nanotar';
import { bundle } from './bundle.ts';
import { COMMAND, ENTRIES, SOURCES } from './entries.ts';
import { commonJsName, manifest, PACKAGE_NAME, scriptOf } from './manifest.ts';

/** The name under which the site serves the archive. */
export const ARCHIVE = `${PACKAGE_NAME}.tgz`;

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/** One script a source, as they are in `src`, with its declarations beside it. */
async function modules(): Promise<ReadonlyMap<string, string>> {
  const [{ files }] = await bundle({ input: SOURCES, contents: 'both' }, [
    { preserveModules: true, preserveModulesRoot: 'src', entryFileNames: '[name].js' },
  ]);
  return files;
}

/** The same for `require`: a script an entry, and what they share. */
async function commonJs(): Promise<ReadonlyMap<string, string>> {
  const entries = ENTRIES.filter((entry) => entry.commonJs);
  const input = Object.fromEntries(entries.map((entry) => [commonJsName(entry), `src/${entry.source}`]));
  const names = { entryFileNames: 'commonjs/[name].cjs', chunkFileNames: 'commonjs/shared/[name].cjs' };
  const [scripts] = await bundle({ input, contents: 'scripts' }, [{ ...names, format: 'cjs', exports: 'named' }]);
  const [declarations] = await bundle({ input, contents: 'declarations' }, [names]);
  return new Map([...scripts.files, ...declarations.files]);
}

let made: Promise<ReadonlyMap<string, string>> | undefined;

/** The text of every file of the package, by its path in it. Made once, however often it is asked for. */
export function packageFiles(): Promise<ReadonlyMap<string, string>> {
  made ??= make();
  return made;
}

async function make(): Promise<ReadonlyMap<string, string>> {
  const files = new Map([
    ['package.json', json(manifest())],
    ['README.md', readFileSync('src/package/README.md', 'utf8')],
    ['LICENSE', readFileSync('LICENSE', 'utf8')],
    // A bundler that goes by `sideEffects` of the whole package would leave out the modules that register matchers.
    ['matchers/package.json', json({ type: 'module', sideEffects: true })],
    ...(await modules()),
    ...(await commonJs()),
  ]);
  return new Map([...files].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The archive: the same bytes whenever and wherever it is made of the same sources. */
export async function archive(): Promise<Uint8Array> {
  const files = [...(await packageFiles())].map(([name, data]) => ({
    name: `package/${name}`,
    data,
    attrs: { mode: `./${name}` === scriptOf(COMMAND) ? '755' : '644' },
  }));
  return gzipSync(createTar(files, { attrs: { mtime: 0, uid: 0, gid: 0 } }), { mtime: 0, level: 9 });
}
