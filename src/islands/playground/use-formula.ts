import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { FormulaState } from '@/lessons/playground/formula-model.ts';
import type { FormulaAnswer, FormulaPage } from '@/lessons/playground/formula-page.ts';
import { type FormulaReply, failure, sameFormula } from '@/lessons/playground/formula-reply.ts';
import { INITIAL } from '@/lessons/playground/state.ts';
import { useWorkerClient, type WorkerOptions } from '../run/worker-client.ts';

export interface FormulaResult {
  /** The last formula that could be read. */
  readonly page: FormulaPage;
  /** The error in the present formula. */
  readonly error: Extract<FormulaAnswer, { ok: false }>['error'] | undefined;
  /** True while `page` does not belong to the typed formula. */
  readonly stale: boolean;
  /** The first key is typed soon: load what reads formulas. */
  readonly prepare: () => void;
  /** The check as a test file; undefined where there is none. */
  readonly testFile: () => Promise<string | undefined>;
}

const WORKER: WorkerOptions<FormulaReply> = {
  open: () => new Worker(new URL('./formula.worker.ts', import.meta.url), { type: 'module' }),
  failed: (why) =>
    why === 'late'
      ? failure('too-slow', 'this took too long and was stopped; a shorter formula, or fewer elements, will do')
      : failure(
          'syntax',
          'the part of this site that reads formulas could not be loaded; type again when the connection is back',
        ),
  // several calls, each bounded in its work, with room for a slow machine
  patience: 8000,
};

/** Everything that is shown of a formula; `first` belongs to the example and came with the page. */
export function useFormula(state: FormulaState, first: FormulaPage): FormulaResult {
  const worker = useWorkerClient<FormulaState, FormulaReply>(WORKER);
  // of its own, so that neither waits for the other nor is dropped for it
  const fileWorker = useWorkerClient<FormulaState, FormulaReply>(WORKER);
  const [answered, setAnswered] = useState<{ of: FormulaState; answer: FormulaAnswer }>({ of: INITIAL, answer: first });
  const [page, setPage] = useState(first);
  const latest = useRef<{ of: FormulaState; testFile: string | undefined } | undefined>(undefined);
  const current = sameFormula(answered.of, state);

  useEffect(() => {
    if (current) return undefined;
    let wanted = true;
    const show = (answer: FormulaAnswer) => {
      // a formula that has changed since is answered later
      if (!wanted) return;
      setAnswered({ of: state, answer });
      if (answer.ok) setPage(answer);
    };
    if (sameFormula(state, INITIAL)) show(first);
    else
      worker.ask(state, ({ answer, testFile }) => {
        latest.current = { of: state, testFile };
        show(answer);
      });
    return () => {
      wanted = false;
    };
  }, [state.formula, state.gradient, state.point, state.precision]);

  const testFile = useCallback(async () => {
    if (latest.current !== undefined && sameFormula(latest.current.of, state)) return latest.current.testFile;
    return new Promise<string | undefined>((resolve) => {
      fileWorker.ask(state, (reply) => resolve(reply.testFile));
    });
  }, [state]);
  const { answer } = answered;
  return {
    page,
    error: answer.ok || !current ? undefined : answer.error,
    stale: !current || !answer.ok,
    prepare: worker.prepare,
    testFile,
  };
}
