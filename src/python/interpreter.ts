/** Python as the rest of this site sees it: four functions that any Python in WebAssembly can offer. */
import type { Machine } from './machine.ts';

export interface Interpreter {
  /** A function of Python that takes a text and returns a text, by module and name. */
  readonly textFunction: (module: string, name: string) => (text: string) => string;
  /** A function of Python without arguments or result; it leaves its result in memory. */
  readonly bareFunction: (module: string, name: string) => () => void;
  /** Numbers in Python's memory, which may move when it grows: ask anew for each use. */
  readonly numbers: (address: number, length: number) => Float64Array;
  /**
   * The parts of a module of that name, except the `changing` names, each as a text. The text changes once a program has put
   * something else in the place of a part, or into its code or its class.
   */
  readonly partsOf: (module: string, changing: readonly string[]) => readonly string[];
}

/** Modules of Python by name, as texts; each may import those before it. */
export type PythonModules = readonly (readonly [name: string, source: string])[];

/** What Python is told of its surroundings. */
export const ENVIRONMENT = {
  PYTHONHOME: '/usr',
  PYTHONPATH: '/usr/lib/python3.11:/usr/lib/python3.11/site-packages',
  PYTHONHASHSEED: '0',
  PYTHONDONTWRITEBYTECODE: '1',
  PYTHONUNBUFFERED: '1',
  PYTHONUTF8: '1',
  PYTHONNOUSERSITE: '1',
  PYTHONEXECUTABLE: '/usr/lib/python.wasm',
  HOME: '/',
} as const;

/** Python's own functions and types. */
export const BUILTINS = 'builtins';

/** Bytes of an address; of every object the second word is its type. */
const WORD = 4;
/** Where a type keeps its dict: the 34th word of CPython 3.11's `PyTypeObject`. */
const TYPE_DICT = 33 * WORD;

/** Words of a tuple before its items, and where its length is among them; where a cell of a closure keeps its object. */
const TUPLE = { length: 2 * WORD, items: 3 * WORD };
const CELL = 2 * WORD;

/** `Py_file_input`: the text is a module. */
const FILE_INPUT = 257;

/** Starts Python in a fresh machine, and runs these modules in it: everything that an image holds. */
export function startPython(machine: Machine, modules: PythonModules): void {
  machine.api('Py_InitializeEx')(0);
  for (const [name, source] of modules) runModule(machine, name, source);
}

/** Runs a text as the module of that name, which other modules can then import. @throws where it raises an exception */
export function runModule(machine: Machine, name: string, source: string): void {
  const { api } = machine;
  const { withText, moduleOf } = conversions(machine);
  const code = withText(source, (text) =>
    withText(`${name}.py`, (file) => api('Py_CompileString')(text, file, FILE_INPUT)),
  );
  const space = api('PyModule_GetDict')(moduleOf(name));
  withText('__builtins__', (key) => api('PyDict_SetItemString')(space, key, api('PyEval_GetBuiltins')()));
  const result = code === 0 ? 0 : api('PyEval_EvalCode')(code, space, space);
  if (result === 0) raise(machine, `Python could not run its module ${name}.`);
}

/** Prints the exception that Python has raised, which goes to its standard error. */
function raise({ api }: Machine, message: string): never {
  api('PyErr_Print')();
  throw new Error(message);
}

function conversions({ api, malloc, free, memory }: Machine) {
  const encoder = new TextEncoder();
  /** Lends a text of C to a function of Python. */
  const withText = <T>(text: string, use: (address: number, length: number) => T): T => {
    const bytes = encoder.encode(`${text}\0`);
    const address = malloc(bytes.length);
    new Uint8Array(memory.buffer, address, bytes.length).set(bytes);
    try {
      return use(address, bytes.length - 1);
    } finally {
      free(address);
    }
  };
  const moduleOf = (name: string): number => withText(name, (text) => api('PyImport_AddModule')(text));
  return { withText, moduleOf };
}

/** The interpreter of a machine in which Python has started. */
export function interpreterOf(machine: Machine): Interpreter {
  const { api, malloc, memory, text } = machine;
  const { withText, moduleOf } = conversions(machine);
  const release = api('Py_DecRef');
  const call = api('PyObject_CallNoArgs');
  let heap = new Float64Array(memory.buffer);
  const lookUp = (module: string, name: string): number => {
    const space = api('PyModule_GetDict')(moduleOf(module));
    return withText(name, (key) => api('PyDict_GetItemString')(space, key));
  };
  const at = malloc(3 * WORD);
  const word = (address: number) => new DataView(memory.buffer).getUint32(address, true);
  /** Keys and values of a dict, by address. */
  const entriesOf = (dict: number): (readonly [key: number, value: number])[] => {
    const found: [number, number][] = [];
    new Uint8Array(memory.buffer, at, 3 * WORD).fill(0);
    while (api('PyDict_Next')(dict, at, at + WORD, at + 2 * WORD) !== 0)
      found.push([word(at + WORD), word(at + 2 * WORD)]);
    return found;
  };
  /** Objects that a function takes from the functions around it (its closure), by address. */
  const enclosedIn = (f: number): number[] => {
    const cells = api('PyFunction_GetClosure')(f);
    const length = cells === 0 ? 0 : word(cells + TUPLE.length);
    return Array.from({ length }, (_, i) => word(word(cells + TUPLE.items + i * WORD) + CELL));
  };
  const typeOf = (object: number) => word(object + WORD);
  const resultOf = (result: number): number => (result === 0 ? raise(machine, 'Python gave up.') : result);
  return {
    textFunction: (module, name) => {
      const f = lookUp(module, name);
      return (argument) => {
        const given = withText(argument, (address, length) => api('PyUnicode_FromStringAndSize')(address, length));
        const result = resultOf(api('PyObject_CallOneArg')(f, given));
        release(given);
        const said = text(api('PyUnicode_AsUTF8')(result));
        release(result);
        return said;
      };
    },
    bareFunction: (module, name) => {
      const f = lookUp(module, name);
      return () => release(resultOf(call(f)));
    },
    partsOf: (module, changing) => {
      const functionType = typeOf(lookUp('check_program', 'run'));
      const classType = typeOf(functionType);
      const parts = (dict: number): string[] =>
        entriesOf(dict).flatMap(([key, value]) => {
          if (changing.includes(text(api('PyUnicode_AsUTF8')(key)))) return [];
          const own = `${key},${value}`;
          if (typeOf(value) === functionType)
            return `${own},${api('PyFunction_GetCode')(value)},${api('PyFunction_GetDefaults')(value)},${enclosedIn(value)}`;
          return typeOf(value) === classType && module !== BUILTINS ? [own, ...parts(word(value + TYPE_DICT))] : own;
        });
      return parts(api('PyModule_GetDict')(moduleOf(module)));
    },
    numbers: (address, length) => {
      if (heap.buffer !== memory.buffer) heap = new Float64Array(memory.buffer);
      return heap.subarray(address / 8, address / 8 + length);
    },
  };
}
