/** Everything the course checks: functions with right and wrong gradients, as data. */

export type { Example, StepExample, Vector } from './example.ts';
export * from './functions/notebook.ts';
export * from './functions/sine-exponential.ts';
export * from './functions/step-size.ts';
export * from './programs/index.ts';
