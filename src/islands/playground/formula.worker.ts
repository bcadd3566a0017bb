/** Reads and checks formulas off the page's own thread. */
import type { FormulaState } from './formula-model.ts';
import { formulaPage } from './formula-page.ts';

self.addEventListener('message', ({ data }: MessageEvent<FormulaState>) => {
  self.postMessage(formulaPage(data));
});
