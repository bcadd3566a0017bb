/** What the playground shows before anything is typed: a formula whose hand-written gradient lacks its 1/n. */
import type { PlaygroundState } from './share.ts';
import code from './templates/linear-regression.ts?raw';

export const INITIAL: PlaygroundState = {
  mode: 'formula',
  formula: 'sum(w.^2)/3 + exp(-b^2)',
  gradient: '2*w; -2*b*exp(-b^2)',
  point: { w: [1.5, -2.3, 0.7], b: 0.5 },
  code,
  precision: 'float64',
  deadline: 2000,
};
