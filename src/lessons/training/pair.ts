/** The right gradient and one wrong one, trained side by side: the figure beside one paragraph of the chapter. */
import { idField, integerField, numberField } from '@/input/fields.ts';
import type { StateOf } from '@/input/url-state.ts';
import { counted } from '../report/words.ts';
import type { ShownRun } from './drawing.ts';
import { LIMITS, trainingModel } from './model.ts';
import { RUNS } from './problem.ts';

const WRONG = RUNS.slice(1);

export const WRONG_OPTIONS = WRONG.map(({ id, label }) => ({ value: id, label }));

export const fields = {
  wrong: idField(WRONG),
  rate: numberField(0.04, LIMITS.rate),
  steps: integerField(150, LIMITS.steps),
};

export type State = StateOf<typeof fields>;

/** Both runs, each with the look that it has among the four. */
export function pairOf({ wrong, rate, steps }: State): readonly [ShownRun, ShownRun] {
  const shown = (run: ReturnType<typeof trainingModel>[number], place: number) => ({
    ...run,
    shownAs: run.label,
    place,
  });
  const runs = trainingModel({ rate, steps }).map(shown);
  return [runs[0], runs.find(({ id }) => id === wrong)!];
}

/** Which of the two has come nearer to the minimum; a run that has left the numbers has not. */
export function pairText([right, wrong]: readonly [ShownRun, ShownRun], steps: number): string {
  const after = `After ${counted(steps, 'step')}`;
  if (!(wrong.excess[steps] <= wrong.excess[0])) {
    return right.excess[steps] <= right.excess[0]
      ? `${after} the wrong gradient has diverged, the right one has not.`
      : `${after} both have diverged: the steps are too long for either.`;
  }
  if (!(right.excess[steps] <= right.excess[0])) return `${after} the right gradient has diverged.`;
  return `${after} the ${wrong.excess[steps] < right.excess[steps] ? 'wrong' : 'right'} gradient is nearer to the minimum.`;
}
