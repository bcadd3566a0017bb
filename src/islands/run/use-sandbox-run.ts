import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { Compiled } from '@/sandbox/compile.ts';
import type { RunOptions, SandboxedRun } from '@/sandbox/hearing.ts';
import type { Task } from '@/sandbox/protocol.ts';
import { heard, IDLE, type RunState, started } from '@/sandbox/run-state.ts';
import { useWorkerClient, type WorkerClient, type WorkerOptions } from './worker-client.ts';

export type Language = 'typescript' | 'python';

interface Order {
  readonly code: string;
  /** By default TypeScript. */
  readonly language?: Language;
  readonly task: Task;
  /** Milliseconds. */
  readonly deadline?: number;
}

export interface SandboxRun {
  readonly run: RunState;
  /** Runs a program in place of the one before, which is heard of no more. */
  readonly start: (order: Order) => void;
  /** Ends the run at once, also one that is still being compiled; it says that it was stopped. */
  readonly stop: () => void;
  /** Ends the run without a word, and forgets it. */
  readonly forget: () => void;
}

const ABSENT = 'The part of this site that runs code could not be loaded. Check the connection and run again.';

const TOO_INTRICATE =
  'The types could not be taken out of this code within 8 s. Are there many functions within each other, as arguments, defaults or generics? Give the inner ones names of their own.';

const plainCompiler = () => new Worker(new URL('../../sandbox/compile.worker.ts', import.meta.url), { type: 'module' });

/** A worker of this site takes the types out of the code; it never runs the code. */
const COMPILER: Omit<WorkerOptions<Compiled>, 'open'> = {
  failed: (why) => ({ ok: false, text: why === 'late' ? TOO_INTRICATE : ABSENT }),
  // any program that fits is compiled in a few hundred milliseconds; the first also waits for the worker to load
  patience: 8000,
  impatient: true,
};

type Compiler = WorkerClient<string, Compiled>;

/** What runs a program, by its language. It is rejected where that cannot be loaded. */
const LAUNCH: Readonly<
  Record<Language, (program: string, compiler: Compiler) => Promise<(options: RunOptions) => SandboxedRun>>
> = {
  typescript: async (program, compiler) => {
    const compiling = new Promise<Compiled>((resolve) => compiler.ask(program, resolve));
    const [{ startRun }, compiled] = await Promise.all([import('@/sandbox/run.ts'), compiling]);
    return (options) => startRun(compiled, options);
  },
  python: async (program) => {
    const { startPythonRun } = await import('@/sandbox/python-run.ts');
    return (options) => startPythonRun(program, options);
  },
};

/** Loads the runtime of a language ahead of the first run. A failure is reported by that run. */
export function prepareRun(language: Language): void {
  if (language !== 'python') return;
  import('@/sandbox/python-run.ts').then(({ preparePython }) => preparePython()).catch(() => {});
}

/** Messages are drawn together this often, in milliseconds: hundreds of lines need not be hundreds of renders. */
const DRAW_EVERY = 50;

/**
 * One run of the reader's code at a time; what runs code is fetched for the first. Each run gets a worker of its own, in a
 * frame that cannot reach the page, so that no run affects the next. Its messages are not trusted.
 *
 * @param open opens the worker that compiles; its output has the same lines as the code
 */
export function useSandboxRun(open = plainCompiler): SandboxRun {
  const compiler = useWorkerClient<string, Compiled>({ ...COMPILER, open });
  const [run, setRun] = useState<RunState>(IDLE);
  const state = useRef<RunState>(IDLE);
  /** The run under way; without `sandbox` while its code is compiled and the runtime is being fetched. */
  const current = useRef<{ sandbox?: SandboxedRun } | undefined>(undefined);
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
    if (left !== undefined && left.sandbox === undefined) compiler.stop();
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
  const start = useCallback(({ code, language = 'typescript', task, deadline }: Order) => {
    leave();
    const own: { sandbox?: SandboxedRun } = {};
    current.current = own;
    state.current = started(state.current, code);
    draw();
    LAUNCH[language](code, compiler).then(
      (run) => {
        if (current.current !== own) return;
        own.sandbox = run({
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
