import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { Question, Reply } from '@/lessons/failure/question.ts';
import type { FailureView } from '@/lessons/failure/view.ts';
import type { Failure } from '../run/use-on-demand.ts';
import { useWorkerClient, type WorkerOptions } from '../run/worker-client.ts';

const WORKER: WorkerOptions<Reply> = {
  open: () => new Worker(new URL('./failure.worker.ts', import.meta.url), { type: 'module' }),
  failed: (why) =>
    why === 'late' ? { kind: 'failed', message: 'it took too long; paste less of it' } : { kind: 'not-loaded' },
  // the longest that is taken, on a slow telephone
  patience: 60_000,
  // millions of characters that nobody asks for any more are not waited for
  impatient: true,
};

export interface Reading {
  /** What is known of what was last read; undefined where there is nothing to read. */
  readonly view: FailureView | undefined;
  readonly busy: boolean;
  readonly failure: Failure | undefined;
}

/** Reads in a worker, which is loaded for the first question; the first view came with the page. */
export function useReading(first: FailureView) {
  const worker = useWorkerClient<Question, Reply>(WORKER);
  const [reading, setReading] = useState<Reading>({ view: first, busy: false, failure: undefined });
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const latest = useRef<Question | undefined>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);

  const read = useCallback((question: Question | undefined, wait = 0) => {
    clearTimeout(timer.current);
    latest.current = question;
    if (question === undefined) {
      worker.stop();
      setReading({ view: undefined, busy: false, failure: undefined });
      return;
    }
    setReading(({ view }) => ({ view, busy: true, failure: undefined }));
    timer.current = setTimeout(() => {
      worker.ask(question, (reply) => {
        if (question !== latest.current) return;
        setReading(({ view }) =>
          reply.kind === 'read'
            ? { view: reply.view, busy: false, failure: undefined }
            : { view, busy: false, failure: reply },
        );
      });
    }, wait);
  }, []);
  const retry = useCallback(() => read(latest.current), []);
  return { ...reading, read, retry };
}
