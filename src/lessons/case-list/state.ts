/** What the reader sets: the filter over the list. */
import { choiceField, type Field } from '@/input/fields.ts';

export interface ListedChecker {
  readonly id: string;
  readonly name: string;
}

const LONGEST = 60;

/** The filter as it stands in the URL; the words are the reader's own, cut to a sensible length. */
export const fieldsFor = (categories: readonly string[], checkers: readonly ListedChecker[]) => ({
  category: choiceField('all', ['all', ...categories]),
  truth: choiceField('all', ['all', 'right', 'wrong', 'none'] as const),
  mistaken: choiceField('any', ['any', ...checkers.map(({ id }) => id)]),
  words: {
    initial: '',
    read: (text) => ({ ok: true, value: text.slice(0, LONGEST) }),
    write: (value) => value,
  } satisfies Field<string> as Field<string>,
});
