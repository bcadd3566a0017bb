/** The words of the page about a message that was read. */
import { FINDING_KINDS, type FindingKind, type Verdict, type Where } from '@/checker/types.ts';
import { titleOf } from '@/checker/words/wording.ts';
import type { Conclusion, FailureComparison, FailureFinding, FailureKind } from '@/failures/index.ts';

/** A check that cannot tell is inconclusive, and so is a gradient that differs from call to call. */
export const VERDICTS: Readonly<Record<Conclusion, Verdict>> = {
  wrong: 'fail',
  right: 'pass',
  undecided: 'inconclusive',
  'not-repeatable': 'inconclusive',
};

/** What a conclusion means. */
export const MEANS: Readonly<Record<Conclusion, string>> = {
  wrong: 'It is the gradient, and not the check.',
  right: 'If the check failed, it is the check that is at fault.',
  undecided: 'Below is what would tell.',
  'not-repeatable': 'No check can judge it before it gives the same numbers twice.',
};

/** Titles of findings that the bug list does not have: they come from a message, or from two given gradients. */
const TITLES: Readonly<Record<Exclude<FailureKind, FindingKind>, string>> = {
  agrees: 'Both sides agree',
  'nearly-agrees': 'Less than a hundredth apart',
  float16: 'Half precision',
  bfloat16: 'bfloat16',
  'noise-floor': 'Differences of one size',
  'numeric-side-dead': 'The numeric side does not move',
  'numeric-side-drifts': 'The numeric side drifts',
  hidden: 'The mismatch is out of sight',
  threshold: 'A tolerance that is too strict',
  'fast-mode': 'Only the fast check failed',
  'taylor-order': 'The order of the remainder',
  'norm-only': 'One number for all elements',
  'count-only': 'A count, and no numbers',
  'not-tangent': 'Not a tangent vector',
  exercise: 'The number of a known exercise',
  'words-only': 'What the tool says',
};

/** Whether the bug list has an entry of it. */
export const isListed = (kind: FailureKind): kind is FindingKind => (FINDING_KINDS as readonly string[]).includes(kind);

/** The title of a finding: for a bug the title in the bug list, unless the numbers leave open whether there is a bug. */
export function titleText({ kind, role }: Pick<FailureFinding, 'kind' | 'role'>): string {
  if (kind === 'unknown-pattern' && role === 'doubt') return 'Differences without a pattern';
  return isListed(kind) ? titleOf(kind) : TITLES[kind];
}

const whole = (count: number): string => count.toLocaleString('en-GB');

const pairs = (count: number): string => `${whole(count)} ${count === 1 ? 'pair' : 'pairs'}`;

const shapeText = (shape: readonly number[]): string => (shape.length === 0 ? 'a single number' : shape.join(' × '));

/** How much of a comparison is visible, and its shape. */
export function countText({ visible, total, more, shape, shapes, agrees }: FailureComparison): string {
  if (shapes) return `analytic side ${shapeText(shapes.analytic)}, numeric side ${shapeText(shapes.numeric)}: no pairs`;
  const differing = agrees.filter((each) => !each).length;
  const seen =
    visible < total || more
      ? `${whole(visible)} of ${more ? 'at least ' : ''}${whole(Math.max(total, visible))} visible`
      : pairs(visible);
  const shaped = shape.length > 1 ? `, shape ${shapeText(shape)}` : '';
  return `${seen}${shaped}; ${differing === 0 ? 'none differs' : `${whole(differing)} ${differing === 1 ? 'differs' : 'differ'}`}`;
}

/** Who says which side is the analytic one. */
export function sidesText(sides: FailureComparison['sides'], swapped: boolean): string {
  if (swapped) return 'You have exchanged the sides.';
  return sides === 'labelled'
    ? 'The message says which side is which.'
    : 'The message does not say which side is which: taken in the usual order.';
}

const NAMED = 8;

/** The name of an element within its array: `W1[2][0]` is `[2][0]` of `W1`. */
export const nameWithin = (name: string, label: string): string =>
  name.startsWith(`${label}[`) ? name.slice(label.length) : name;

/** The elements that a finding is about, the first of them by name. */
export function whereText({ elements, count }: Where, label: string): string {
  const named = elements.slice(0, NAMED).map((name) => nameWithin(name, label));
  const others = count - named.length;
  if (named.length === 0) return '';
  return others > 0 ? `${named.join('; ')} and ${whole(others)} more` : named.join('; ');
}
