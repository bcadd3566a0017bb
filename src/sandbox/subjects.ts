/**
 * What a program can have checked: a function and its derivative, known by the names that the program gives them. Every
 * language of the sandbox goes by this list.
 */

export interface Subject {
  readonly id: 'loss';
  /** The function, and what is claimed to be its derivative. */
  readonly f: 'loss';
  readonly derivative: 'gradient';
}

const SUBJECTS: readonly Subject[] = [{ id: 'loss', f: 'loss', derivative: 'gradient' }];

/** All names that a check looks for; `sizes` may be missing. */
export const CHECKED_NAMES = [
  ...SUBJECTS.flatMap(({ f, derivative }) => [f, derivative] as const),
  'x',
  'sizes',
] as const;

export type CheckedName = (typeof CHECKED_NAMES)[number];

/**
 * What a program with these names is about, in the order in which it is checked: every function that is there with its
 * derivative. Where none is complete, the one that is begun.
 *
 *     subjectsOf(['loss', 'helper', 'x'])[0].derivative // 'gradient', which is missing
 */
export function subjectsOf(names: Iterable<string>): readonly [Subject, ...Subject[]] {
  const known = new Set<string>(names);
  const complete = SUBJECTS.filter(({ f, derivative }) => known.has(f) && known.has(derivative));
  const begun = SUBJECTS.find(({ f, derivative }) => known.has(derivative) || known.has(f));
  const [first = begun ?? SUBJECTS[0], ...others] = complete;
  return [first, ...others];
}
