import { url as packUrl, bytes as total } from 'virtual:python-pack';
import { fetchedOnce } from './fetched.ts';
import { type OpenFrame, openFrame, PYTHON_DOCUMENT } from './frame.ts';
import { type Hearing, hearing, type MessageFields, type RunOptions, type SandboxedRun } from './hearing.ts';
import { DEADLINE, LIMITS, type Loading } from './protocol.ts';
import runtimeUrl from './python.worker.ts?worker&url';

type Watcher = (loading: Loading) => void;

/** Callbacks of those who wait for Python. */
const watchers = new Set<Watcher>();
let loading: Loading = { loaded: 0, total };

const runtimeText = fetchedOnce(runtimeUrl, (response) => response.text());
const packed = fetchedOnce(packUrl, async ({ body }) => {
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  const reader = body?.getReader();
  let loaded = 0;
  for (let piece = await reader?.read(); piece?.value !== undefined; piece = await reader?.read()) {
    pieces.push(piece.value);
    loaded += piece.value.length;
    loading = { loaded, total };
    for (const watcher of watchers) watcher(loading);
  }
  return new Blob(pieces);
});

/** The frame that keeps Python, and its current run. */
interface Kept extends OpenFrame {
  current: Hearing | undefined;
}

let kept: Promise<Kept> | undefined;
let isThere = false;

/** The one such frame of a page: opened when Python is first asked for, and again when it has broken. */
function keptFrame(): Promise<Kept> {
  kept ??= Promise.all([packed(), runtimeText()]).then(([pack, runtime]) => openKept(pack, runtime));
  kept.then(
    () => {
      isThere = true;
    },
    () => {
      kept = undefined;
    },
  );
  return kept;
}

/** Opens a frame, which resolves once its first worker waits for code. */
const openKept = (pack: Blob, runtime: string): Promise<Kept> =>
  new Promise((resolve, reject) => {
    const frame = openFrame(PYTHON_DOCUMENT, (data) => {
      const { kind, text, token } = (data ?? {}) as MessageFields;
      if (kind === 'waiting') own.port.postMessage({ command: 'load', packed: pack, runtime });
      else if (kind === 'ready') resolve(own);
      else if (kind === 'broken') drop(own);
      // a message about a run that has been stopped may still arrive
      else if (token === own.current?.terms.token) {
        if (kind === 'begun') own.current?.begin();
        else own.current?.hear(data);
        if (kind === 'error') reject(new Error(String(text)));
      }
    });
    const own: Kept = { ...frame, current: undefined };
  });

/** Removes a frame: the next run opens another. */
function drop(frame: Kept): void {
  frame.remove();
  kept = undefined;
  isThere = false;
}

/** Waits for Python, and watches it come. */
async function arrived(onLoading: Watcher): Promise<Kept> {
  if (isThere) return keptFrame();
  watchers.add(onLoading);
  onLoading(loading);
  try {
    return await keptFrame();
  } finally {
    watchers.delete(onLoading);
  }
}

/**
 * Loads and starts Python, so that the first run need not wait for it. It is 5 MB: only for a reader who asks for Python.
 * Resolves when it waits for code. @throws where it cannot be loaded or started
 */
export const preparePython = async (onLoading: Watcher = () => {}): Promise<void> => void (await arrived(onLoading));

/**
 * Runs the reader's Python in a worker of an opaque-origin frame without network. The frame keeps Python from one run to
 * the next, but every run has a worker of its own, set up from what was there before any reader's code.
 */
export function startPythonRun(source: string, options: RunOptions): SandboxedRun {
  const { onMessage } = options;
  let frame: Kept | undefined;
  const run = hearing(options, DEADLINE.python, {
    onEnd: () => {
      if (frame?.current === run) frame.current = undefined;
    },
    onSilent: () => frame && drop(frame),
  });
  if (source.length > LIMITS.code) {
    const text = `The code has ${source.length} characters; at most ${LIMITS.code} are taken.`;
    queueMicrotask(() => run.fail({ text }));
    return { stop: run.leave };
  }
  const started = arrived((progress) => !run.isOver() && onMessage({ kind: 'loading', loading: progress }));
  started.then(
    (there) => {
      if (run.isOver()) return;
      onMessage({ kind: 'loading' });
      // one run at a time: another figure of this page may have one under way
      there.port.postMessage({ command: 'stop' });
      there.current?.stop('asked');
      there.current = run;
      frame = there;
      there.port.postMessage({ command: 'run', source, ...run.terms });
    },
    (error: Error) => run.fail({ text: error.message }),
  );
  return {
    stop: () => {
      if (frame?.current === run) frame.port.postMessage({ command: 'stop' });
      run.stop('asked');
    },
  };
}
