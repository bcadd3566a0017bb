import { type MutableRef, useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { inTurn } from '@/charts/wake/turn.ts';
import { loadDraft, saveDraft } from '@/lessons/playground/draft.ts';
import { broughtBack, letGo, opened, UNTOUCHED, type Work } from '@/lessons/playground/kept.ts';
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

/** Give the code of an editor. */
export type LiveCode = Partial<Record<'code' | 'python', () => string>>;

export interface Playground {
  readonly state: PlaygroundState;
  readonly update: (change: Partial<PlaygroundState>) => void;
  /** Counts how often the state came from elsewhere: a link, a draft, a template, reset. Editors then take its text. */
  readonly version: number;
  /** Puts another state in place. The reader's own work is kept, and a notice says so. */
  readonly open: (next: PlaygroundState, notice: string) => void;
  /** Back to the example. */
  readonly startOver: () => void;
  /** The notice about a state that took the place of the reader's own. */
  readonly notice: string | undefined;
  /** How many states of the reader's own are kept. */
  readonly kept: number;
  readonly bringBack: () => void;
  readonly letGo: () => void;
  /** Puts another state in place that holds all that the reader has typed. */
  readonly move: (next: PlaygroundState) => void;
  /** What is in the open editors at this moment, by the field of the state that it belongs to. */
  readonly liveCode: MutableRef<LiveCode>;
  readonly current: () => PlaygroundState;
  /** Keeps everything for this tab at once. */
  readonly save: () => void;
  readonly awake: boolean;
}

const SOMEBODY_ELSES = 'Opened from a link. The code is somebody else’s: it runs when you press Check, not before.';

const OPENED: Readonly<Record<PlaygroundState['mode'], string>> = {
  formula: 'Opened from a link.',
  typescript: SOMEBODY_ELSES,
  python: SOMEBODY_ELSES,
};

/** The playground's state, read from the address or from this tab's draft, and mirrored in both. */
export function usePlayground(): Playground {
  const [work, setWork] = useState(UNTOUCHED);
  const [version, setVersion] = useState(0);
  const [awake, setAwake] = useState(false);
  const [notice, setNotice] = useState<string>();
  const liveCode = useRef<LiveCode>({});
  const latest = useRef(work);
  latest.current = work;
  const { state } = work;

  const live = useCallback((): Work => {
    const { current } = latest;
    const { code = () => current.state.code, python = () => current.state.python } = liveCode.current;
    return { ...current, state: { ...current.state, code: code(), python: python() } };
  }, []);
  const current = useCallback(() => live().state, [live]);
  const save = useCallback(() => saveDraft(live()), [live]);
  const show = useCallback((next: Work, says?: string) => {
    latest.current = next;
    setWork(next);
    setVersion((before) => before + 1);
    setNotice(says);
  }, []);
  const open = useCallback(
    (next: PlaygroundState, says: string) => {
      const before = live();
      const after = opened(before, next);
      show(after, after.kept === before.kept ? undefined : says);
    },
    [live, show],
  );

  useEffect(() => {
    // unpacking takes time, longer for a larger link: the state of an older address must not overwrite that of a newer one
    let turn = 0;
    const read = async (before: () => Work) => {
      const mine = ++turn;
      const decoded = await decodeState(location.hash).catch(() => UNREADABLE);
      if (mine !== turn) return;
      const own = before();
      if (!decoded.ok && decoded.reason === 'none') {
        if (own !== latest.current) show(own);
      } else if (decoded.ok && sameState(own.state, decoded.state)) show(own);
      else show(opened(own, decoded.state), decoded.ok ? noticeOf(decoded.state, decoded.mended) : decoded.message);
      inTurn(() => setAwake(true));
    };
    const onHash = () => {
      if (SHARED.test(location.hash)) read(live);
    };
    const draft = loadDraft();
    if (draft !== undefined && draft.fragment === location.hash) {
      show(draft.work);
      inTurn(() => setAwake(true));
    } else read(() => draft?.work ?? latest.current);
    addEventListener('hashchange', onHash);
    addEventListener('pagehide', save);
    return () => {
      turn++;
      removeEventListener('hashchange', onHash);
      removeEventListener('pagehide', save);
    };
  }, [live, save, show]);

  useEffect(() => {
    if (!awake) return undefined;
    let wanted = true;
    const timer = setTimeout(async () => {
      const fragment = await fragmentOf(state);
      if (!wanted) return;
      showFragment(fragment);
      save();
    }, SETTLE);
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [work, awake, save]);

  const update = useCallback(
    (change: Partial<PlaygroundState>) => setWork((before) => ({ ...before, state: { ...before.state, ...change } })),
    [],
  );
  return {
    state,
    update,
    version,
    open,
    move: (next) => show({ ...live(), state: next }),
    startOver: () => open({ ...INITIAL, mode: current().mode }, 'The example is back.'),
    notice,
    kept: work.kept.length,
    bringBack: () => show(broughtBack(live())),
    letGo: () => {
      setWork(letGo);
      setNotice(undefined);
    },
    liveCode,
    current,
    save,
    awake,
  };
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
