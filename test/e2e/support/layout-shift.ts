import type { Page } from 'playwright-core';

export interface Shift {
  readonly value: number;
  /** The islands that something moved in; empty for the rest of the page. */
  readonly islands: readonly string[];
  /** Class or name of each element that moved. */
  readonly moved: readonly string[];
}

/** Every layout shift of a page so far. */
export const shifts = (page: Page): Promise<Shift[]> =>
  page.evaluate(async () => {
    const entries: PerformanceEntry[] = [];
    const observer = new PerformanceObserver((list) => void entries.push(...list.getEntries()));
    observer.observe({ type: 'layout-shift', buffered: true });
    // an entry is made with the frame that it is drawn in, and told in a task of its own
    for (let frame = 0; frame < 3; frame += 1) await new Promise((resolve) => requestAnimationFrame(resolve));
    await new Promise((resolve) => setTimeout(resolve));
    entries.push(...observer.takeRecords());
    observer.disconnect();
    return (entries as unknown as { value: number; sources: { node: Node | null }[] }[]).map(({ value, sources }) => {
      const elements = sources.flatMap(({ node }) => (node instanceof Element ? [node] : []));
      return {
        value,
        islands: elements.flatMap((element) => element.closest('[data-island]')?.getAttribute('data-island') ?? []),
        moved: elements.map((element) => element.className.toString() || element.nodeName),
      };
    });
  });

/** Sum of the layout shifts so far in which something within an island moved. */
export const shiftWithin = async (page: Page, island: string): Promise<number> =>
  (await shifts(page)).reduce((sum, { value, islands }) => sum + (islands.includes(island) ? value : 0), 0);
