/** Makes scripts and declarations of the sources. */
import { type OutputOptions, rolldown } from 'rolldown';
import { dts } from 'rolldown-plugin-dts';

interface Made {
  /** Text by file name. */
  readonly files: ReadonlyMap<string, string>;
  /** The modules that a file imports. */
  readonly imports: ReadonlySet<string>;
}

interface Wanted {
  /** Sources by the name of the file that each makes, without its ending; or a list, with the names that they have. */
  readonly input: Readonly<Record<string, string>> | readonly string[];
  readonly contents: 'scripts' | 'declarations' | 'both';
}

/** Imports of packages and of Node's modules stay imports. */
const EXTERNAL = /^(?![./]|[A-Za-z]:)/;

/**
 * Bundles the sources once, and writes them as often as there are outputs.
 *
 * @throws where a source has an error
 */
export async function bundle({ input, contents }: Wanted, outputs: readonly OutputOptions[]): Promise<Made[]> {
  const types = dts({
    tsconfig: false,
    emitDtsOnly: contents === 'declarations',
    compilerOptions: {
      strict: true,
      types: ['node'],
      lib: ['ES2023', 'DOM'],
      allowImportingTsExtensions: true,
    },
  });
  const bundled = await rolldown({
    input: Array.isArray(input) ? [...input] : { ...(input as Record<string, string>) },
    platform: 'neutral',
    external: (id, _, resolved) => !resolved && EXTERNAL.test(id) && !Object.values(input).includes(id),
    plugins: contents === 'scripts' ? [] : [types],
    checks: { pluginTimings: false },
  });
  const made: Made[] = [];
  for (const options of outputs) {
    const { output } = await bundled.generate({ format: 'es', comments: false, ...options });
    made.push({
      files: new Map(output.map((file) => [file.fileName, 'code' in file ? file.code : ''])),
      imports: new Set(output.flatMap((file) => ('imports' in file ? file.imports : []))),
    });
  }
  await bundled.close();
  return made;
}
