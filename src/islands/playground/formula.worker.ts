/** Reads and checks formulas off the page's own thread. */
import type { FormulaState } from '@/lessons/playground/formula-model.ts';
import { formulaPage } from '@/lessons/playground/formula-page.ts';
import { type FormulaReply, failure } from '@/lessons/playground/formula-reply.ts';

/** An exception must not look like a worker that did not load. */
function replyTo(state: FormulaState): FormulaReply {
  try {
    return formulaPage(state);
  } catch (error) {
    console.error(error);
    const what = error instanceof Error ? error.message : String(error);
    return failure('syntax', `this could not be worked out: ${what}`);
  }
}

self.addEventListener('message', ({ data }: MessageEvent<FormulaState>) => {
  self.postMessage(replyTo(data));
});
