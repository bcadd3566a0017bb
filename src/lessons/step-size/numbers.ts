/** The numbers of the chapter “Choosing h”: what its figure shows of the functions that the chapter speaks of. */

import { DEFAULT_STEP } from '@/checker/defaults.ts';
import { gradientCheck } from '@/checker/textbook/gradient-check.ts';
import { SCHEMES } from '@/checker/textbook/schemes.ts';
import { cos, sin } from '@/examples/functions/correct-rounding.ts';
import { largeArgument, largeOffset } from '@/examples/functions/step-size.ts';
import { initialState } from '@/input/url-state.ts';
import { PRECISIONS, spacingAt } from '../differences/precisions.ts';
import { DIFFERENCES, SCHEME_LABELS } from '../differences/schemes.ts';
import { curvesOf, readingsOf } from './model.ts';
import { fields, type State } from './state.ts';

/** The figure with some controls moved, and the error that it reads off at 1e-5. */
function figure(change: Partial<State> = {}) {
  const curves = curvesOf({ ...initialState(fields), ...change });
  const [recommended] = readingsOf(curves, DEFAULT_STEP);
  return { ...curves, best: curves.best!, recommended };
}

const notebook = figure();
/** The notebook's own curve: 50 steps from 1e-14 to 1e-1, central difference. */
export const curve = notebook.curves[0].points;
export const optimum = notebook.best;
export const recommended = notebook.recommended;
/** The best step that theory predicts. */
export const predicted = notebook.theory.predicted!;

/** What was measured on the right arm, beside what the formula says. */
export const rightArm = [1e-1, 1e-2, 1e-3].map((step) => readingsOf(notebook, step)[0]);
/** The three steps that the chapter compares. */
const STEP_NAMES = { predicted: 'predicted best', measured: 'measured best', notebook: 'recommended' } as const;
const readings = readingsOf(notebook, DEFAULT_STEP);
export const steps = (Object.keys(STEP_NAMES) as (keyof typeof STEP_NAMES)[]).map((name) => ({
  ...readings.find((reading) => reading.name === name)!,
  name: STEP_NAMES[name],
}));

const size = Math.hypot(...notebook.example.gradient(notebook.example.x));
export const extremes = {
  smallest: curve[0],
  largest: curve[curve.length - 1],
  /** Correct digits at the smallest step. */
  digitsLeft: Math.floor(-Math.log10(curve[0].error / size)),
};

/** Each scheme at its best on this function. */
export const schemes = DIFFERENCES.map((id) => ({
  label: SCHEME_LABELS[id],
  order: SCHEMES[id].order,
  /** Evaluations of f an element; f(x) itself is shared by all elements. */
  evaluations: SCHEMES[id].offsets.filter((offset) => offset !== 0).length,
  best: figure({ scheme: id }).best,
}));
/** Best error of the central scheme over the best error of the five-point scheme. */
export const fivePointGain = schemes[1].best.error / schemes[2].best.error;

/** The best step of the central difference where f and f‴ are of one size. */
const unremarkable = (epsilon: number) => Math.cbrt(3 * epsilon);
export const EPSILON = PRECISIONS.float64.epsilon;
export const cubeRoot = unremarkable(EPSILON);
const SINGLE_EPSILON = PRECISIONS.float32.epsilon;
export const single = { epsilon: SINGLE_EPSILON, cubeRoot: unremarkable(SINGLE_EPSILON) };

/** Functions for which the recommended step is a poor one. */
const checked = ({ example, best, recommended: at }: ReturnType<typeof figure>) => ({
  best,
  recommended: at,
  check: gradientCheck(example.f, example.gradient, [...example.x]),
});
export const offset = checked(figure({ function: largeOffset.id }));
export const large = checked(figure({ function: largeArgument.id }));

/** The gap between ten million and the next larger double. */
export const spacingAtTenMillion = spacingAt(1e7);

/** The sine far from 0, where rounding x ± h costs more than rounding f: errors of the quotient by 2h, and by the step taken. */
export const FAR = 1000;
export const taken = [1e-5, 1e-6, 1e-7].map((step) => {
  const [above, below] = [FAR + step, FAR - step];
  const difference = sin(above) - sin(below);
  const errorOver = (divisor: number) => Math.abs(difference / divisor - cos(FAR));
  return { step, asked: errorOver(2 * step), real: errorOver(above - below) };
});
