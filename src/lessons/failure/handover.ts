/** Hands a message from another page of this site to the page that reads it: stored in this tab only, and removed when read. */

const KEY = 'failure-message';

/** Keeps the message; false where the browser refuses to store anything, or anything of this size. */
export function handOver(text: string): boolean {
  try {
    sessionStorage.setItem(KEY, text);
    return true;
  } catch {
    return false;
  }
}

/** The message that was handed over; undefined without one. */
export function takeOver(): string | undefined {
  try {
    const text = sessionStorage.getItem(KEY);
    sessionStorage.removeItem(KEY);
    return text ?? undefined;
  } catch {
    return undefined;
  }
}
