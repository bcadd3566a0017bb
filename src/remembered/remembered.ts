import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileOf, importsOf } from './imports.ts';

const CACHE = 'node_modules/.cache/figures';
/** The version of every package. */
const LOCK = 'package-lock.json';

/** The files whose text decides what a module computes: itself and all that it imports, in turn, in a stable order. */
export function inputsOf(module: string): readonly string[] {
  const found = new Set<string>();
  const visit = (file: string): void => {
    if (found.has(file)) return;
    found.add(file);
    if (!/\.(ts|tsx|mjs)$/.test(file)) return;
    for (const { specifier, typeOnly } of importsOf(readFileSync(file, 'utf8'))) {
      const next = typeOnly ? undefined : fileOf(specifier, file);
      if (next !== undefined) visit(next);
    }
  };
  visit(module);
  return [...found].sort();
}

/** Of the files' names and texts, and of the versions of Node and of all packages: another engine may round otherwise. */
function hashOf(files: readonly string[], given: string): string {
  const hash = createHash('sha256').update(process.version).update(given);
  for (const file of files) hash.update(file).update(readFileSync(file));
  return hash.digest('hex').slice(0, 16);
}

/**
 * A result that takes seconds to compute, kept from one build to the next until the module that computes it, anything
 * it imports, a package or Node changes. The value must survive JSON. A missing or broken cache means that it is computed.
 *
 *     const curve = remembered('src/lessons/directions/cost-curve.ts', costCurve);
 *
 * @param module the file of `compute`, from the project's folder: it imports everything that the result depends on
 * @param given other data that the result depends on, such as an argument
 */
export function remembered<T>(module: string, compute: () => T, given = ''): T {
  const name = path.basename(module, '.ts');
  const file = path.join(CACHE, `${name}-${hashOf([LOCK, ...inputsOf(module)], given)}.json`);
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as T;
  } catch {
    const value = compute();
    mkdirSync(CACHE, { recursive: true });
    writeFileSync(file, JSON.stringify(value));
    return value;
  }
}
