/** The error of the numerical gradient against the step: the reader's settings in, everything that is drawn out. */

import { DEFAULT_STEP } from '@/checker/defaults.ts';
import { logspace } from '@/checker/textbook/logspace.ts';
import type { SweepPoint } from '@/checker/textbook/step-size-sweep.ts';
import type { StepExample } from '@/examples/example.ts';
import type { Precision } from '../differences/precisions.ts';
import { SCHEME_LABELS, type SchemeId } from '../differences/schemes.ts';
import { EXAMPLES, SCHEME_IDS, type State } from './state.ts';
import { sweep } from './sweep.ts';
import { roundOffAt, type Theory, theory, truncationAt } from './theory.ts';
import { type Working, workingOf } from './working.ts';

/** The notebook's grid. */
export const NOTEBOOK_STEPS: readonly [number, number] = [1e-14, 1e-1];
const STEPS_IN_SWEEP = 50;

export interface ErrorCurve {
  readonly key: string;
  readonly scheme: SchemeId;
  readonly label: string;
  readonly points: readonly SweepPoint[];
  /** Drawn for comparison: the same scheme in double precision. */
  readonly reference?: boolean;
}

/** A step worth naming, with the error measured there and what theory says of it. */
export interface StepReading {
  readonly name: 'here' | 'notebook' | 'measured' | 'predicted';
  readonly step: number;
  readonly error: number;
  readonly truncation: number;
  readonly roundOff: number;
}

export interface Curves {
  readonly example: StepExample;
  readonly scheme: SchemeId;
  readonly label: string;
  readonly precision: Precision;
  readonly range: readonly [number, number];
  readonly curves: readonly ErrorCurve[];
  readonly theory: Theory;
  /** The step of the grid with the smallest error; of several with the same error the largest, which rounds least. */
  readonly best: SweepPoint | undefined;
}

const exampleOf = (id: string) => EXAMPLES.find((example) => example.id === id) ?? EXAMPLES[0];

/** The steps of the sweep: the notebook's own for the notebook's function. */
export const stepsOf = ({ steps: [from, to] = NOTEBOOK_STEPS }: StepExample): number[] =>
  logspace(Math.log10(from), Math.log10(to), STEPS_IN_SWEEP);

/** What does not depend on h: the curves, the guides and the best step. */
export function curvesOf({
  function: id,
  scheme,
  all,
  precision,
}: Pick<State, 'function' | 'scheme' | 'all' | 'precision'>): Curves {
  const example = exampleOf(id);
  const steps = stepsOf(example);
  const single = precision === 'float32';
  const curve = (one: SchemeId, at: Precision, reference = false): ErrorCurve => ({
    key: reference ? `${one}-reference` : one,
    scheme: one,
    label: single ? `${SCHEME_LABELS[one]}, ${at}` : SCHEME_LABELS[one],
    points: sweep(example, one, at, steps),
    reference,
  });
  const shown = SCHEME_IDS.filter((one) => all || one === scheme).map((one) => curve(one, precision));
  const followed = shown.find((one) => one.scheme === scheme)!;
  return {
    example,
    scheme,
    label: SCHEME_LABELS[scheme],
    precision,
    range: example.steps ?? NOTEBOOK_STEPS,
    curves: single && !all ? [...shown, curve(scheme, 'float64', true)] : shown,
    theory: theory(example, scheme, precision),
    best: bestOf(followed.points),
  };
}

function bestOf(points: readonly SweepPoint[]): SweepPoint | undefined {
  let best: SweepPoint | undefined;
  for (const point of points) if (best === undefined ? point.error >= 0 : point.error <= best.error) best = point;
  return best;
}

/** Keeps a step from elsewhere within the figure. */
export const clampStep = ([from, to]: readonly [number, number], h: number) => Math.min(to, Math.max(from, h));

/** The named steps: where the reader is, the notebook's, the measured best and the predicted one. */
export function readingsOf(curves: Curves, h: number): StepReading[] {
  const { example, scheme, precision, theory: theories, best, range } = curves;
  const reading = (name: StepReading['name'], step: number): StepReading => ({
    name,
    step,
    error: sweep(example, scheme, precision, [step])[0].error,
    truncation: truncationAt(theories, step),
    roundOff: roundOffAt(theories, step),
  });
  const { predicted } = theories;
  return [
    reading('here', clampStep(range, h)),
    reading('notebook', DEFAULT_STEP),
    ...(best === undefined ? [] : [reading('measured', best.step)]),
    ...(predicted === undefined ? [] : [reading('predicted', predicted)]),
  ];
}

export const workingAt = (
  { example, scheme, precision, range }: Curves,
  { h, element }: Pick<State, 'h' | 'element'>,
): Working => workingOf(example, scheme, precision, clampStep(range, h), Math.min(element, example.x.length - 1));
