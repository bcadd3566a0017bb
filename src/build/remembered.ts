import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** What a figure's numbers depend on: the checker and the examples, whole. */
const SOURCES = [
  'src/checker',
  'src/examples',
  'src/build/figures',
  'src/islands/thresholds',
  'src/islands/directions',
];
const CACHE = 'node_modules/.cache/figures';

let sources: string | undefined;

function hashOfSources(): string {
  const hash = createHash('sha256');
  for (const folder of SOURCES) {
    for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
      if (/\.tsx?$/.test(file)) hash.update(file).update(readFileSync(path.join(folder, file)));
    }
  }
  return hash.digest('hex').slice(0, 16);
}

/**
 * A figure that takes seconds to compute, kept from one build to the next as long as nothing it depends on has changed.
 * The value must survive JSON. A missing or broken cache means that it is computed.
 */
export function remembered<T>(name: string, compute: () => T): T {
  sources ??= hashOfSources();
  const file = path.join(CACHE, `${name}-${sources}.json`);
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as T;
  } catch {
    const value = compute();
    mkdirSync(CACHE, { recursive: true });
    writeFileSync(file, JSON.stringify(value));
    return value;
  }
}
