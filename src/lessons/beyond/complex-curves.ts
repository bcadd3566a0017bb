/** The errors of the complex step and of the central difference as curves; what the reader sets, and how they are drawn. */
import type { LineChartSpec } from '@/charts/line-chart.ts';
import { choiceField, numberField } from '@/input/fields.ts';
import type { StateOf } from '@/input/url-state.ts';

export const PROGRAM_OPTIONS = [
  { value: 'plain', label: 'nothing' },
  { value: 'abs', label: 'an abs' },
  { value: 'conjugate', label: 'a conjugate' },
] as const;

export type Program = (typeof PROGRAM_OPTIONS)[number]['value'];

const [FROM, TO] = [-20, -1];
const PER_DECADE = 2;

/** Two steps a decade, and a decade is one of them. */
export const STEPS: readonly number[] = Array.from({ length: PER_DECADE * (TO - FROM) + 1 }, (_, i) =>
  Number((10 ** (FROM + i / PER_DECADE)).toPrecision(6)),
);

export const fields = {
  program: choiceField<Program>('plain', ['plain', 'abs', 'conjugate']),
  h: numberField(1e-12, { min: STEPS[0], max: STEPS[STEPS.length - 1] }),
};

type State = StateOf<typeof fields>;

/** Errors at each of the steps, computed while the site is built. */
export type Curves = Readonly<Record<'central' | Program, readonly number[]>>;

const indexOf = (h: number): number =>
  Math.min(STEPS.length - 1, Math.max(0, Math.round(PER_DECADE * (Math.log10(h) - FROM))));

/** Both errors at the step that is nearest to h. */
export function readingOf(curves: Curves, { program, h }: State) {
  const at = indexOf(h);
  return { step: STEPS[at], central: curves.central[at], complex: curves[program][at] };
}

export function complexStepDrawing(curves: Curves, state: State): LineChartSpec {
  const { step, central, complex } = readingOf(curves, state);
  const points = (errors: readonly number[]) => STEPS.map((h, i) => [h, errors[i]] as const);
  return {
    x: { label: 'step *h*', kind: 'log', domain: [STEPS[0], STEPS[STEPS.length - 1]] },
    y: { label: 'error of the gradient', kind: 'log', domain: [1e-17, 100], gutters: ['zero'] },
    endLabels: false,
    series: [
      {
        key: 'central',
        label: 'central difference',
        points: points(curves.central),
        tone: 'series-1',
        shape: 'circle',
        dash: 'solid',
      },
      {
        key: 'complex-step',
        label: 'complex step',
        points: points(curves[state.program]),
        tone: 'series-2',
        shape: 'diamond',
        dash: 'solid',
      },
    ],
    highlights: [
      { x: step, y: central, tone: 'series-1' },
      { x: step, y: complex, tone: 'series-2' },
    ],
  };
}
