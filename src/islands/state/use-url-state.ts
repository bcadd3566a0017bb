import { useCallback, useEffect, useState } from 'preact/hooks';
import { inTurn } from '@/charts/wake/turn.ts';
import { type Fields, initialState, keptState, readState, type StateOf, writeState } from '@/input/url-state.ts';

/** Browsers refuse more than about a hundred history updates in half a minute; a drag makes sixty a second. */
const SETTLE = 250;

/** Writes to the address that are still waiting, of all figures of this page. */
const unwritten = new Set<() => void>();

/** The address of the page with its figures as they are set at this moment. */
export function currentLink(): string {
  for (const write of unwritten) write();
  return location.href;
}

interface Bound<Of, T> {
  readonly field: Of;
  readonly value: T;
  readonly onValue: (value: T) => void;
}

export interface UrlState<F extends Fields> {
  readonly state: StateOf<F>;
  readonly update: (change: Partial<StateOf<F>>) => void;
  readonly reset: () => void;
  /** What a control over one field of the state needs: `<SliderField label="Step h" {...bind('h')} />`. */
  readonly bind: <K extends keyof F>(name: K) => Bound<F[K], StateOf<F>[K]>;
  /** True once the URL has been read and the figure shows its settings. */
  readonly awake: boolean;
}

/** An island's state, mirrored in the URL. The first render is the server's; the URL is read when the island wakes. */
export function useUrlState<F extends Fields>(island: string, fields: F): UrlState<F> {
  const [state, setState] = useState(() => initialState(fields));
  const [awake, setAwake] = useState(false);

  useEffect(() => {
    const read = () => {
      const next = readState(location.search, island, fields);
      setState((before) => keptState(fields, before, next));
    };
    read();
    inTurn(() => setAwake(true));
    addEventListener('popstate', read);
    return () => {
      removeEventListener('popstate', read);
    };
  }, [island, fields]);

  useEffect(() => {
    if (!awake) return undefined;
    const done = () => {
      clearTimeout(timer);
      unwritten.delete(write);
    };
    const write = () => {
      done();
      const search = writeState(location.search, island, fields, state);
      if (search !== location.search)
        history.replaceState(history.state, '', `${location.pathname}${search}${location.hash}`);
    };
    const timer = setTimeout(write, SETTLE);
    unwritten.add(write);
    return done;
  }, [state, awake, island, fields]);

  const update = useCallback((change: Partial<StateOf<F>>) => setState((before) => ({ ...before, ...change })), []);
  const reset = useCallback(() => setState(initialState(fields)), [fields]);
  const bind = <K extends keyof F>(name: K) => ({
    field: fields[name],
    value: state[name],
    onValue: (value: StateOf<F>[K]) => setState((before) => ({ ...before, [name]: value })),
  });
  return { state, update, reset, bind, awake };
}
