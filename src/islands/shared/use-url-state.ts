import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { type Fields, initialState, readState, type StateOf, writeState } from './url-state.ts';

/** Browsers refuse more than about a hundred history updates in half a minute; a drag makes sixty a second. */
const SETTLE = 250;

export interface UrlState<F extends Fields> {
  readonly state: StateOf<F>;
  readonly update: (change: Partial<StateOf<F>>) => void;
  readonly reset: () => void;
  /** True once the URL has been read: what is shown is what the reader asked for. */
  readonly awake: boolean;
}

/** An island's state, mirrored in the URL. The first render is the server's; the URL is read when the island wakes. */
export function useUrlState<F extends Fields>(island: string, fields: F): UrlState<F> {
  const [state, setState] = useState(() => initialState(fields));
  const [awake, setAwake] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);

  useEffect(() => {
    const read = () => setState(readState(location.search, island, fields));
    read();
    setAwake(true);
    addEventListener('popstate', read);
    return () => {
      removeEventListener('popstate', read);
      clearTimeout(timer.current);
    };
  }, [island, fields]);

  useEffect(() => {
    if (!awake) return;
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      const search = writeState(location.search, island, fields, state);
      if (search !== location.search)
        history.replaceState(history.state, '', `${location.pathname}${search}${location.hash}`);
    }, SETTLE);
  }, [state, awake, island, fields]);

  const update = useCallback((change: Partial<StateOf<F>>) => setState((before) => ({ ...before, ...change })), []);
  const reset = useCallback(() => setState(initialState(fields)), [fields]);
  return { state, update, reset, awake };
}
