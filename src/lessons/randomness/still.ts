/** The state of the figure “The same function, twice”: a loss with randomness or memory, and how its calls are made alike. */
import { choiceField, flagField, idField } from '@/input/fields.ts';
import type { StateOf } from '@/input/url-state.ts';
import { type RandomSubject, SUBJECTS, type Way } from './subjects.ts';

const WAYS = SUBJECTS.flatMap(({ ways }) => ways.map(({ id }) => id));

export const fields = {
  subject: idField(SUBJECTS),
  way: choiceField<string>(WAYS[0], WAYS),
  bug: flagField(true),
};

export type State = StateOf<typeof fields>;

export interface Still {
  readonly subject: RandomSubject;
  /** How the calls are made: as set, or the subject's first way where it has not that one. */
  readonly way: Way;
}

export function stillOf({ subject: id, way }: State): Still {
  const subject = SUBJECTS.find((each) => each.id === id) ?? SUBJECTS[0];
  return { subject, way: subject.ways.find((each) => each.id === way) ?? subject.ways[0] };
}
