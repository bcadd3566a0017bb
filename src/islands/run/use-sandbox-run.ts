import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { Task } from '@/sandbox/protocol.ts';
import type { Run } from '@/sandbox/run.ts';
import { heard, IDLE, type RunState, started } from '@/sandbox/run-state.ts';

interface Order {
  readonly code: string;
  /** What is run in place of the code, line for line the same. */
  readonly program?: string;
  readonly task: Task;
  /** Milliseconds. */
  readonly deadline?: number;
}

export interface SandboxRun {
  readonly run: RunState;
  /** Runs a program in place of the one before, which is heard of no more. */
  readonly start: (order: Order) => void;
  /** Ends the run at once, also one whose sandbox is still being fetched; it says that it was stopped. */
  readonly stop: () => void;
  /** Ends the run without a word, and forgets it. */
  readonly forget: () => void;
}

const ABSENT = 'The part of this site that runs code could not be loaded. Check the connection and run again.';

/** Messages are drawn together this often, in milliseconds: hundreds of lines need not be hundreds of renders. */
const DRAW_EVERY = 50;

/**
 * One run of the reader's code at a time; what runs code is fetched for the first. No `workerClient`: a program gets a
 * frame and a worker of its own, so that nothing of one run reaches the next, and what comes out of them is not trusted.
 */
export function useSandboxRun(): SandboxRun {
  const [run, setRun] = useState<RunState>(IDLE);
  const state = useRef<RunState>(IDLE);
  /** The run under way; empty while what runs code is being fetched. */
  const current = useRef<{ sandbox?: Run } | undefined>(undefined);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);

  const draw = useCallback(() => {
    clearTimeout(timer.current);
    timer.current = undefined;
    setRun(state.current);
  }, []);
  const show = useCallback((next: RunState) => {
    state.current = next;
    if (next.phase === 'running') timer.current ??= setTimeout(draw, DRAW_EVERY);
    else draw();
  }, []);
  const leave = useCallback(() => {
    const left = current.current;
    current.current = undefined;
    left?.sandbox?.stop();
  }, []);
  const stop = useCallback(() => {
    if (current.current === undefined) return;
    leave();
    show(heard(state.current, { kind: 'stopped', reason: 'asked', text: 'Stopped.' }));
  }, []);
  const forget = useCallback(() => {
    leave();
    show(IDLE);
  }, []);
  const start = useCallback(({ code, program = code, task, deadline }: Order) => {
    leave();
    const own: { sandbox?: Run } = {};
    current.current = own;
    state.current = started(state.current, code);
    draw();
    import('@/sandbox/run.ts').then(
      ({ startRun }) => {
        if (current.current !== own) return;
        own.sandbox = startRun(program, {
          task,
          ...(deadline !== undefined && { deadline }),
          onMessage: (message) => {
            if (current.current !== own) return;
            if (message.kind === 'done' || message.kind === 'stopped') current.current = undefined;
            show(heard(state.current, message));
          },
        });
      },
      () => {
        if (current.current !== own) return;
        current.current = undefined;
        show(heard(heard(state.current, { kind: 'error', text: ABSENT }), { kind: 'done', milliseconds: 0 }));
      },
    );
  }, []);

  useEffect(() => {
    // a page in the back-forward cache must not come back with a run that is half over
    addEventListener('pagehide', stop);
    return () => {
      removeEventListener('pagehide', stop);
      clearTimeout(timer.current);
      leave();
    };
  }, []);
  return { run, start, stop, forget };
}
