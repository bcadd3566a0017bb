/** The errors of the complex step and of the central difference as curves; what the reader sets, and how they are drawn. */

import type { LineChartSpec } from '@/charts/line-chart.ts';
import { markedLine } from '@/charts/marks/series.ts';
import { numberField, optionField } from '@/input/fields.ts';
import type { StateOf } from '@/input/url-state.ts';
import { decades } from '../differences/decades.ts';

export const PROGRAM_OPTIONS = [
  { value: 'plain', label: 'nothing' },
  { value: 'abs', label: 'an abs' },
  { value: 'conjugate', label: 'a conjugate' },
] as const;

export type ComplexProgram = (typeof PROGRAM_OPTIONS)[number]['value'];

/** Down to steps that are lost beside x. */
const grid = decades(-20, -1, 2, 6);
export const STEPS = grid.values;

export const fields = {
  program: optionField<ComplexProgram>(PROGRAM_OPTIONS),
  h: numberField(1e-12, { min: STEPS[0], max: STEPS[STEPS.length - 1] }),
};

type State = StateOf<typeof fields>;

/** Errors at each of the steps, computed while the site is built. */
export type Curves = Readonly<Record<'central' | ComplexProgram, readonly number[]>>;

/** Both errors at the step that is nearest to h. */
export function readingOf(curves: Curves, { program, h }: State) {
  const at = grid.nearest(h);
  return { step: STEPS[at], central: curves.central[at], complex: curves[program][at] };
}

export function complexStepDrawing(curves: Curves, state: State): LineChartSpec {
  const { step, central, complex } = readingOf(curves, state);
  const points = (errors: readonly number[]) => STEPS.map((h, i) => [h, errors[i]] as const);
  return {
    x: { label: 'step *h*', kind: 'log', domain: [STEPS[0], STEPS[STEPS.length - 1]] },
    y: { label: 'error of the gradient', kind: 'log', domain: [1e-17, 100], gutters: ['zero'] },
    series: [
      markedLine('central', 'central difference', points(curves.central), 'numeric', 'circle'),
      markedLine('complex-step', 'complex step', points(curves[state.program]), 'ink', 'diamond'),
    ],
    highlights: [
      { x: step, y: central, tone: 'numeric' },
      { x: step, y: complex, tone: 'ink' },
    ],
  };
}
