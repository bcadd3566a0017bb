import type { Browser, Page } from 'playwright-core';

interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds of processor time, of an event that has an end. */
  readonly tdur?: number;
}

const MARK = 'this-is-the-page';

/**
 * The longest task of the page's own thread while something is done, in milliseconds of processor time: for so long the tab
 * does not answer. Unlike a time on the wall it is the same while others have the processor.
 */
export async function longestTask(browser: Browser, page: Page, done: () => Promise<unknown>): Promise<number> {
  await browser.startTracing(page, { categories: ['toplevel', 'blink.user_timing'] });
  await page.evaluate((mark) => performance.mark(mark), MARK);
  await done();
  const { traceEvents } = JSON.parse(String(await browser.stopTracing())) as { traceEvents: TraceEvent[] };
  const mark = traceEvents.find(({ name }) => name === MARK);
  if (mark === undefined) throw new Error('The trace does not tell which thread is the page’s.');
  const tasks = traceEvents.filter(
    ({ name, pid, tid, tdur }) => /RunTask/.test(name) && pid === mark.pid && tid === mark.tid && tdur !== undefined,
  );
  if (tasks.length === 0) throw new Error('The trace holds no task of the page.');
  return Math.max(...tasks.map(({ tdur = 0 }) => tdur)) / 1000;
}
