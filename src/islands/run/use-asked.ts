import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { Reply } from './answering.ts';
import type { Failure } from './use-on-demand.ts';
import { useWorkerClient } from './worker-client.ts';

interface Options {
  readonly open: () => Worker;
  /** Milliseconds that an answer may take. */
  readonly patience: number;
  /** The message where an answer takes longer. */
  readonly late: string;
}

interface Answer<Value> {
  /** The last answer there was; undefined where nothing is asked. */
  readonly value: Value | undefined;
  readonly busy: boolean;
  /** Why the last question has no answer. */
  readonly failure: Failure | undefined;
}

export interface Asked<Question, Value> extends Answer<Value> {
  /** Asks in place of the question before, once `wait` milliseconds have gone by without another. */
  readonly ask: (question: Question, wait?: number) => void;
  /** Puts an answer in place without asking; the question before is dropped. */
  readonly set: (value: Value | undefined) => void;
  /** Asks the last question once more. */
  readonly retry: () => void;
}

/**
 * Questions about the reader's input, which may be anything: a worker answers them, and is ended where it takes too long.
 * The worker is loaded for the first question.
 *
 * @param options read at the first render only
 * @param first an answer that came with the page
 */
export function useAsked<Question, Value>({ open, patience, late }: Options, first?: Value): Asked<Question, Value> {
  const worker = useWorkerClient<Question, Reply<Value>>({
    open,
    patience,
    failed: (why) => (why === 'late' ? { kind: 'failed', message: late } : { kind: 'not-loaded' }),
    impatient: true,
  });
  const [answer, setAnswer] = useState<Answer<Value>>({ value: first, busy: false, failure: undefined });
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const latest = useRef<{ readonly question: Question } | undefined>(undefined);
  const working = useRef(false);
  useEffect(() => () => clearTimeout(timer.current), []);

  const set = useCallback((value: Value | undefined) => {
    clearTimeout(timer.current);
    latest.current = undefined;
    if (working.current) worker.stop();
    working.current = false;
    setAnswer({ value, busy: false, failure: undefined });
  }, []);
  const ask = useCallback((question: Question, wait = 0) => {
    clearTimeout(timer.current);
    const asked = { question };
    latest.current = asked;
    setAnswer(({ value }) => ({ value, busy: true, failure: undefined }));
    timer.current = setTimeout(() => {
      working.current = true;
      worker.ask(question, (reply) => {
        if (asked !== latest.current) return;
        working.current = false;
        setAnswer(({ value }) =>
          reply.kind === 'value'
            ? { value: reply.value, busy: false, failure: undefined }
            : { value, busy: false, failure: reply },
        );
      });
    }, wait);
  }, []);
  const retry = useCallback(() => latest.current && ask(latest.current.question), []);
  return { ...answer, ask, set, retry };
}
