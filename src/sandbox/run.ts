import type { Compiled } from './compile.ts';
import { deadlineText } from './deadline.ts';
import { FRAME_DOCUMENT } from './frame.ts';
import { editorPosition, linesOf, sourcePosition, wholeScript } from './position.ts';
import { DEADLINE, LIMITS, type RunMessage, type Stage, type StopReason, type Task } from './protocol.ts';
import { readMessage, stoppedMessage } from './read-message.ts';
import runtimeUrl from './runtime.worker.ts?worker&url';

export interface RunOptions {
  readonly task: Task;
  /** Milliseconds until the run is ended; default 2 s, at most 60 s. */
  readonly deadline?: number;
  readonly onMessage: (message: RunMessage) => void;
}

export interface Run {
  /** Ends the run at once. */
  readonly stop: () => void;
}

/** The frame ends a run by itself; the page ends the frame if it has not, a little later. */
const GRACE = 1500;

/** Without a heartbeat for so long the frame is gone: the browser ends its process when memory runs out. */
const SILENCE = 5000;

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

let runtime: Promise<string> | undefined;

/** The runtime's text, fetched once. A failure is not kept: the next run tries again. */
function runtimeText(): Promise<string> {
  runtime ??= fetch(runtimeUrl)
    .then((response) => (response.ok ? response.text() : Promise.reject(new Error(`status ${response.status}`))))
    .catch((error) => {
      runtime = undefined;
      throw new Error(
        `The part of this site that runs code could not be loaded (${error.message}). Check the connection and run again.`,
      );
    });
  return runtime;
}

/**
 * Runs the reader's compiled code in a worker of an opaque-origin frame without network. Every run has a frame of its
 * own, so nothing of one run reaches the next.
 */
export function startRun(compiled: Compiled, { task, deadline = DEADLINE.initial, onMessage }: RunOptions): Run {
  const limit = Math.min(DEADLINE.longest, Math.max(50, deadline));
  let frame: HTMLIFrameElement | undefined;
  let port: MessagePort | undefined;
  let guard: ReturnType<typeof setTimeout> | undefined;
  let pulse: ReturnType<typeof setInterval> | undefined;
  let stage: Stage | undefined;
  let over = false;

  const end = (message?: RunMessage) => {
    if (over) return;
    over = true;
    clearTimeout(guard);
    clearInterval(pulse);
    port?.close();
    frame?.remove();
    if (message === undefined) return;
    const late = message.kind === 'stopped' && message.reason === 'deadline';
    onMessage(late ? { ...message, text: deadlineText(stage, limit) } : message);
  };
  /** An end for a reason, unless the run is over: what was stopped says nothing more. */
  const failed = (error: Omit<Extract<RunMessage, { kind: 'error' }>, 'kind'>) => {
    if (over) return;
    onMessage({ kind: 'error', ...error });
    end({ kind: 'done', milliseconds: 0 });
  };
  const stopped = (reason: StopReason) => end(stoppedMessage(reason));

  if (!compiled.ok) {
    const { text, position } = compiled;
    queueMicrotask(() => failed({ text, ...(position && { position }) }));
    return { stop: () => end() };
  }

  const inEditor = (message: ReturnType<typeof readMessage>) =>
    message?.kind === 'error' && message.position !== undefined
      ? { ...message, position: editorPosition(compiled.code, message.position) }
      : message;

  runtimeText().then(
    (text) => {
      if (over) return;
      const linesBefore = linesOf(text);
      // The worker signs its messages; code that finds a way to post one of its own does not know the token.
      const token = Array.from(crypto.getRandomValues(new Uint32Array(4)), (word) => word.toString(36)).join('');
      const channel = new MessageChannel();
      let heard = Date.now();
      port = channel.port1;
      port.onmessage = ({ data }: MessageEvent<unknown>) => {
        if (over || !isRecord(data)) return;
        heard = Date.now();
        const { kind, line, column } = data;
        if (kind === 'ready') {
          port?.postMessage({
            command: 'run',
            program: wholeScript(text, compiled.code),
            linesBefore,
            task,
            token,
            deadline: limit,
            messages: LIMITS.messages,
          });
          return;
        }
        const { data: said } = data;
        if (kind === 'said' && !(isRecord(said) && said['token'] === token)) return;
        const placed =
          kind === 'error' && typeof line === 'number'
            ? { ...data, line: undefined, ...sourcePosition(line, Number(column), linesBefore) }
            : data;
        const message = inEditor(readMessage(kind === 'said' ? said : placed));
        if (message === undefined) return;
        if (message.kind === 'stage') stage = message;
        else if (message.kind === 'done' || message.kind === 'stopped') end(message);
        else onMessage(message);
      };
      frame = document.createElement('iframe');
      frame.setAttribute('sandbox', 'allow-scripts');
      frame.setAttribute('aria-hidden', 'true');
      frame.tabIndex = -1;
      frame.hidden = true;
      frame.title = 'Sandbox';
      frame.srcdoc = FRAME_DOCUMENT;
      frame.addEventListener('load', () => frame?.contentWindow?.postMessage('start', '*', [channel.port2]), {
        once: true,
      });
      document.body.append(frame);
      guard = setTimeout(() => stopped('deadline'), limit + GRACE);
      pulse = setInterval(() => {
        // timers of a tab that nobody looks at run late
        if (document.visibilityState === 'hidden') heard = Date.now();
        else if (Date.now() - heard > SILENCE) stopped('lost');
      }, 500);
    },
    (error: Error) => failed({ text: error.message }),
  );

  return { stop: () => stopped('asked') };
}
