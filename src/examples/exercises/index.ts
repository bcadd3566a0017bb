import type { Exercise } from './exercise.ts';
import { METHOD } from './method.ts';
import { MISLEADS } from './misleads.ts';
import { PRACTICE } from './practice.ts';

export type * from './exercise.ts';

/** In the order of the chapters. */
export const EXERCISES: readonly Exercise[] = [...METHOD, ...MISLEADS, ...PRACTICE];

/** Those at the end of one chapter, by the name of its file: `choosing-h`. */
export const exercisesOf = (chapter: string): readonly Exercise[] =>
  EXERCISES.filter((exercise) => exercise.chapter === chapter);
