import type { Page } from 'playwright-core';

const MOVES = 60;

/**
 * Milliseconds from a key on the focused grip, or a new value of the focused native slider, to the page laid out anew, for the quicker quarter of sixty moves: what
 * the work costs. The slower ones measure what else the machine was doing.
 */
export async function redrawTime(page: Page, by: 'key' | 'value' = 'key'): Promise<number> {
  return page.evaluate(
    async ({ moves, by }) => {
      const grip = document.activeElement!;
      const times: number[] = [];
      for (let i = 0; i < moves; i++) {
        const key = i % 20 < 10 ? 'ArrowRight' : 'ArrowLeft';
        const start = performance.now();
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
        times.push(performance.now() - start);
      }
      return times.sort((a, b) => a - b)[moves / 4];
    },
    { moves: MOVES, by },
  );
}
