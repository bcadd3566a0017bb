/** What the reader sets: a family, the bug planted in it, and how its elements are looked at. */
import { choiceField, type Field, idField } from '@/input/fields.ts';
import { familyEntries } from './families.ts';

/** No bug: the right gradient, to compare with. */
export const NO_BUG = 'none';

export const VIEWS = ['scatter', 'ratio', 'error', 'parameter'] as const;
export type ZooView = (typeof VIEWS)[number];

const WORD = /^[a-z0-9-]{1,40}$/;

/** A name that no bug has: `bugNamed` then takes the first bug of the family. */
export const FIRST = 'first';

/** The name of a bug. Whether the family has a bug of that name can be told once the family is loaded. */
const bugField: Field<string> = {
  initial: 'mean-forgotten',
  read: (text) =>
    WORD.test(text) ? { ok: true, value: text } : { ok: false, problem: 'The name of a bug is in small letters.' },
  write: (value) => value,
};

export const fields = {
  family: idField(familyEntries),
  bug: bugField,
  view: choiceField<ZooView>('scatter', VIEWS),
};
