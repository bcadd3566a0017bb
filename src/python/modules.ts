/** Reads facts about a compiled WebAssembly module before it is linked. */

/** What a shared library needs before it can be placed in memory. */
export interface Needs {
  /** Bytes of data. */
  readonly memory: number;
  /** Exponent of 2 of the alignment of the data. */
  readonly align: number;
  /** Slots of the table of functions. */
  readonly table: number;
}

const NOTHING: Needs = { memory: 0, align: 0, table: 0 };

/** Number of the part of the section `dylink.0` that holds the needs (WebAssembly's convention for dynamic linking). */
const MEMORY_INFO = 1;

/** Reads the needs of a shared library; any other module needs nothing. */
export function needsOf(module: WebAssembly.Module): Needs {
  const [section] = WebAssembly.Module.customSections(module, 'dylink.0');
  if (section === undefined) return NOTHING;
  const bytes = new Uint8Array(section);
  let at = 0;
  /** An unsigned number in LEB128: seven bits a byte, the lowest first. */
  const next = () => {
    let value = 0;
    for (let unit = 1; ; unit *= 128) {
      const byte = bytes[at++];
      value += (byte & 127) * unit;
      if (byte < 128) return value;
    }
  };
  while (at < bytes.length) {
    const kind = next();
    const size = next();
    if (kind === MEMORY_INFO) return { memory: next(), align: next(), table: next() };
    at += size;
  }
  return NOTHING;
}

/** Names of the C library that are read through a function: `__WASM_EXPORT__malloc()` gives the place of `malloc`. */
const READ_BY = '__WASM_EXPORT__';

/**
 * Where the C library keeps what it offers: addresses of data and table slots of functions, by name.
 *
 * Each call of one of its exports runs all of its constructors again. So they are called in a second copy of the library,
 * which is thrown away.
 */
export function pointersOf(library: WebAssembly.Module): Map<string, number> {
  const env: Record<string, unknown> = {
    memory: new WebAssembly.Memory({ initial: 160 }),
    __indirect_function_table: new WebAssembly.Table({ initial: 10_000, element: 'anyfunc' }),
  };
  const NO_FOLDER = 8; // EBADF: it asks for folders until there are no more
  const { exports } = new WebAssembly.Instance(library, {
    env: anyName((name) => env[name] ?? (() => 0)),
    wasi_snapshot_preview1: anyName((name) => () => (name === 'fd_prestat_get' ? NO_FOLDER : 0)),
  });
  return new Map(
    Object.entries(exports)
      .filter(([name]) => name.startsWith(READ_BY))
      .map(([name, read]) => [name.slice(READ_BY.length), (read as () => number)()]),
  );
}

/** Imports of a module that are looked up when it is linked, as they cannot be listed before. */
export const anyName = (get: (name: string) => unknown): WebAssembly.ModuleImports =>
  new Proxy({}, { get: (_, name) => get(String(name)) });
