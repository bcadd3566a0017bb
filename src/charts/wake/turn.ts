/**
 * Work that wakes a page, one piece a task: between two pieces the browser answers to the reader. A figure of three
 * charts that wakes in one piece holds up a telephone for a quarter of a second.
 */
const waiting: (() => void)[] = [];

function next(): void {
  const work = waiting.shift();
  if (waiting.length > 0) setTimeout(next);
  work?.();
}

/** Does `work` after all that was asked for before, in a task of its own. */
export function inTurn(work: () => void): void {
  waiting.push(work);
  if (waiting.length === 1) setTimeout(next);
}
