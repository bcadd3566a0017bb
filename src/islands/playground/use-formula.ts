import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { createFormulaClient, type FormulaClient, type FormulaReply } from './formula-client.ts';
import type { FormulaState } from './formula-model.ts';
import type { FormulaAnswer, FormulaPage } from './formula-page.ts';
import { INITIAL } from './initial.ts';

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

const same = (a: FormulaState, b: FormulaState): boolean =>
  a.formula === b.formula &&
  a.gradient === b.gradient &&
  a.precision === b.precision &&
  JSON.stringify(a.point) === JSON.stringify(b.point);

/** What there is to show of a formula; `first` is that of the example, from the server. */
export function useFormula(state: FormulaState, first: FormulaPage): FormulaResult {
  const client = useRef<FormulaClient | undefined>(undefined);
  const [answered, setAnswered] = useState<{ of: FormulaState; answer: FormulaAnswer }>({ of: INITIAL, answer: first });
  const [page, setPage] = useState(first);
  const opened = () => {
    client.current ??= createFormulaClient();
    return client.current;
  };
  const current = same(answered.of, state);

  useEffect(() => () => client.current?.close(), []);
  useEffect(() => {
    if (current) return;
    if (same(state, INITIAL)) {
      setAnswered({ of: INITIAL, answer: first });
      setPage(first);
      return;
    }
    opened().ask(state, ({ answer }: FormulaReply) => {
      setAnswered({ of: state, answer });
      if (answer.ok) setPage(answer);
    });
  }, [state.formula, state.gradient, state.point, state.precision]);

  const testFile = useCallback(
    () => new Promise<string | undefined>((resolve) => opened().ask(state, (reply) => resolve(reply.testFile))),
    [state],
  );
  const { answer } = answered;
  return {
    page,
    error: answer.ok || !current ? undefined : answer.error,
    stale: !current || !answer.ok,
    prepare: () => opened().prepare(),
    testFile,
  };
}
