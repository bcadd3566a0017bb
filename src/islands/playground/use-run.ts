import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { heard, IDLE, type RunState, started } from '@/lessons/playground/run-state.ts';
import { useSandboxRun } from '../run/use-sandbox-run.ts';

/** Messages are drawn together this often, in milliseconds: hundreds of lines need not be hundreds of renders. */
const DRAW_EVERY = 50;

/** Runs the reader's code and keeps what it says. */
export function useRun(): {
  readonly run: RunState;
  readonly check: (code: string, deadline: number) => void;
  readonly stop: () => void;
} {
  const [run, setRun] = useState<RunState>(IDLE);
  const state = useRef<RunState>(IDLE);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const { start, stop } = useSandboxRun();

  const draw = useCallback(() => {
    clearTimeout(timer.current);
    timer.current = undefined;
    setRun(state.current);
  }, []);

  const check = useCallback(
    (code: string, deadline: number) => {
      state.current = started(state.current, code);
      draw();
      start(code, {
        task: 'check',
        deadline,
        onMessage: (message) => {
          state.current = heard(state.current, message);
          if (state.current.phase === 'ended') draw();
          else timer.current ??= setTimeout(draw, DRAW_EVERY);
        },
      });
    },
    [draw, start],
  );

  useEffect(() => () => clearTimeout(timer.current), []);
  return { run, check, stop };
}
