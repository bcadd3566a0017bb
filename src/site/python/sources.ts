/** What the three packages of npm hold that can be packed: WebAssembly, and Python's compiled files. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { unzipSync } from 'fflate';
import { KERNEL, PYTHON } from '../../python/machine.ts';

export const LIBRARY = 'usr/lib/python3.11/';
export const PACKAGES = `${LIBRARY}site-packages/`;

const MODULES = path.resolve('node_modules');
const NUMPY = '@cowasm/py-numpy/dist/wasm';

/** CoWasm's own loader of libraries, which `python/machine.ts` does without. */
const LEFT_OUT = /^(sitecustomize|cowasm_importer)\.pyc$/;
const isPython = (name: string) => /\.pyc?$/.test(name);

type Tree = Map<string, Uint8Array<ArrayBuffer>>;

/** All of it, by the path at which Python finds it. */
export function sources(): { readonly parts: Tree; readonly files: Tree } {
  const read = (name: string) => new Uint8Array(readFileSync(path.join(MODULES, name)));
  const parts: Tree = new Map([
    [KERNEL, read('@cowasm/kernel/dist/kernel/kernel.wasm')],
    [PYTHON, read('python-wasm/dist/python.wasm')],
  ]);
  const files: Tree = new Map();
  const library = unzipSync(read('python-wasm/dist/python-stdlib.zip'), { filter: ({ name }) => isPython(name) });
  for (const [name, bytes] of Object.entries(library)) {
    if (!LEFT_OUT.test(name)) files.set(LIBRARY + name, bytes as Uint8Array<ArrayBuffer>);
  }
  for (const name of readdirSync(path.join(MODULES, NUMPY), { recursive: true, encoding: 'utf8' }).sort()) {
    const tree = name.endsWith('.so') ? parts : isPython(name) ? files : undefined;
    tree?.set(PACKAGES + name.replaceAll(path.sep, '/'), read(path.join(NUMPY, name)));
  }
  return { parts, files };
}
