import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { Problem } from '@/lessons/directions/problem.ts';
import { isLast, type SearchReply } from '@/lessons/directions/protocol.ts';
import { answered, builtRun, newRun, type SearchRun, stopped } from '@/lessons/directions/run.ts';
import type { Found } from '@/lessons/directions/search.ts';
import { keyOf } from '@/lessons/directions/state.ts';
import { useWorkerClient, type WorkerOptions } from '../run/worker-client.ts';

/** A run starts once the reader's hand has rested for so long. */
const SETTLE = 200;

const WORKER: WorkerOptions<SearchReply> = {
  open: () => new Worker(new URL('./directions.worker.ts', import.meta.url), { type: 'module' }),
  failed: (_, message) => ({ kind: 'failed', message: message || 'it did not load' }),
  isLast,
  // a check of a million elements that is no longer wanted is ended, not waited for
  impatient: true,
};

/** The run of a problem. The first came with the page; each other is made by a worker. */
export function useRun(problem: Problem, first: Found): { run: SearchRun; start: () => void; stop: () => void } {
  const [run, setRun] = useState<SearchRun>(() => builtRun(first));
  const worker = useWorkerClient<Problem, SearchReply>(WORKER);
  const latest = useRef(run);
  const show = (next: SearchRun) => {
    latest.current = next;
    setRun(next);
  };
  const start = () => {
    show(newRun(latest.current.id + 1, problem));
    worker.ask(problem, (reply) => show(answered(latest.current, reply)));
  };

  const key = keyOf(problem);
  useEffect(() => {
    if (key === keyOf(latest.current.problem)) return;
    const timer = setTimeout(start, SETTLE);
    return () => clearTimeout(timer);
  }, [key]);

  const stop = useCallback(() => {
    worker.stop();
    show(stopped(latest.current));
  }, []);
  return { run, start, stop };
}
