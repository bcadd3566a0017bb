/**
 * What the reader has typed, kept for this tab alone, so that a reload or a look at another page loses nothing. A
 * browser may refuse to store anything; then there is no draft, and nothing else changes.
 */
import { record } from '@/input/readers.ts';
import { type PlaygroundState, readFields } from './state.ts';
import { fromVersion1 } from './version-1.ts';

const KEY = 'playground-draft';

export interface Draft {
  readonly state: PlaygroundState;
  /** The address's fragment at that time: a page with the same one is the reader's own, and the draft is newer. */
  readonly fragment: string;
}

export function saveDraft(state: PlaygroundState): void {
  try {
    sessionStorage.setItem(KEY, JSON.stringify({ version: 2, state, fragment: location.hash }));
  } catch {
    // no storage, or no room in it
  }
}

export function loadDraft(): Draft | undefined {
  try {
    const kept = record(JSON.parse(sessionStorage.getItem(KEY) ?? 'null'));
    const values = record(kept['state']);
    const { state } = readFields(kept['version'] === 2 ? values : fromVersion1(values));
    return { state, fragment: String(kept['fragment']) };
  } catch {
    return undefined;
  }
}
