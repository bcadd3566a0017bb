import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { Problem } from '@/lessons/directions/problem.ts';
import type { Reply, Request } from '@/lessons/directions/protocol.ts';
import { answered, builtRun, isRunning, newRun, type Run, stopped } from '@/lessons/directions/run.ts';
import type { Found } from '@/lessons/directions/search.ts';
import { keyOf } from '@/lessons/directions/state.ts';

/** A run starts once the reader's hand has rested for so long. */
const SETTLE = 200;

/**
 * The run of a problem. The first came with the page; each other is made by a worker, which is fetched when it is first
 * needed. A worker that is busy with something else is ended, so that a million elements are never waited for in vain.
 */
export function useRun(problem: Problem, first: Found): { run: Run; start: () => void; stop: () => void } {
  const [run, setRun] = useState<Run>(() => builtRun(first));
  const worker = useRef<Worker | undefined>(undefined);
  const latest = useRef(run);
  latest.current = run;

  const show = useCallback((next: Run) => {
    latest.current = next;
    setRun(next);
  }, []);
  const end = useCallback(() => {
    worker.current?.terminate();
    worker.current = undefined;
  }, []);
  const begin = useCallback(
    (wanted: Problem) => {
      if (isRunning(latest.current)) end();
      if (worker.current === undefined) {
        const made = new Worker(new URL('./directions.worker.ts', import.meta.url), { type: 'module' });
        made.onmessage = ({ data }: MessageEvent<Reply>) => show(answered(latest.current, data));
        made.onerror = ({ message }) => {
          end();
          show(
            answered(latest.current, { id: latest.current.id, kind: 'failed', message: message || 'it did not load' }),
          );
        };
        worker.current = made;
      }
      const next = newRun(latest.current.id + 1, wanted);
      show(next);
      worker.current.postMessage({ id: next.id, problem: wanted } satisfies Request);
    },
    [end, show],
  );

  const key = keyOf(problem);
  useEffect(() => {
    if (key === keyOf(latest.current.problem)) return;
    const timer = setTimeout(() => begin(problem), SETTLE);
    return () => clearTimeout(timer);
  }, [key, begin]);
  useEffect(() => end, [end]);

  const start = useCallback(() => begin(problem), [key, begin]);
  const stop = useCallback(() => {
    end();
    show(stopped(latest.current));
  }, [end, show]);
  return { run, start, stop };
}
