/**
 * What a program can have checked: a function and its derivative, known by the names that the program gives them. Every
 * language of the sandbox goes by this list.
 */

const SUBJECTS = [
  { id: 'loss', f: 'loss', derivative: 'gradient' },
  { id: 'layer', f: 'forward', derivative: 'vjp' },
  { id: 'jacobian', f: 'forward', derivative: 'jacobian' },
  { id: 'hessian', f: 'gradient', derivative: 'hessian' },
] as const;

export type Subject = (typeof SUBJECTS)[number];

/** A name under which a program has a function checked. */
export type FunctionName = Subject['f' | 'derivative'];

export const FUNCTION_NAMES: readonly FunctionName[] = [
  ...new Set(SUBJECTS.flatMap(({ f, derivative }) => [f, derivative])),
];

/** All names that a check looks for; `sizes` may be missing. */
export const CHECKED_NAMES = [...FUNCTION_NAMES, 'x', 'sizes'] as const;

export type CheckedName = (typeof CHECKED_NAMES)[number];

/**
 * What a program with these names is about, in the order in which it is checked: every function that is there with its
 * derivative. Where none is complete, the one that is begun. A program that has a loss may have a helper called
 * `forward`, whose arguments are its own affair.
 *
 *     subjectsOf(['loss', 'helper', 'x'])[0].derivative // 'gradient', which is missing
 *     subjectsOf(['forward', 'vjp', 'x'])[0].id // 'layer'
 */
export function subjectsOf(names: Iterable<string>): readonly [Subject, ...Subject[]] {
  const known = new Set<string>(names);
  const [loss, ...others] = SUBJECTS;
  const complete = ({ f, derivative }: Subject) => known.has(f) && known.has(derivative);
  if (complete(loss)) return [loss, ...others.filter((subject) => subject.f === 'gradient' && complete(subject))];
  // a gradient without a loss is more likely to lack its loss than its Hessian, a forward pass never has a loss
  const begun = [
    others.find(({ derivative }) => known.has(derivative)),
    SUBJECTS.find(({ derivative }) => known.has(derivative)),
    SUBJECTS.find(({ f }) => known.has(f)),
  ].find((subject) => subject !== undefined);
  const [first = begun ?? loss, ...rest] = others.filter(complete);
  return [first, ...rest];
}
