/** Everything the course checks: functions with right and wrong gradients, as data. */

export type { BugEntry, LeastExample } from './bug-entry.ts';
export { bugList } from './bug-list.ts';
export type { Example, StepExample, Vector } from './example.ts';
export * from './notebook.ts';
export * from './step-size.ts';
export * from './zoo/index.ts';
