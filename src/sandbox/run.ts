import type { Compiled } from './compile.ts';
import { fetchedOnce } from './fetched.ts';
import { FRAME_DOCUMENT, type OpenFrame, openFrame } from './frame.ts';
import { hearing, type MessageFields, type RunOptions, type SandboxedRun } from './hearing.ts';
import { editorPosition, linesOf, sourcePosition, wholeScript } from './position.ts';
import { DEADLINE } from './protocol.ts';
import runtimeUrl from './runtime.worker.ts?worker&url';

const runtimeText = fetchedOnce(runtimeUrl, (response) => response.text());

/**
 * Runs the reader's compiled code in a worker of an opaque-origin frame without network. Every run has a frame of its
 * own, so nothing of one run reaches the next.
 */
export function startRun(compiled: Compiled, options: RunOptions): SandboxedRun {
  let frame: OpenFrame | undefined;
  let linesBefore = 0;
  const run = hearing(options, DEADLINE.initial, {
    onEnd: () => frame?.remove(),
    ofFrame: ({ line, column, ...error }: MessageFields) =>
      typeof line === 'number' ? { ...error, ...sourcePosition(line, Number(column), linesBefore) } : error,
    inEditor: (error) =>
      compiled.ok && error.position ? { ...error, position: editorPosition(compiled.code, error.position) } : error,
  });
  if (!compiled.ok) {
    const { text, position } = compiled;
    queueMicrotask(() => run.fail({ text, ...(position && { position }) }));
    return { stop: run.leave };
  }
  runtimeText().then(
    (text) => {
      if (run.isOver()) return;
      linesBefore = linesOf(text);
      frame = openFrame(FRAME_DOCUMENT, (data) => {
        if ((data as MessageFields | undefined)?.['kind'] !== 'ready') return run.hear(data);
        frame?.port.postMessage({
          command: 'run',
          program: wholeScript(text, compiled.code),
          linesBefore,
          ...run.terms,
        });
      });
      run.begin();
    },
    (error: Error) => run.fail({ text: error.message }),
  );
  return { stop: () => run.stop('asked') };
}
