import type { Page } from 'playwright-core';

/** Sum of the layout shifts so far in which something within an island moved. */
export const shiftWithin = (page: Page, island: string): Promise<number> =>
  page.evaluate(
    (name) =>
      new Promise<number>((resolve) => {
        let total = 0;
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) {
            const { value, sources } = entry as unknown as { value: number; sources: { node: Node | null }[] };
            const inside = sources.some(({ node }) => (node as Element | null)?.closest?.(`[data-island="${name}"]`));
            if (inside) total += value;
          }
        }).observe({ type: 'layout-shift', buffered: true });
        setTimeout(() => resolve(total), 300);
      }),
    island,
  );
