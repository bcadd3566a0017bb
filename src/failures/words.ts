/** The English of the findings that only a message can show. */

import type { Confidence } from '../checker/types.ts';
import { figure } from '../checker/words/sentence.ts';
import type { FailureFinding, FailureKind } from './types.ts';

type Evidence = FailureFinding['evidence'];

const percent = (share: number): string => `${Number((100 * share).toPrecision(2))} %`;

const SAYS: Readonly<Partial<Record<FailureKind, (facts: Evidence) => string>>> = {
  hidden: ({ visible }) =>
    `${visible === 1 ? 'The one visible pair agrees' : `All ${visible} visible pairs agree`} to the printed digits: the mismatch is in the part that is not shown, or below the digits.`,
  threshold: ({ wrong, total, worst }) =>
    wrong === undefined
      ? 'All pairs agree to the printed digits: the mismatch is below them.'
      : `Only ${wrong} of ${total} elements exceed the tolerance (${percent(Number(wrong) / Number(total))}), by rounding: ${figure(Number(worst))} of the largest entry. The tolerance is stricter than such a computation can keep.`,
  float16: ({ wrong, total, worst }) =>
    `Only ${wrong} of ${total} elements exceed the tolerance (${percent(Number(wrong) / Number(total))}); the differences are of a few units of the last digit of half precision (${figure(Number(worst))} of the largest entry): a tolerance that is too strict, and no bug.`,
  'fast-mode': ({ difference }) =>
    `Only the fast check failed, which compares one random projection; element by element the two sides differ by no more than ${figure(Number(difference))}. The gradient is right.`,
  'taylor-order': ({ observed, right, verdict }) =>
    verdict === 'wrong'
      ? `The error falls with order ${figure(observed)} where a right gradient gives ${figure(right)}: the gradient is wrong, and not the step. Which element cannot be told from one direction.`
      : verdict === 'right'
        ? `The error falls with order ${figure(observed)}, as it must for a right gradient.`
        : `The error falls with order ${figure(observed)}; a right gradient gives ${figure(right)}, a wrong one ${figure(Number(right) - 1)}. Rounding at small steps or a kink spoils it.`,
  'norm-only': ({ what, value, small }) =>
    `${what} is ${figure(value)}, one number for all elements: ${small ? 'as small as rounding leaves it' : 'it cannot tell a wrong element from a step that is badly chosen'}.`,
  'count-only': ({ wrong, total }) =>
    `${wrong}${total === undefined ? '' : ` of ${total}`} elements are said to differ, and no more: print both gradients to see which, and by how much.`,
};

/** A finding of the message itself. */
export function sayMessage(
  kind: FailureKind,
  role: FailureFinding['role'],
  evidence: Evidence,
  confidence: Confidence = 'low',
  says?: string,
): FailureFinding {
  const where = { groups: [], indices: [], elements: [], count: 0 };
  return { kind, role, where, evidence, confidence, says: says ?? SAYS[kind]?.(evidence) ?? '' };
}
