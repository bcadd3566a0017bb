/** Asks the worker for what a formula's page shows. Only the newest question counts; a stuck worker is replaced. */
import type { FormulaState } from './formula-model.ts';
import type { FormulaAnswer } from './formula-page.ts';

export interface FormulaReply {
  readonly answer: FormulaAnswer;
  readonly testFile?: string;
}

export interface FormulaClient {
  /** Loads what is needed, so that the first answer is quick. */
  readonly prepare: () => void;
  readonly ask: (state: FormulaState, onReply: (reply: FormulaReply) => void) => void;
  readonly close: () => void;
}

/** Several bounded calls of half a second each, with room for a slow machine. */
const PATIENCE = 8000;

type Question = readonly [FormulaState, (reply: FormulaReply) => void];

const failure = (code: 'too-slow' | 'syntax', message: string): FormulaReply => ({
  answer: { ok: false, error: { code, message, position: 0, length: 0 } },
});

const LATE = failure('too-slow', 'this took too long and was stopped; a shorter formula, or fewer elements, will do');
const ABSENT = failure(
  'syntax',
  'the part of this site that reads formulas could not be loaded; type again when the connection is back',
);

export function createFormulaClient(): FormulaClient {
  let worker: Worker | undefined;
  let asked: Question | undefined;
  let next: Question | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const answered = (reply: FormulaReply) => {
    clearTimeout(timer);
    const question = asked;
    asked = undefined;
    // an answer to an old question is not shown, unless no newer one is waiting
    if (next === undefined) question?.[1](reply);
    else send(next);
  };
  const drop = () => {
    worker?.terminate();
    worker = undefined;
  };
  const open = (): Worker => {
    if (worker !== undefined) return worker;
    const opened = new Worker(new URL('./formula.worker.ts', import.meta.url), { type: 'module' });
    opened.onmessage = ({ data }: MessageEvent<FormulaReply>) => answered(data);
    opened.onerror = (event) => {
      event.preventDefault();
      drop();
      if (asked !== undefined) answered(ABSENT);
    };
    worker = opened;
    return opened;
  };
  const send = (question: Question) => {
    next = undefined;
    asked = question;
    timer = setTimeout(() => {
      drop();
      answered(LATE);
    }, PATIENCE);
    open().postMessage(question[0]);
  };
  return {
    prepare: () => {
      open();
    },
    ask: (state, onReply) => {
      next = [state, onReply];
      if (asked === undefined) send(next);
    },
    close: () => {
      clearTimeout(timer);
      asked = undefined;
      next = undefined;
      drop();
    },
  };
}
