// @ts-check
// A test file and all that it imports as one script, in which the mutants of src/checker wait for their switch.
import { relative } from 'node:path';
import { rolldown } from 'rolldown';
import { shownText } from '../../src/site/text/shown-text.ts';

const CHECKER = /\/src\/checker\/.*\.ts$/;
const CORPUS = /\/corpus\//;

/**
 * @param {string} file
 * @param {ReadonlyMap<string, string>} planted the files of src/checker with their mutants, by path
 * @returns {Promise<{ code: string, hasCorpus: boolean }>} a script for `new Function('require', 'isPlanted', code)`
 */
export async function bundleTest(file, planted) {
  const bundle = await rolldown({
    input: file,
    tsconfig: 'tsconfig.json',
    treeshake: false,
    external: /^(?:node:|[a-z][\w-]+$)/,
    plugins: [
      shownText(),
      {
        name: 'mutants',
        transform: {
          filter: { id: CHECKER },
          handler: (_, id) => ({ code: planted.get(relative('', id).replaceAll('\\', '/')) ?? '', map: null }),
        },
      },
    ],
  });
  const { output } = await bundle.generate({ format: 'cjs', exports: 'named', codeSplitting: false });
  await bundle.close();
  return { code: output[0].code, hasCorpus: output[0].moduleIds.some((id) => CORPUS.test(id)) };
}
