/** The model of the training figure: from a learning rate and a number of steps to four loss curves and their ends. */
import { subtract, type Vector } from '@/examples/programs/matrix.ts';
import { choiceField, integerField, numberField } from '@/input/fields.ts';
import type { StateOf } from '@/input/url-state.ts';
import { affineOf, descend, quadratic, zeroOf } from './descent.ts';
import { flat, loss, named, RUNS, type RunId, start } from './problem.ts';

export const LIMITS = { rate: { min: 1e-3, max: 1 }, steps: { min: 10, max: 1000 } } as const;

export type TrainingView = 'loss' | 'excess';

export const fields = {
  rate: numberField(0.04, LIMITS.rate),
  steps: integerField(150, LIMITS.steps),
  view: choiceField<TrainingView>('excess', ['loss', 'excess']),
};

export type State = StateOf<typeof fields>;

export interface TrainingRun {
  readonly id: RunId;
  readonly label: string;
  /** Loss above the minimum after each step, the start first; never below 0. */
  readonly excess: readonly number[];
  /** The loss after the last step. */
  readonly loss: number;
  /** ‖x − x*‖ after the last step. */
  readonly distance: number;
}

const first = flat(start);
const descents = RUNS.map(({ gradient }) => affineOf((x) => flat(gradient(named(x))), first.length));
const [hessian] = descents;

const minimizer = zeroOf(hessian);

/** The minimum of the loss, which no run is told. */
export const minimum = { at: named(minimizer), loss: loss(named(minimizer)) };

/** f(x) − f(x*) from the curvature: exact also where the difference of the two losses would be round-off. */
const excessAt = (x: Vector): number => quadratic(hessian.A, minimizer, x);

/** The four runs from one start, at one learning rate. */
export const trainingModel = ({ rate, steps }: Pick<State, 'rate' | 'steps'>): TrainingRun[] =>
  RUNS.map(({ id, label }, i) => {
    const excess: number[] = [];
    const last = descend(descents[i], first, rate, steps, (x, step) => {
      excess[step] = excessAt(x);
    });
    return {
      id,
      label,
      excess,
      loss: minimum.loss + excess[steps],
      distance: Math.hypot(...subtract(last, minimizer)),
    };
  });
