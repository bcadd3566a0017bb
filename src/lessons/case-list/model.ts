/** The list of cases of the accuracy page: what is shown under a filter. */
import { choiceField, type Field } from '@/input/fields.ts';

export type Truth = 'correct' | 'wrong' | 'nondifferentiable' | 'nondeterministic' | 'undecidable';
export type Mark = 'pass' | 'fail' | 'inconclusive';

export interface ListedCase {
  readonly id: string;
  readonly category: string;
  readonly title: string;
  readonly note: string;
  readonly truth: Truth;
  readonly n: number;
  readonly verdicts: Readonly<Record<string, { readonly verdict: Mark; readonly right: boolean }>>;
}

export interface ListedChecker {
  readonly id: string;
  readonly name: string;
}

export const TRUTHS: Readonly<Record<Truth, string>> = {
  correct: 'right',
  wrong: 'wrong',
  nondifferentiable: 'none: a kink at x',
  nondeterministic: 'none: f is noisy',
  undecidable: 'none: nothing can be seen',
};

export interface Filter {
  /** A category, or `all`. */
  readonly category: string;
  readonly truth: 'all' | 'right' | 'wrong' | 'none';
  /** A checker that is wrong on the case, or `any` for no condition. */
  readonly mistaken: string;
  /** Words that must all stand in the title, the note or the id. */
  readonly words: string;
}

const truthOf = (truth: Truth) => (truth === 'correct' ? 'right' : truth === 'wrong' ? 'wrong' : 'none');

/** The cases that a filter leaves, in the order of the corpus. */
export function filtered(cases: readonly ListedCase[], { category, truth, mistaken, words }: Filter): ListedCase[] {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
  return cases.filter((c) => {
    const text = `${c.id} ${c.title} ${c.note}`.toLowerCase();
    return (
      (category === 'all' || c.category === category) &&
      (truth === 'all' || truthOf(c.truth) === truth) &&
      (mistaken === 'any' || c.verdicts[mistaken]?.right === false) &&
      wanted.every((word) => text.includes(word))
    );
  });
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
