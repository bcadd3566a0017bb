/**
 * Asks the worker for what a formula's page shows, one question at a time. Of the page's questions that wait only the
 * newest is asked; a test file is asked for apart and never in place of one. A stuck worker is replaced.
 */
import type { FormulaState } from '@/lessons/playground/formula-model.ts';
import { type FormulaReply, failure, sameFormula } from '@/lessons/playground/formula-reply.ts';

export interface FormulaClient {
  /** Loads what is needed, so that the first answer is quick. */
  readonly prepare: () => void;
  readonly ask: (state: FormulaState, onReply: (reply: FormulaReply) => void) => void;
  /** The check of a state as a test file; undefined where there is none. */
  readonly testFile: (state: FormulaState) => Promise<string | undefined>;
  readonly close: () => void;
}

/** Several bounded calls of half a second each, with room for a slow machine. */
const PATIENCE = 8000;

interface Question {
  readonly state: FormulaState;
  readonly onReply: (reply: FormulaReply) => void;
}

const LATE = failure('too-slow', 'this took too long and was stopped; a shorter formula, or fewer elements, will do');
const ABSENT = failure(
  'syntax',
  'the part of this site that reads formulas could not be loaded; type again when the connection is back',
);
const CLOSED = failure('syntax', 'the page was left');

export function createFormulaClient(): FormulaClient {
  let worker: Worker | undefined;
  let asked: Question | undefined;
  /** The page's newest question, while an older one is with the worker. */
  let next: Question | undefined;
  const files: Question[] = [];
  let latest: { readonly state: FormulaState; readonly reply: FormulaReply } | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const answered = (reply: FormulaReply) => {
    clearTimeout(timer);
    const question = asked;
    asked = undefined;
    question?.onReply(reply);
    sendNext();
  };
  const drop = () => {
    worker?.terminate();
    worker = undefined;
  };
  const open = (): Worker => {
    if (worker !== undefined) return worker;
    const opened = new Worker(new URL('./formula.worker.ts', import.meta.url), { type: 'module' });
    opened.onmessage = ({ data }: MessageEvent<FormulaReply>) => {
      if (asked !== undefined) latest = { state: asked.state, reply: data };
      answered(data);
    };
    opened.onerror = (event) => {
      event.preventDefault();
      drop();
      if (asked !== undefined) answered(ABSENT);
    };
    worker = opened;
    return opened;
  };
  const sendNext = () => {
    if (asked !== undefined) return;
    asked = next ?? files.shift();
    next = undefined;
    if (asked === undefined) return;
    timer = setTimeout(() => {
      drop();
      answered(LATE);
    }, PATIENCE);
    open().postMessage(asked.state);
  };
  return {
    prepare: () => {
      open();
    },
    ask: (state, onReply) => {
      next = { state, onReply };
      sendNext();
    },
    testFile: async (state) => {
      if (latest !== undefined && sameFormula(latest.state, state)) return latest.reply.testFile;
      const reply = await new Promise<FormulaReply>((onReply) => {
        files.push({ state, onReply });
        sendNext();
      });
      return reply.testFile;
    },
    close: () => {
      clearTimeout(timer);
      drop();
      for (const question of [asked, ...files.splice(0)]) question?.onReply(CLOSED);
      asked = undefined;
      next = undefined;
    },
  };
}
