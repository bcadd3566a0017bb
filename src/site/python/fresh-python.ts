import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { fromImage, takeImage } from '../../python/image.ts';
import { ENVIRONMENT, type Interpreter, interpreterOf, startPython } from '../../python/interpreter.ts';
import { createMachine } from '../../python/machine.ts';
import { unpacked } from '../../python/pack-format.ts';
import { glueModules } from './glue.ts';
import { packedPython } from './packed-python.ts';

/** Hears what Python writes: 1 is its standard output, 2 its standard error. */
export type OnBytes = (stream: 1 | 2, bytes: Uint8Array) => void;

/** Unpacks and starts Python, and writes its image down: once a process. */
function startedOnce() {
  const { parts: bytes, files } = unpacked(new Uint8Array(gunzipSync(readFileSync(packedPython()))));
  const parts = new Map([...bytes].map(([path, part]) => [path, new WebAssembly.Module(part)]));
  const options = { parts, files, environment: ENVIRONMENT, now: () => Date.now() };
  const machine = createMachine({ ...options, onBytes: () => {} });
  startPython(machine, glueModules());
  return { image: takeImage(machine), options };
}

let started: ReturnType<typeof startedOnce> | undefined;

/** A Python in Node that has heard no code yet, set up from the file that the page loads, as the page sets it up. */
export function freshPython(onBytes: OnBytes): Interpreter {
  started ??= startedOnce();
  return interpreterOf(fromImage(started.image, { ...started.options, onBytes }));
}
