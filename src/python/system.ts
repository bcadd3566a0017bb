/**
 * The operating system that Python sees, through WASI (preview 1): a folder of read-only files in memory, two streams that
 * go to the page, a clock, and random numbers that are the same in every run. There is nothing else: no network, no disk,
 * no process.
 */
import { NO_SUCH_CALL, OK, READ_ONLY } from './errno.ts';
import { type Calls, fileCalls } from './file-calls.ts';
import type { Files } from './files.ts';
import { anyName } from './modules.ts';
import { type Reach, reachOf } from './reach.ts';

export interface SystemOptions {
  readonly memory: WebAssembly.Memory;
  readonly files: Files;
  readonly environment: Readonly<Record<string, string>>;
  readonly onBytes: (stream: 1 | 2, bytes: Uint8Array) => void;
  readonly now: () => number;
}

export interface System {
  readonly imports: WebAssembly.ModuleImports;
  /** Fills memory with numbers that are the same in every run. */
  readonly fillRandom: (address: number, length: number) => void;
}

/** Thrown out of the WebAssembly code when the program ends itself, or the C library gives up. */
class Exit extends Error {
  override readonly name = 'Exit';
  constructor(code: number) {
    super(`Python ended with code ${code}.`);
  }
}

/** The two calls that hand over a list of texts: first its sizes, then the texts. */
function textCalls({ bytes, setInt }: Reach, list: readonly string[]) {
  const encoder = new TextEncoder();
  const encoded = list.map((text) => encoder.encode(`${text}\0`));
  return {
    sizes: (count: number, size: number) => {
      setInt(count, encoded.length);
      setInt(
        size,
        encoded.reduce((sum, { length }) => sum + length, 0),
      );
      return OK;
    },
    get: (pointers: number, buffer: number) => {
      let at = buffer;
      for (const [i, each] of encoded.entries()) {
        setInt(pointers + 4 * i, at);
        bytes(at, each.length).set(each);
        at += each.length;
      }
      return OK;
    },
  };
}

export function createSystem({ memory, files, environment, onBytes, now }: SystemOptions): System {
  const reach = reachOf(memory);
  const { view, bytes, setInt, setLong } = reach;
  let seed = 1;
  const fillRandom = (address: number, length: number) => {
    const target = bytes(address, length);
    for (let i = 0; i < length; i++) {
      seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0; // Numerical Recipes' generator
      target[i] = seed >>> 24;
    }
    return OK;
  };
  const args = textCalls(reach, ['python']);
  const variables = Object.entries(environment).map(([name, value]) => `${name}=${value}`);
  const env = textCalls(reach, variables);
  const calls: Calls = {
    ...fileCalls(reach, files, onBytes),
    args_sizes_get: args.sizes,
    args_get: args.get,
    environ_sizes_get: env.sizes,
    environ_get: env.get,
    clock_res_get: (_clock: number, at: number) => {
      setLong(at, 1000);
      return OK;
    },
    clock_time_get: (_clock: number, _precision: bigint, at: number) => {
      setLong(at, Math.round(now() * 1e6));
      return OK;
    },
    random_get: fillRandom,
    proc_exit: (code: number) => {
      throw new Exit(code);
    },
    sched_yield: () => OK,
    /** Every wait, such as a sleep, is over at once. */
    poll_oneoff: (input: number, output: number, count: number, at: number) => {
      for (let i = 0; i < count; i++) {
        setLong(output + 32 * i, view().getBigUint64(input + 48 * i, true));
        view().setUint16(output + 32 * i + 8, OK, true);
        view().setUint8(output + 32 * i + 10, view().getUint8(input + 48 * i + 8));
      }
      setInt(at, count);
      return OK;
    },
  };
  const refused = (name: string) => (/^path_/.test(name) ? READ_ONLY : NO_SUCH_CALL);
  return { imports: anyName((name) => calls[name] ?? (() => refused(name))), fillRandom };
}
