import type { Page } from 'playwright-core';

const MOVES = 60;

/**
 * What the page's own thread computes while something is done, in milliseconds of processor time: the same on a busy
 * machine, where the clock on the wall goes on while others have the processor.
 */
export async function workOf(page: Page, done: () => Promise<unknown>): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  const seconds = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'ThreadTime')!.value;
  };
  const before = await seconds();
  await done();
  const work = (await seconds()) - before;
  await session.detach();
  return 1000 * work;
}

/**
 * What it takes from a key on the focused grip, or a new value of the focused native slider, to the page laid out anew:
 * the mean of sixty moves, in milliseconds of processor time.
 */
export async function redrawTime(page: Page, by: 'key' | 'value' = 'key'): Promise<number> {
  const moved = () =>
    page.evaluate(
      async ({ moves, by }) => {
        const grip = document.activeElement!;
        for (let i = 0; i < moves; i++) {
          const key = i % 20 < 10 ? 'ArrowRight' : 'ArrowLeft';
          if (by === 'key') grip.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
          else {
            const slider = grip as HTMLInputElement;
            if (key === 'ArrowRight') slider.stepUp();
            else slider.stepDown();
            slider.dispatchEvent(new Event('input', { bubbles: true }));
          }
          // Preact renders in a microtask; asking for a size forces the layout.
          await new Promise((done) => setTimeout(done));
          document.body.getBoundingClientRect();
        }
      },
      { moves: MOVES, by },
    );
  return (await workOf(page, moved)) / MOVES;
}
