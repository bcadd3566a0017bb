import type {
  ChoiceExercise,
  GradientExercise,
  LineExercise,
  ProgramExercise,
  StepExercise,
  VectorExercise,
} from '@/examples/exercises/exercise.ts';

/** What grading needs of an exercise: the page passes no more. */
export type Task = { readonly id: string } & (
  | Pick<GradientExercise, 'kind' | 'formula' | 'lengths' | 'range'>
  | Pick<StepExercise, 'kind' | 'formula' | 'at' | 'scheme'>
  | Pick<LineExercise, 'kind' | 'code' | 'answer'>
  | Pick<ChoiceExercise, 'kind' | 'options' | 'answer'>
  | Pick<VectorExercise, 'kind' | 'name' | 'length'>
);

/** A task whose answer is a program. It is graded by a run, and not by what grades the others. */
export type ProgramTask = Pick<ProgramExercise, 'id' | 'start' | 'tail'>;

/** A task whose answer is typed. */
export type TypedTask = Extract<Task, { kind: 'gradient' | 'step' | 'vector' }>;

export const isTyped = (task: Task): task is TypedTask => task.kind !== 'line' && task.kind !== 'choice';

/** What the page asks of the worker that grades. */
export interface GradingQuestion {
  readonly task: TypedTask;
  readonly answer: string;
}
