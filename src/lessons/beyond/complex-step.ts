/** The complex step beside the central difference, on one function of real numbers written as three programs. */
import type { LineChartSpec } from '@/charts/line-chart.ts';
import { logspace } from '@/checker/textbook/logspace.ts';
import { type Complex, complexes, toDouble } from '@/examples/functions/arithmetic.ts';
import { sineExponential } from '@/examples/functions/sine-exponential.ts';
import { choiceField, numberField } from '@/input/fields.ts';
import type { StateOf } from '@/input/url-state.ts';
import { SCHEME_LABELS, SCHEME_LOOKS } from '../differences/schemes.ts';

/** What the program does to sin(x₀) on its way. At x₀ = 1.2 the sine is positive, so none of it changes a real number. */
const PROGRAMS = {
  plain: { label: 'nothing', within: (z: Complex): Complex => z },
  abs: { label: 'an abs', within: ([a, b]: Complex): Complex => [Math.hypot(a, b), 0] },
  conjugate: { label: 'a conjugate', within: ([a, b]: Complex): Complex => [a, -b] },
} as const;

type Program = keyof typeof PROGRAMS;
const NAMES = Object.keys(PROGRAMS) as Program[];
export const PROGRAM_OPTIONS = NAMES.map((value) => ({ value, label: PROGRAMS[value].label }));

const [FROM, TO] = [-20, -1];
const LIMITS = { min: 10 ** FROM, max: 10 ** TO };

export const fields = {
  program: choiceField<Program>('plain', NAMES),
  h: numberField(1e-12, LIMITS),
};

type State = StateOf<typeof fields>;

const { f, x } = sineExponential;
const exact = sineExponential.gradient(x);
const arithmetic = complexes(toDouble);

const distance = (slopes: readonly number[]): number => Math.hypot(...slopes.map((slope, i) => slope - exact[i]));

/** Where h is lost beside x both values are the same, and the slope comes out as 0. */
const centralError = (h: number): number =>
  distance(
    x.map((_, i) => {
      const at = (t: number) => f(x.map((value, k) => (k === i ? value + t : value)));
      return (at(h) - at(-h)) / (2 * h);
    }),
  );

export function complexStepError(program: Program, h: number): number {
  const value = ([a, b]: readonly Complex[]) =>
    arithmetic.multiply(PROGRAMS[program].within(arithmetic.sin(a)), arithmetic.exp(b));
  return distance(x.map((_, i) => value(x.map((real, k): Complex => [real, k === i ? h : 0]))[1] / h));
}

/** The errors of both at h. */
export const errorsAt = ({ program, h }: State) => ({
  central: centralError(h),
  complex: complexStepError(program, h),
});

const STEPS = logspace(FROM, TO, 2 * (TO - FROM) + 1);

export function complexStepDrawing(state: State): LineChartSpec {
  const { program, h } = state;
  const here = errorsAt(state);
  const series = (scheme: 'central' | 'complex-step', error: (h: number) => number) => ({
    key: scheme,
    label: SCHEME_LABELS[scheme],
    points: STEPS.map((step) => [step, error(step)] as const),
    ...SCHEME_LOOKS[scheme],
    dash: 'solid' as const,
  });
  return {
    x: { label: 'step *h*', kind: 'log', domain: [LIMITS.min, LIMITS.max] },
    y: { label: 'error of the gradient', kind: 'log', domain: [1e-17, 100], gutters: ['zero'] },
    endLabels: false,
    series: [series('central', centralError), series('complex-step', (step) => complexStepError(program, step))],
    highlights: [
      { x: h, y: here.central, tone: SCHEME_LOOKS.central.tone },
      { x: h, y: here.complex, tone: SCHEME_LOOKS['complex-step'].tone },
    ],
  };
}
