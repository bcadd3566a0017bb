/** The calls that Python's libraries expect from the operating system beyond WASI, or from their host. */

// biome-ignore lint/suspicious/noExplicitAny: functions of WebAssembly have every signature
export type Native = (...args: any[]) => any;

export interface Host {
  readonly memory: WebAssembly.Memory;
  readonly table: WebAssembly.Table;
  /** The text of C at an address. */
  readonly text: (address: number) => string;
  readonly fillRandom: (address: number, length: number) => void;
  /** Loads a library by its path, and returns its handle; 0 says that it failed. */
  readonly open: (path: string) => number;
  /** The table slot of a library's function; 0 says that there is none. */
  readonly symbol: (handle: number, name: string) => number;
  /** Address of the text that says what failed last. */
  readonly problem: () => number;
}

const always = (value: number) => () => value;

/** Who runs the program, and what stands in for signals: constants. */
const CONSTANTS: Readonly<Record<string, number>> = {
  main: 0,
  umask: 0o022,
  getpid: 1,
  getppid: 1,
  getuid: 0,
  getgid: 0,
  getegid: 0,
  _geteuid: 0,
  setjmp: 0,
  sigemptyset: 0,
  sigfillset: 0,
  sigprocmask: 0,
  raise: 0,
  python_wasm_set_inheritable: 0,
  wasmGetSignalState: 0,
  wasmSendString: 0,
  wasmSetException: 0,
  _Py_emscripten_runtime: 0,
  dlclose: 0,
  dladdr: 0,
};

/** The calls by name. Every other call fails: see `UNKNOWN`. */
export function hostCalls({ memory, table, text, fillRandom, open, symbol, problem }: Host): Record<string, Native> {
  return {
    ...Object.fromEntries(Object.entries(CONSTANTS).map(([name, value]) => [name, always(value)])),
    getrandom: (address: number, length: number) => {
      fillRandom(address, length);
      return length;
    },
    // there are no links in this file system: every path is real
    realpath: (from: number, to: number) => {
      const bytes = new Uint8Array(memory.buffer);
      if (to !== 0) bytes.copyWithin(to, from, bytes.indexOf(0, from) + 1);
      return to;
    },
    // Python calls functions through these where a signature may not be the one it is called with
    _PyImport_InitFunc_TrampolineCall: (f: number) => table.get(f)(),
    _PyCFunctionWithKeywords_TrampolineCall: (f: number, self: number, args: number, names: number) =>
      table.get(f)(self, args, names),
    descr_get_trampoline_call: (f: number, object: number, closure: number) => table.get(f)(object, closure),
    descr_set_trampoline_call: (f: number, object: number, value: number, closure: number) =>
      table.get(f)(object, value, closure),
    dlopen: (path: number) => open(text(path).replace(/^\//, '')),
    dlsym: (handle: number, name: number) => symbol(handle, text(name)),
    dlerror: problem,
  };
}

/** A call that is missing here: it returns what C functions return when they fail. */
export const UNKNOWN: Native = always(-1);
