/**
 * Runs inside a worker of the frame that keeps Python. It sets Python up from what the frame hands over, closes the doors,
 * and only then hears the reader's code, as a text: nothing of it is ever JavaScript.
 */
import errors from '@/python/glue/check_errors.py?raw';
import names from '@/python/glue/check_names.py?raw';
import pair from '@/python/glue/check_pair.py?raw';
import points from '@/python/glue/check_points.py?raw';
import program from '@/python/glue/check_program.py?raw';
import sums from '@/python/glue/check_sums.py?raw';
import { fromImage, type Image, takeImage } from '@/python/image.ts';
import { ENVIRONMENT, type Interpreter, interpreterOf, type PythonModules, startPython } from '@/python/interpreter.ts';
import { createMachine, type Parts } from '@/python/machine.ts';
import { unpacked } from '@/python/pack-format.ts';
import { closeDoors, KEPT } from './doors.ts';
import { boundedConsole } from './output.ts';
import type { Task } from './protocol.ts';
import { checkPython, describePythonError, executePython, flushPython } from './python-program.ts';
import { reporter } from './reporter.ts';
import { textLines } from './text-lines.ts';

const GLUE: PythonModules = [
  ['check_errors', errors],
  ['check_points', points],
  ['check_program', program],
  ['check_names', names],
  ['check_pair', pair],
  ['check_sums', sums],
];

/** The parts of a started Python. */
interface Kit {
  readonly parts: Parts;
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly image: Image;
}
type Setup = { readonly packed: Blob } | { readonly kit: Kit };

interface Start {
  readonly task: Task;
  readonly token: string;
  readonly source: string;
}

const send = self.postMessage.bind(self) as (message: unknown, options?: StructuredSerializeOptions) => void;
const now = performance.now.bind(performance);
const { timeOrigin } = performance;
let onBytes: (stream: 1 | 2, bytes: Uint8Array) => void = () => {};

async function setUp(setup: Setup): Promise<Interpreter> {
  const options = {
    environment: ENVIRONMENT,
    now: () => timeOrigin + now(),
    onBytes: (stream: 1 | 2, bytes: Uint8Array) => onBytes(stream, bytes),
  };
  if ('kit' in setup) {
    const { parts, files, image } = setup.kit;
    const python = interpreterOf(fromImage(image, { parts, files, ...options }));
    send({});
    return python;
  }
  const { parts: bytes, files } = unpacked(await gunzipped(setup.packed));
  const compiled = [...bytes].map(async ([path, part]) => [path, await WebAssembly.compile(part)] as const);
  const parts = new Map(await Promise.all(compiled));
  const machine = createMachine({ parts, files, ...options });
  startPython(machine, GLUE);
  const image = takeImage(machine);
  send({ kit: { parts, files, image } satisfies Kit }, { transfer: [image.bytes.buffer] });
  return interpreterOf(machine);
}

const gunzipped = async (packed: Blob) =>
  new Uint8Array(await new Response(packed.stream().pipeThrough(new DecompressionStream('gzip'))).arrayBuffer());

function run(python: Interpreter, { task, token, source }: Start): void {
  const { say, listener } = reporter(send, now, token);
  const started = now();
  const console = boundedConsole(
    (level, text) => say({ kind: 'output', level, text }),
    () => say({ kind: 'error', text: 'More was printed than can be shown; the rest is left out.' }),
  );
  const printed = [textLines(console.log), textLines(console.warn)];
  onBytes = (stream, bytes) => printed[stream - 1].add(bytes);
  let failed = false;
  const fail = (error: unknown) => {
    if (failed) return;
    failed = true;
    const { traceback, ...where } = describePythonError(error);
    if (traceback !== undefined) console.error(traceback);
    say({ ...where, kind: 'error' });
  };
  try {
    listener.onCall('program', 1);
    const untouched = executePython(python, source);
    if (task === 'check') {
      const result = checkPython(python, untouched, { ...listener, onThrow: fail, onNote: console.info });
      say({ kind: 'result', result });
    }
    flushPython(python);
  } catch (error) {
    fail(error);
  }
  for (const { end } of printed) end();
  say({ kind: 'done', milliseconds: now() - started });
}

const hearOnce = <T>(heard: (data: T) => void): void =>
  self.addEventListener('message', ({ data }: MessageEvent<T>) => heard(data), { once: true });

hearOnce((setup: Setup) => {
  setUp(setup).then(
    (python) => {
      hearOnce((start: Start) => run(python, start));
      closeDoors(self, new Set([...KEPT, 'WebAssembly']));
    },
    (error) => send({ failed: `Python could not be started (${error}).` }),
  );
});
