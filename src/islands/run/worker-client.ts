import { useEffect, useRef } from 'preact/hooks';

export interface WorkerClient<Question, Reply> {
  /** Loads the worker, so that the first answer is quick. */
  readonly prepare: () => void;
  /** Asks, and hears every reply. Of several questions that wait only the newest is asked; the others hear nothing. */
  readonly ask: (question: Question, hear: (reply: Reply) => void) => void;
  /** Ends the worker; questions that were asked get no reply any more. */
  readonly stop: () => void;
}

export interface WorkerOptions<Reply> {
  readonly open: () => Worker;
  /** The reply in place of one that did not come: the worker took too long, or could not be loaded or run. */
  readonly failed: (why: 'late' | 'broken', message: string) => Reply;
  /** Whether a reply ends the answer; without it each does. */
  readonly isLast?: (reply: Reply) => boolean;
  /** Milliseconds after which a worker that has not answered is replaced. */
  readonly patience?: number;
  /** A new question ends the worker that is busy with another, in place of waiting for it. */
  readonly impatient?: boolean;
}

interface Asked<Question, Reply> {
  readonly question: Question;
  readonly hear: (reply: Reply) => void;
}

/** Questions to a worker of this site, one at a time. The worker is opened for the first, and again after a failure. */
export function workerClient<Question, Reply>(options: WorkerOptions<Reply>): WorkerClient<Question, Reply> {
  const { open, failed, isLast = () => true, patience, impatient = false } = options;
  let worker: Worker | undefined;
  let current: Asked<Question, Reply> | undefined;
  let next: Asked<Question, Reply> | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const drop = () => {
    worker?.terminate();
    worker = undefined;
    clearTimeout(timer);
  };
  const answer = (reply: Reply, last: boolean) => {
    const asked = current;
    if (last) {
      clearTimeout(timer);
      current = undefined;
    }
    asked?.hear(reply);
    if (current === undefined) askNext();
  };
  const fail = (why: 'late' | 'broken', message = '') => {
    drop();
    if (current !== undefined) answer(failed(why, message), true);
  };
  const prepare = (): Worker => {
    if (worker !== undefined) return worker;
    const opened = open();
    // a message that the worker sent before it was ended may still arrive
    opened.onmessage = ({ data }: MessageEvent<Reply>) => opened === worker && answer(data, isLast(data));
    opened.onerror = (event) => {
      event.preventDefault();
      if (opened === worker) fail('broken', event.message);
    };
    worker = opened;
    return opened;
  };
  const askNext = () => {
    current = next;
    next = undefined;
    if (current === undefined) return;
    if (patience !== undefined) timer = setTimeout(fail, patience, 'late');
    prepare().postMessage(current.question);
  };
  return {
    prepare,
    ask: (question, hear) => {
      next = { question, hear };
      if (current !== undefined && !impatient) return;
      if (current !== undefined) drop();
      askNext();
    },
    stop: () => {
      drop();
      current = undefined;
      next = undefined;
    },
  };
}

/** A client that lives as long as its component. `options` are read at the first render only. */
export function useWorkerClient<Question, Reply>(options: WorkerOptions<Reply>): WorkerClient<Question, Reply> {
  const client = useRef<WorkerClient<Question, Reply> | undefined>(undefined);
  client.current ??= workerClient(options);
  useEffect(() => () => client.current?.stop(), []);
  return client.current;
}
