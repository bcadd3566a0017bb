import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { FormulaState } from '@/lessons/playground/formula-model.ts';
import type { FormulaAnswer, FormulaPage } from '@/lessons/playground/formula-page.ts';
import { sameFormula } from '@/lessons/playground/formula-reply.ts';
import { INITIAL } from '@/lessons/playground/initial.ts';
import { createFormulaClient, type FormulaClient } from './formula-client.ts';

export interface FormulaResult {
  /** The last formula that could be read. */
  readonly page: FormulaPage;
  /** What is wrong with the formula as it stands. */
  readonly error: Extract<FormulaAnswer, { ok: false }>['error'] | undefined;
  /** What is shown is not yet, or cannot be, that of what is typed. */
  readonly stale: boolean;
  /** The first key is typed soon: load what reads formulas. */
  readonly prepare: () => void;
  /** The check as a test file. */
  readonly testFile: () => Promise<string | undefined>;
}

/** What there is to show of a formula; `first` is that of the example, from the server. */
export function useFormula(state: FormulaState, first: FormulaPage): FormulaResult {
  const client = useRef<FormulaClient | undefined>(undefined);
  const [answered, setAnswered] = useState<{ of: FormulaState; answer: FormulaAnswer }>({ of: INITIAL, answer: first });
  const [page, setPage] = useState(first);
  const opened = () => {
    client.current ??= createFormulaClient();
    return client.current;
  };
  const current = sameFormula(answered.of, state);

  useEffect(() => {
    if (current) return undefined;
    if (sameFormula(state, INITIAL)) {
      setAnswered({ of: INITIAL, answer: first });
      setPage(first);
      return undefined;
    }
    let wanted = true;
    opened().ask(state, ({ answer }) => {
      // to a formula that has changed since
      if (!wanted) return;
      setAnswered({ of: state, answer });
      if (answer.ok) setPage(answer);
    });
    return () => {
      wanted = false;
    };
  }, [state.formula, state.gradient, state.point, state.precision]);
  useEffect(() => () => client.current?.close(), []);

  const testFile = useCallback(() => opened().testFile(state), [state]);
  const { answer } = answered;
  return {
    page,
    error: answer.ok || !current ? undefined : answer.error,
    stale: !current || !answer.ok,
    prepare: () => opened().prepare(),
    testFile,
  };
}
