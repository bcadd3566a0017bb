/** The error of the numerical gradient against the step: the reader's settings in, everything that is drawn out. */
import { logspace } from '@/checker/textbook/logspace.ts';
import type { SweepPoint } from '@/checker/textbook/step-size-sweep.ts';
import type { StepExample } from '@/examples/example.ts';
import { stepSizeExamples } from '@/examples/functions/step-size.ts';
import { choiceField, flagField, integerField, numberField } from '@/input/fields.ts';
import type { StateOf } from '@/input/url-state.ts';
import { PRECISIONS, type Precision, SCHEME_LIST, type SchemeId, sweep, theoryOf } from './schemes.ts';
import { roundOffAt, type Theory, theory, truncationAt } from './theory.ts';
import { type Working, workingOf } from './working.ts';

/** The notebook's grid and the step that it recommends. */
export const NOTEBOOK_STEPS: readonly [number, number] = [1e-14, 1e-1];
export const RECOMMENDED = 1e-5;
const STEPS_IN_SWEEP = 50;
const MOST_ELEMENTS = 3;

export const EXAMPLES: readonly StepExample[] = stepSizeExamples;

export const fields = {
  function: choiceField(
    EXAMPLES[0].id,
    EXAMPLES.map(({ id }) => id),
  ),
  scheme: choiceField<SchemeId>(
    'central',
    SCHEME_LIST.map(({ id }) => id),
  ),
  all: flagField(false),
  precision: choiceField<Precision>('float64', Object.keys(PRECISIONS) as Precision[]),
  h: numberField(RECOMMENDED, { min: 1e-16, max: 1e5 }),
  element: integerField(0, { min: 0, max: MOST_ELEMENTS - 1 }),
};

export type State = StateOf<typeof fields>;

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
  /** The step of the grid with the smallest error: of several the largest, which rounds least. */
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
    label: single ? `${theoryOf(one).label}, ${at}` : theoryOf(one).label,
    points: sweep(example, one, at, steps),
    reference,
  });
  const shown = SCHEME_LIST.filter(({ id: one }) => all || one === scheme).map(({ id: one }) => curve(one, precision));
  const followed = shown.find((one) => one.scheme === scheme)!;
  return {
    example,
    scheme,
    label: theoryOf(scheme).label,
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
    reading('notebook', RECOMMENDED),
    ...(best === undefined ? [] : [reading('measured', best.step)]),
    ...(predicted === undefined ? [] : [reading('predicted', predicted)]),
  ];
}

export const workingAt = (
  { example, scheme, precision, range }: Curves,
  { h, element }: Pick<State, 'h' | 'element'>,
): Working => workingOf(example, scheme, precision, clampStep(range, h), Math.min(element, example.x.length - 1));
