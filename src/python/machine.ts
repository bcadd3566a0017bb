/**
 * Links Python's WebAssembly files in one memory: the C library, the interpreter, and NumPy's parts, which Python asks
 * for as it imports them. A machine that has started can be written down as an image and set up again from it, which takes
 * the place of starting Python and importing NumPy.
 */
import { hostCalls, type Native, UNKNOWN } from './calls.ts';
import type { Files } from './files.ts';
import type { Layout, Place } from './layout.ts';
import { anyName, needsOf, pointersOf } from './modules.ts';
import { createSystem } from './system.ts';

/** Compiled parts by path; `KERNEL` and `PYTHON` are always there. */
export type Parts = ReadonlyMap<string, WebAssembly.Module>;

/** The C library, and the interpreter. */
export const KERNEL = 'kernel.wasm';
export const PYTHON = 'usr/lib/python.wasm';

export interface MachineOptions {
  readonly parts: Parts;
  readonly files: Files;
  readonly environment?: Readonly<Record<string, string>>;
  /** What Python writes to its standard output (1) and error (2). */
  readonly onBytes: (stream: 1 | 2, bytes: Uint8Array) => void;
  /** Milliseconds; by default a clock that stands still, so that the machine is the same at any hour. */
  readonly now?: () => number;
  readonly image?: { readonly layout: Layout; readonly fill: (memory: Uint8Array) => void };
}

export interface Machine {
  readonly memory: WebAssembly.Memory;
  /** A function of Python's C interface. @throws where there is none of that name */
  readonly api: (name: string) => Native;
  readonly malloc: (size: number) => number;
  readonly free: (address: number) => void;
  /** The text of C at an address. */
  readonly text: (address: number) => string;
  readonly layout: () => Layout;
}

/** Bytes of a page of WebAssembly's memory, and how many of them Python may have in all: 512 MB. */
const PAGE = 65_536;
const MOST_PAGES = 8192;
/** Where the C library begins: pages and table slots. */
const FIRST = { pages: 160, slots: 10_000 };
/** Bytes of stack: the interpreter's functions call each other deeply. */
const stackOf = (path: string) => (path === PYTHON ? 4 << 20 : 1 << 20);

interface Part extends Place {
  readonly exports: WebAssembly.Exports;
}

