/** Figures that show what a module computes from their state; the module is fetched when it is first needed. */
import { type Fields, initialState, type StateOf } from '@/input/url-state.ts';
import { type UrlState, useUrlState } from '../state/use-url-state.ts';
import { type OnDemand, useOnDemand } from './use-on-demand.ts';

interface Computed<T> extends OnDemand<T> {
  /**
   * Handlers for the element around the controls: the module is fetched once the reader's pointer or focus is near. A fetch
   * that fails is told once a value is asked for.
   */
  readonly prepare: { readonly onPointerEnter: () => void; readonly onFocusCapture: () => void };
}

/** Fetches a module, and gives its function. */
type Load<State, T> = () => Promise<(state: State) => T>;

/**
 * What belongs to a state.
 *
 * @param state plain data
 * @param first the state whose value came with the page
 */
export function useComputed<State, T>(
  load: Load<State, T>,
  state: State,
  first: { readonly state: State; readonly value: T },
): Computed<T> {
  const served = { key: JSON.stringify(first.state), value: first.value };
  const computed = useOnDemand(
    JSON.stringify(state),
    async () => {
      const compute = await load();
      return () => compute(state);
    },
    served,
  );
  const prepare = () => {
    load().catch(() => {});
  };
  return { ...computed, prepare: { onPointerEnter: prepare, onFocusCapture: prepare } };
}

/**
 * The state of a figure, and what is computed of it.
 *
 *     const load = async () => (await import('@/lessons/second/hessian.ts')).checkHessian;
 *     const { bind, awake, run } = useComputedFigure('hessian', fields, load, first);
 *
 * @param first the value of the initial state, which came with the page
 */
export function useComputedFigure<F extends Fields, T>(
  name: string,
  fields: F,
  load: Load<StateOf<F>, T>,
  first: T,
): UrlState<F> & { readonly run: Computed<T> } {
  const url = useUrlState(name, fields);
  return { ...url, run: useComputed(load, url.state, { state: initialState(fields), value: first }) };
}
