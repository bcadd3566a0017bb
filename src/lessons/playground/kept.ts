/** What the reader has made is kept when something else takes its place: a link, a template, the example. */
import { INITIAL, type PlaygroundState, sameJson, sameState } from './state.ts';

export interface Work {
  readonly state: PlaygroundState;
  /** The state that was put in place last; the reader's own work is what differs from it. */
  readonly given: PlaygroundState;
  /** What the reader had made before, the newest last, until they take it back or let it go. */
  readonly kept: readonly PlaygroundState[];
}

export const UNTOUCHED: Work = { state: INITIAL, given: INITIAL, kept: [] };

/** More than this are more than anybody asks back. */
export const MOST_KEPT = 10;

const TYPED = ['formula', 'gradient', 'point', 'fixed', 'code', 'python'] as const;

/** Puts another state in place. The present one is kept if something that the reader has typed would be lost. */
export function opened({ state, given, kept }: Work, next: PlaygroundState): Work {
  const isOwn = (field: (typeof TYPED)[number]) =>
    [next, given, INITIAL].every((other) => !sameJson(state[field], other[field]));
  const others = kept.filter((each) => !sameState(each, state));
  return { state: next, given: next, kept: TYPED.some(isOwn) ? [...others, state].slice(-MOST_KEPT) : kept };
}

/** Brings back the state that was kept last; the present one is kept in its turn if the reader made it. */
export function broughtBack(work: Work): Work {
  const mine = work.kept.at(-1);
  if (mine === undefined) return work;
  return { ...opened({ ...work, kept: work.kept.slice(0, -1) }, mine), given: INITIAL };
}

/** Drops the state that was kept last. */
export const letGo = (work: Work): Work => ({ ...work, kept: work.kept.slice(0, -1) });
