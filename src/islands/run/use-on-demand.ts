import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';

/**
 * Fetches modules or data, and resolves with a function that computes the value. Two stages, so that a script that could
 * not be fetched is not taken for a computation that failed.
 */
export type Load<T> = () => Promise<() => T>;

/** Why there is no value: the network failed, or the computation threw. */
export type Failure = { readonly kind: 'not-loaded' } | { readonly kind: 'failed'; readonly message: string };

export interface LatestCall {
  /** Of several calls the last one wins; the values of the others are dropped. */
  readonly call: <T>(load: Load<T>, onValue: (value: T) => void) => void;
  /** Drops the value that is under way. */
  readonly forget: () => void;
  /** Of the last call. */
  readonly failure: Failure | undefined;
  /** Makes the last call once more. */
  readonly retry: () => void;
}

/** Values that take something to be fetched first. */
export function useLatestCall(): LatestCall {
  const [failure, setFailure] = useState<Failure>();
  const turn = useRef(0);
  const again = useRef(() => {});
  const call = useCallback(<T>(load: Load<T>, onValue: (value: T) => void) => {
    const attempt = () => {
      const own = ++turn.current;
      setFailure(undefined);
      const fail = (why: Failure) => {
        if (own === turn.current) setFailure(why);
      };
      load().then(
        (compute) => {
          if (own !== turn.current) return;
          try {
            onValue(compute());
          } catch (error) {
            console.error(error);
            fail({ kind: 'failed', message: error instanceof Error ? error.message : String(error) });
          }
        },
        () => fail({ kind: 'not-loaded' }),
      );
    };
    again.current = attempt;
    attempt();
  }, []);
  const forget = useCallback(() => {
    turn.current++;
    setFailure(undefined);
  }, []);
  const retry = useCallback(() => again.current(), []);
  useEffect(
    () => () => {
      turn.current++;
    },
    [],
  );
  return { call, forget, failure, retry };
}

export interface OnDemand<T> extends Pick<LatestCall, 'failure' | 'retry'> {
  /** The value of the state; while that is being computed, or has failed, the value before. */
  readonly value: T;
  /** True while the value does not belong to the state. */
  readonly stale: boolean;
}

/**
 * The value that belongs to a state. For one state it came with the page; for the others `load` is called.
 *
 * @param key tells states apart
 */
export function useOnDemand<T>(
  key: string,
  load: Load<T>,
  first: { readonly key: string; readonly value: T },
): OnDemand<T> {
  const [shown, setShown] = useState(first);
  const { call, forget, failure, retry } = useLatestCall();
  // A layout effect, which runs before the next frame: once the module is loaded, the old value is never drawn.
  useLayoutEffect(() => {
    if (key === first.key) {
      forget();
      setShown(first);
    } else call(load, (value) => setShown({ key, value }));
  }, [key]);
  const here = key === first.key;
  return { value: here ? first.value : shown.value, stale: !here && shown.key !== key, failure, retry };
}
