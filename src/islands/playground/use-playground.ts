import type { RefObject } from 'preact';
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { inTurn } from '@/charts/wake/turn.ts';
import { loadDraft, saveDraft } from '@/lessons/playground/draft.ts';
import { type Decoded, decodeState, encodeState } from '@/lessons/playground/share.ts';
import { INITIAL, type PlaygroundState, sameState } from '@/lessons/playground/state.ts';

/** Milliseconds without a change after which the draft and the address follow. */
const SETTLE = 400;

/** Older browsers cannot unpack what a link holds. */
const UNREADABLE: Decoded = {
  ok: false,
  reason: 'broken',
  message: 'This browser cannot read the link; the example is shown instead.',
  state: INITIAL,
};

const SHARED = /^#v\d+=/;

export interface Playground {
  readonly state: PlaygroundState;
  readonly update: (change: Partial<PlaygroundState>) => void;
  /** Counts how often the state came from elsewhere: a link, a draft, reset. Editors then take its text. */
  readonly version: number;
  readonly replace: (state: PlaygroundState) => void;
  /** Back to the example; what was there is kept. */
  readonly startOver: () => void;
  /** What a link has to say for itself. */
  readonly notice: string | undefined;
  /** What the reader had before a link was opened over it. */
  readonly kept: PlaygroundState | undefined;
  /** Gives the code as it is in the editor at this moment. */
  readonly liveCode: RefObject<() => string>;
  readonly current: () => PlaygroundState;
  readonly awake: boolean;
}

const OPENED: Readonly<Record<PlaygroundState['mode'], string>> = {
  formula: 'Opened from a link.',
  typescript: 'Opened from a link. The code is somebody else’s: it runs when you press Check, not before.',
};

/** The playground's state, read from the address or from this tab's draft, and mirrored in both. */
export function usePlayground(): Playground {
  const [state, setState] = useState(INITIAL);
  const [version, setVersion] = useState(0);
  const [awake, setAwake] = useState(false);
  const [notice, setNotice] = useState<string>();
  const [kept, setKept] = useState<PlaygroundState>();
  const liveCode = useRef<() => string>(null);
  const latest = useRef(state);
  latest.current = state;

  const current = useCallback(
    () => ({ ...latest.current, ...(liveCode.current !== null && { code: liveCode.current() }) }),
    [],
  );
  const replace = useCallback((next: PlaygroundState) => {
    latest.current = next;
    setState(next);
    setVersion((before) => before + 1);
    setNotice(undefined);
    setKept(undefined);
  }, []);

  const startOver = useCallback(() => {
    const own = current();
    const example = { ...INITIAL, mode: own.mode };
    replace(example);
    if (sameState(own, example)) return;
    setNotice('The example is back.');
    setKept(own);
  }, [current, replace]);

  useEffect(() => {
    // unpacking takes as long as a link is large: what an older address held must not come over a newer one
    let turn = 0;
    const read = async (own: PlaygroundState | undefined) => {
      const mine = ++turn;
      const decoded = await decodeState(location.hash).catch(() => UNREADABLE);
      if (mine !== turn) return;
      const fromLink = decoded.ok || decoded.reason !== 'none';
      const shown = fromLink ? decoded.state : own;
      if (shown !== undefined && !sameState(shown, current())) replace(shown);
      if (fromLink && !(own && sameState(own, decoded.state))) {
        setNotice(decoded.ok ? noticeOf(decoded.state, decoded.mended) : decoded.message);
        if (own && !sameState(own, INITIAL)) setKept(own);
      }
      inTurn(() => setAwake(true));
    };
    const onHash = () => {
      if (SHARED.test(location.hash)) read(current());
    };
    const onHide = () => saveDraft(current());
    const draft = loadDraft();
    if (draft !== undefined && draft.fragment === location.hash) {
      replace(draft.state);
      inTurn(() => setAwake(true));
    } else read(draft?.state);
    addEventListener('hashchange', onHash);
    addEventListener('pagehide', onHide);
    return () => {
      turn++;
      removeEventListener('hashchange', onHash);
      removeEventListener('pagehide', onHide);
    };
  }, [current, replace]);

  useEffect(() => {
    if (!awake) return undefined;
    let wanted = true;
    const timer = setTimeout(async () => {
      const fragment = await fragmentOf(state);
      if (!wanted) return;
      showFragment(fragment);
      saveDraft(current());
    }, SETTLE);
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [state, awake, current]);

  const update = useCallback(
    (change: Partial<PlaygroundState>) => setState((before) => ({ ...before, ...change })),
    [],
  );
  return { state, update, version, replace, startOver, notice, kept, liveCode, current, awake };
}

const noticeOf = (state: PlaygroundState, mended: readonly string[]): string =>
  mended.length === 0
    ? OPENED[state.mode]
    : `${OPENED[state.mode]} Part of it could not be used and is as in the example: ${mended.join(', ')}.`;

/** The address's fragment for a state; none for the example, and none where it would be too long for a link. */
async function fragmentOf(state: PlaygroundState): Promise<string> {
  if (sameState(state, INITIAL)) return '';
  // where a browser cannot pack, the draft alone keeps the state
  const encoded = await encodeState(state).catch(() => undefined);
  return encoded?.ok ? encoded.fragment : '';
}

function showFragment(fragment: string): void {
  if (fragment === location.hash || (fragment === '' && !SHARED.test(location.hash))) return;
  history.replaceState(history.state, '', `${location.pathname}${location.search}${fragment}`);
}