/** @throws where a part is missing, or needs a name that no part has */
export function createMachine(options: MachineOptions): Machine {
  const { parts, files, onBytes, image, environment = {}, now = () => 0 } = options;
  const library = parts.get(KERNEL);
  if (library === undefined) throw new Error('The C library is missing.');
  const memory = new WebAssembly.Memory({ initial: image?.layout.pages ?? FIRST.pages, maximum: MOST_PAGES });
  const table = new WebAssembly.Table({ initial: image?.layout.tableSize ?? FIRST.slots, element: 'anyfunc' });
  const decoder = new TextDecoder();
  const text = (address: number) => {
    const bytes = new Uint8Array(memory.buffer);
    return decoder.decode(bytes.subarray(address, bytes.indexOf(0, address)));
  };
  const system = createSystem({ memory, files, environment, onBytes, now });
  const pointers = image ? new Map(image.layout.pointers) : pointersOf(library);
  const slots = new Map<string, number>(image?.layout.slots);
  const loaded: Part[] = [];
  /** Addresses of data that one part has and others use. */
  const shared = new Map<string, WebAssembly.Global>();
  let kernel: WebAssembly.Exports = {};
  let nextSlot = image?.layout.tableSize ?? 0;
  let problem = 0;

  const malloc = (size: number): number => table.get(pointers.get('malloc') as number)(size);
  const free = (address: number): void => table.get(pointers.get('free') as number)(address);
  const take = (count: number) => {
    const slot = nextSlot;
    nextSlot += count;
    if (table.length < nextSlot + 64) table.grow(nextSlot + 1024 - table.length);
    return slot;
  };
  const fail = (message: string): 0 => {
    problem ||= malloc(1024);
    const bytes = new TextEncoder().encode(message.slice(0, 500));
    new Uint8Array(memory.buffer, problem, 1024).fill(0).set(bytes);
    return 0;
  };
  /** A part's handle is its place in `loaded`, counted from 1, as 0 says that there is none. */
  const open = (path: string): number => {
    const there = loaded.findIndex((part) => part.path === path);
    if (there >= 0) return there + 1;
    if (!parts.has(path)) return fail(`${path}: not here`);
    place(path);
    return loaded.length;
  };
  const symbol = (handle: number, name: string): number => {
    const f = loaded[handle - 1]?.exports[name];
    if (typeof f !== 'function') return fail(`${name}: not here`);
    const key = `${handle}:${name}`;
    const slot = slots.get(key) ?? take(1);
    slots.set(key, slot);
    table.set(slot, f);
    return slot;
  };
  const calls = hostCalls({ memory, table, text, fillRandom: system.fillRandom, open, symbol, problem: () => problem });
  const ownerOf = (name: string) => loaded.find(({ exports }) => name in exports);
  const find = (name: string): Native => {
    if (name in calls) return calls[name];
    const slot = pointers.get(name);
    const value = (slot === undefined ? kernel[name] : table.get(slot)) ?? ownerOf(name)?.exports[name];
    return typeof value === 'function' ? (value as Native) : UNKNOWN;
  };
  const variable = (value: number) => new WebAssembly.Global({ value: 'i32', mutable: true }, value);

  /** Links a part. With a known place its data and what its constructors did are in the image already. */
  function place(path: string, known?: Place): void {
    const module = parts.get(path);
    if (module === undefined) throw new Error(`There is no part ${path}.`);
    const needs = needsOf(module);
    const align = Math.max(16, 1 << needs.align);
    const at: Place = known ?? {
      path,
      memoryBase: Math.ceil(malloc(needs.memory + align) / align) * align,
      tableBase: take(needs.table),
      stack: malloc(stackOf(path)) + stackOf(path),
    };
    const own: Record<string, unknown> = {
      memory,
      __indirect_function_table: table,
      __memory_base: at.memoryBase,
      __table_base: at.tableBase,
      __stack_pointer: variable(at.stack),
    };
    /** Names that the part asks for before there is anything of that name: it may have them itself. */
    const lateFunctions: string[] = [];
    const lateData: string[] = [];
    const functionSlot = (name: string) => {
      const library = pointers.get(name);
      if (library !== undefined) return variable(library);
      const before = slots.get(name);
      if (before === undefined || known) lateFunctions.push(name);
      const slot = before ?? take(1);
      slots.set(name, slot);
      return variable(slot);
    };
    const dataAddress = (name: string) => {
      const address = shared.get(name) ?? variable(pointers.get(name) ?? 0);
      if (!shared.has(name) && !pointers.has(name)) lateData.push(name);
      shared.set(name, address);
      return address;
    };
    const { exports } = new WebAssembly.Instance(module, {
      env: anyName((name) => own[name] ?? find(name)),
      'GOT.func': anyName(functionSlot),
      'GOT.mem': anyName(dataAddress),
      wasi_snapshot_preview1: system.imports,
    });
    loaded.push({ ...at, exports });
    const owned = (name: string) => {
      const owner = ownerOf(name);
      if (owner === undefined) throw new Error(`${path} needs ${name}, which no part has.`);
      return { value: owner.exports[name], base: owner.memoryBase };
    };
    for (const name of lateFunctions) table.set(slots.get(name) as number, owned(name).value);
    for (const name of lateData) {
      const { value, base } = owned(name);
      (shared.get(name) as WebAssembly.Global).value = (value as WebAssembly.Global).value + base;
    }
    if (known) return;
    for (const first of ['__wasm_apply_data_relocs', '__wasm_call_ctors']) (exports[first] as Native | undefined)?.();
  }

  const kernelOwn: Record<string, unknown> = { memory, __indirect_function_table: table };
  kernel = new WebAssembly.Instance(library, {
    env: anyName((name) => kernelOwn[name] ?? calls[name] ?? UNKNOWN),
    wasi_snapshot_preview1: system.imports,
  }).exports;
  if (image === undefined) {
    (kernel['_start'] as Native)();
    for (let slot = 0; slot < table.length; slot++) if (table.get(slot) !== null) nextSlot = slot + 1;
    place(PYTHON);
  } else {
    for (const known of image.layout.placed) place(known.path, known);
    for (const [key, slot] of image.layout.slots) {
      const [, handle, name] = /^(\d+):(.*)$/.exec(key) ?? [];
      if (name !== undefined) table.set(slot, loaded[Number(handle) - 1].exports[name]);
    }
    image.fill(new Uint8Array(memory.buffer));
  }

  return {
    memory,
    api: (name) => {
      const value = ownerOf(name)?.exports[name];
      if (typeof value !== 'function') throw new Error(`Python has no ${name}.`);
      return value as Native;
    },
    malloc,
    free,
    text,
    layout: () => ({
      pages: memory.buffer.byteLength / PAGE,
      tableSize: nextSlot,
      placed: loaded.map(({ path, memoryBase, tableBase, stack }) => ({ path, memoryBase, tableBase, stack })),
      slots: [...slots],
      pointers: [...pointers],
    }),
  };
}
