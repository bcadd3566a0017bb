/**
 * What the reader has typed, kept for this tab alone, so that a reload or a look at another page loses nothing. A
 * browser may refuse to store anything; then there is no draft, and nothing else changes.
 */
import { list, type Reader, record } from '@/input/readers.ts';
import { MOST_KEPT, type Work } from './kept.ts';
import { type PlaygroundState, readFields } from './state.ts';
import { fromVersion1 } from './version-1.ts';

const KEY = 'playground-draft';

export interface Draft {
  readonly work: Work;
  /** The address's fragment at that time: a page with the same one is the reader's own, and the draft is newer. */
  readonly fragment: string;
}

export function saveDraft(work: Work): void {
  try {
    sessionStorage.setItem(KEY, JSON.stringify({ version: 2, ...work, fragment: location.hash }));
  } catch {
    // no storage, or no room in it
  }
}

export function loadDraft(): Draft | undefined {
  try {
    const draft = record(JSON.parse(sessionStorage.getItem(KEY) ?? 'null'));
    const { version, state, given = {}, kept = [], fragment } = draft;
    const read: Reader<PlaygroundState> = (value) =>
      readFields(version === 2 ? record(value) : fromVersion1(record(value))).state;
    return {
      work: { state: read(state), given: read(given), kept: list(read, MOST_KEPT)(kept) },
      fragment: String(fragment),
    };
  } catch {
    return undefined;
  }
}
