/** Grades a vector that a reader typed, by what it does. Loaded on first use: it holds the checker. */
import { EXERCISES, type VectorExercise } from '@/examples/exercises/index.ts';
import { vectorField } from '@/input/fields.ts';
import type { Grade } from './grade.ts';

/**
 * @param id of an exercise of the kind `vector`
 * @example
 * gradeVector('layers-1', '1, 1, 1'); // { right: false, message: … }
 */
export function gradeVector(id: string, answer: string): Grade {
  const exercise = EXERCISES.find((each): each is VectorExercise => each.id === id && each.kind === 'vector');
  if (exercise === undefined) throw new Error(`There is no vector exercise called ${id}`);
  const reading = vectorField([], exercise.length).read(answer);
  if (!reading.ok) return { right: false, message: reading.problem };
  const message = exercise.lacks(reading.value);
  return message === undefined ? { right: true } : { right: false, message };
}
