/**
 * Makes the one file that a page loads to run Python with NumPy: the parts of WebAssembly as they are, and of 470 compiled
 * Python files the 180 that NumPy and readers' programs import, without doc strings.
 *
 * What is needed is found by importing it in the very machine that will run it.
 */
import { readFileSync } from 'node:fs';
import { ENVIRONMENT, interpreterOf, runModule, startPython } from '../../python/interpreter.ts';
import { createMachine, KERNEL } from '../../python/machine.ts';
import { PART_STANDS_IN, packed } from '../../python/pack-format.ts';
import { glueModules } from './glue.ts';
import { LIBRARY, PACKAGES, sources } from './sources.ts';

/** What readers' programs import; what these import themselves comes along. */
const WANTED = `numpy.testing numpy.random numpy.fft numpy.linalg numpy.polynomial numpy.lib.stride_tricks numpy.typing
  abc argparse array bisect cmath collections.abc contextlib copy csv dataclasses datetime enum functools hashlib heapq
  inspect io itertools json logging math numbers operator os pathlib pickle pprint random re string struct textwrap time
  timeit traceback types typing unittest warnings zipfile`.split(/\s+/);

/** Nothing but doc strings for NumPy's C functions. */
const EMPTY = ['numpy/core/_add_newdocs.pyc', 'numpy/core/_add_newdocs_scalars.pyc'];

const STRIP = readFileSync('src/site/python/strip.py', 'utf8');

/** The file, not yet compressed. */
export function pack(): Uint8Array {
  const { parts, files } = sources();
  for (const path of parts.keys()) files.set(path, PART_STANDS_IN);
  const compiled = new Map([...parts].map(([path, bytes]) => [path, new WebAssembly.Module(bytes)]));
  let complaint = '';
  const machineWith = (seen: typeof files) =>
    createMachine({
      parts: compiled,
      files: seen,
      environment: ENVIRONMENT,
      onBytes: (_, bytes) => {
        complaint += new TextDecoder().decode(bytes);
      },
    });

  const watched = new Watched(files);
  const first = machineWith(watched);
  startPython(first, glueModules());
  runModule(first, 'wanted', WANTED.map((name) => `import ${name}`).join('\n'));
  if (complaint !== '') throw new Error(complaint);

  const second = machineWith(files);
  startPython(second, [['strip', STRIP]]);
  const strip = interpreterOf(second).textFunction('strip', 'strip');
  const entryOf = (path: string): [string, Uint8Array] => {
    const name = path.replace(PACKAGES, '').replace(LIBRARY, '');
    if (EMPTY.includes(name)) return [path.slice(0, -1), new Uint8Array()];
    if (path.endsWith('.py')) return [path, files.get(path) as Uint8Array];
    return [path, Buffer.from(strip(`/${path}|${name.slice(0, -1)}`), 'base64')];
  };
  const linked = [KERNEL, ...first.layout().placed.map(({ path }) => path)];
  return packed([
    ...linked.map((path): [string, Uint8Array] => [path, parts.get(path) as Uint8Array]),
    ...[...watched.opened].filter((path) => /\.pyc?$/.test(path)).map(entryOf),
  ]);
}

/** Files that remember which of them were read. */
class Watched extends Map<string, Uint8Array<ArrayBuffer>> {
  readonly opened = new Set<string>();
  override get(path: string) {
    const bytes = super.get(path);
    if (bytes !== undefined && bytes !== PART_STANDS_IN) this.opened.add(path);
    return bytes;
  }
}
