import { useCallback, useEffect, useState } from 'preact/hooks';

export interface Pace {
  /** Milliseconds from one tick to the next. */
  readonly pace: number;
  /** Where there are more comparisons than this, a tick shows several. */
  readonly mostTicks: number;
}

const calm = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches;

export interface Reveal {
  readonly shown: number;
  readonly playing: boolean;
  readonly show: (count: number) => void;
  /** From the first comparison on; at once to the last for readers who want no motion. */
  readonly play: () => void;
}

/** How many of the comparisons of a run are drawn: one after the other as they come, or as many as the reader says. */
export function useReveal(run: number, total: number, { pace, mostTicks }: Pace, first = total): Reveal {
  const [state, setState] = useState({ run, shown: first, playing: false });
  const { shown, playing } = state.run === run ? state : { shown: 0, playing: true };
  const play = useCallback(() => setState({ run, shown: calm() ? total : 0, playing: true }), [run, total]);
  const show = useCallback((count: number) => setState({ run, shown: count, playing: false }), [run]);
  useEffect(() => {
    if (!playing || shown >= total) return;
    const next = calm() ? total : Math.min(total, shown + Math.max(1, Math.ceil(total / mostTicks)));
    const timer = setTimeout(() => setState({ run, shown: next, playing: true }), calm() ? 0 : pace);
    return () => clearTimeout(timer);
  }, [run, shown, total, playing]);
  return { shown: Math.min(shown, total), playing: playing && shown < total, show, play };
}
