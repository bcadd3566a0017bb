/** The list of cases of the accuracy page: what is shown under a filter. */
import type { ListedCase, Truth } from '../accuracy/numbers.ts';

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
