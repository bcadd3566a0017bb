import type { Plugin } from 'vite';
import { packedPython, RECORDED } from './packed-python.ts';

const NAME = 'virtual:python-pack';

/** The module `virtual:python-pack`: where the page finds Python, and how many bytes that is. */
export const pythonPack = (): Plugin => ({
  name: 'python-pack',
  resolveId: (id) => (id === NAME ? `\0${NAME}` : undefined),
  load: (id) =>
    id === `\0${NAME}`
      ? `export { default as url } from ${JSON.stringify(`${packedPython()}?url`)}; export const bytes = ${RECORDED.bytes};`
      : undefined,
});
