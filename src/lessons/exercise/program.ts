/** Grades a program that a reader wrote, by how the run of it with its tail has ended. */
import { placed, type RunState } from '@/sandbox/run-state.ts';
import type { Grade } from './grade.ts';

/**
 * @param code the reader's part of what ran; an error in it is told with its line
 * @returns undefined until the run has ended
 */
export function gradeOfRun({ phase, stopped, errors }: RunState, code: string): Grade | undefined {
  if (phase !== 'ended') return undefined;
  if (stopped !== undefined) return { right: undefined, message: stopped.text };
  const [error] = errors;
  if (error === undefined) return { right: true };
  const theirs = error.position !== undefined && error.position.line <= code.split('\n').length;
  return { right: false, message: theirs ? placed(error) : error.text.replace(/^Error: /, '') };
}
