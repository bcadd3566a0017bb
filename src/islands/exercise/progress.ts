/** Which exercises a reader has solved: kept on the reader's device alone, as a list of ids. */
export const KEY = 'gc-exercises';

/** Tells the side bar, and every copy of an exercise on the page, that the list has changed. */
const CHANGED = 'gc-exercises-changed';

/** The stored text may be anything: it is read as a set of ids, or ignored. */
export function solved(): ReadonlySet<string> {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    return new Set(Array.isArray(kept) ? kept.filter((id) => typeof id === 'string') : []);
  } catch {
    return new Set();
  }
}

export function setSolved(id: string, done: boolean): void {
  const ids = new Set(solved());
  if (done) ids.add(id);
  else ids.delete(id);
  try {
    localStorage.setItem(KEY, JSON.stringify([...ids].sort()));
  } catch {
    // full or forbidden: the mark on the page is all there is
  }
  document.dispatchEvent(new Event(CHANGED));
}

/** Calls the listener at every change of the list, here or in another tab; returns a function that ends that. */
export function onProgress(listener: () => void): () => void {
  document.addEventListener(CHANGED, listener);
  addEventListener('storage', listener);
  return () => {
    document.removeEventListener(CHANGED, listener);
    removeEventListener('storage', listener);
  };
}
