import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { initialState } from '../shared/url-state.ts';
import type { Checks } from './checks.ts';
import { fields, type State } from './model.ts';

type Run = (state: State) => Checks;

const initial = initialState(fields);
const isInitial = (state: State): boolean =>
  Object.keys(fields).every((name) => state[name as keyof State] === initial[name as keyof State]);

/** What both checks say. The first result came with the page; the checker is fetched once another is wanted. */
export function useChecks(state: State, first: Checks): { checks: Checks; stale: boolean; prepare: () => void } {
  const [run, setRun] = useState<Run | null>(null);
  const asked = useRef(false);
  const latest = useRef(first);
  const prepare = useCallback(() => {
    if (asked.current) return;
    asked.current = true;
    import('./checks.ts').then(
      ({ checksOf }) => setRun(() => checksOf),
      () => {
        // Without a network: the next change asks again.
        asked.current = false;
      },
    );
  }, []);
  const here = isInitial(state);
  useEffect(() => {
    if (!here) prepare();
  }, [state, here, prepare]);
  const fresh = useMemo(() => (here ? first : run?.(state)), [here, run, state, first]);
  if (fresh !== undefined) latest.current = fresh;
  return { checks: latest.current, stale: fresh === undefined, prepare };
}
