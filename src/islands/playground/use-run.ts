import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { RunMessage } from '@/sandbox/protocol.ts';
import type { Run } from '@/sandbox/run.ts';
import { heard, IDLE, type RunState, started } from './run-state.ts';

/** Messages are drawn together this often, in milliseconds: hundreds of lines need not be hundreds of renders. */
const DRAW_EVERY = 50;

const ABSENT = 'The part of this site that runs code could not be loaded. Check again when the connection is back.';

/** Runs the reader's code and keeps what it says. */
export function useRun(): {
  readonly run: RunState;
  readonly check: (code: string, deadline: number) => void;
  readonly stop: () => void;
} {
  const [run, setRun] = useState<RunState>(IDLE);
  const state = useRef<RunState>(IDLE);
  const under = useRef<Run | undefined>(undefined);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const number = useRef(0);

  const draw = useCallback(() => {
    clearTimeout(timer.current);
    timer.current = undefined;
    setRun(state.current);
  }, []);
  const stop = useCallback(() => under.current?.stop(), []);

  const check = useCallback(
    (code: string, deadline: number) => {
      under.current?.stop();
      const own = ++number.current;
      state.current = started(state.current, code);
      draw();
      const hear = (message: RunMessage) => {
        if (own !== number.current) return;
        state.current = heard(state.current, message);
        if (state.current.phase === 'ended') draw();
        else timer.current ??= setTimeout(draw, DRAW_EVERY);
      };
      import('@/sandbox/run.ts').then(
        ({ startRun }) => {
          if (own !== number.current) return;
          under.current = startRun(code, { task: 'check', deadline, onMessage: hear });
        },
        () => {
          hear({ kind: 'error', text: ABSENT });
          hear({ kind: 'done', milliseconds: 0 });
        },
      );
    },
    [draw],
  );

  useEffect(() => {
    // a page in the back-forward cache must not come back with a run that is half over
    addEventListener('pagehide', stop);
    return () => {
      removeEventListener('pagehide', stop);
      number.current++;
      clearTimeout(timer.current);
      under.current?.stop();
    };
  }, [stop]);
  return { run, check, stop };
}
