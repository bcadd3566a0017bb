import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'fflate';
import { pack } from './pack.ts';

/**
 * The file that this version of the site serves. It is the same byte for byte wherever it is made: whoever changes what is
 * packed, or a version, records it anew, with what the error says.
 */
export const RECORDED = {
  sha256: '86ef0a46960983e7857fc6aca06e037d64d2aec2f9dbf8a5afee3cbb9edfd24e',
  bytes: 4_900_234,
} as const;

const CACHE = path.resolve('node_modules/.cache/python');

export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Makes the file. Compressed in JavaScript, as zlib's output differs from one version and processor to the next. */
export const makePackedPython = (): Uint8Array => gzipSync(pack(), { level: 6, mtime: 0 });

/**
 * The path of the file, which is made in a few seconds and kept from one build to the next.
 *
 * @throws where it is not the one that is recorded
 */
export function packedPython(): string {
  const file = path.join(CACHE, RECORDED.sha256.slice(0, 16), 'python.bin');
  if (existsSync(file) && sha256(readFileSync(file)) === RECORDED.sha256) return file;
  const bytes = makePackedPython();
  const found = sha256(bytes);
  if (found !== RECORDED.sha256)
    throw new Error(
      `Python was packed to ${bytes.length} bytes with the hash ${found}, which is not what RECORDED says.`,
    );
  mkdirSync(path.dirname(file), { recursive: true });
  // others may make it at the same time
  const own = `${file}.${process.pid}`;
  writeFileSync(own, bytes);
  renameSync(own, file);
  return file;
}
