import { CONSTRAINTS } from './constraints.ts';
import type { Exercise } from './exercise.ts';
import { LAYERS } from './layers.ts';
import { METHOD } from './method.ts';
import { MISLEADS } from './misleads.ts';
import { PRACTICE } from './practice.ts';
import { PREDICTIONS } from './predictions.ts';
import { PROGRAMS } from './programs.ts';
import { RANDOMNESS } from './randomness.ts';
import { READINGS } from './readings.ts';

export type * from './exercise.ts';

export const EXERCISES: readonly Exercise[] = [
  ...METHOD,
  ...MISLEADS,
  ...PRACTICE,
  ...LAYERS,
  ...RANDOMNESS,
  ...CONSTRAINTS,
  ...PREDICTIONS,
  ...READINGS,
  ...PROGRAMS,
];

/** The exercises at the end of one chapter, by the name of its file: `choosing-h`. */
export const exercisesOf = (chapter: string): readonly Exercise[] =>
  EXERCISES.filter((exercise) => exercise.chapter === chapter);
