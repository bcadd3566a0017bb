/** Words that several figures have in common. */
import { typesetMinus } from '@/charts/format.ts';
import type { Verdict } from '@/checker/types.ts';

/** `1 element`, `2 elements`. */
export const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

/** The verdict on one element, in a table. */
export const ELEMENT_MARKS: Readonly<Record<Verdict, string>> = {
  pass: '✓ right',
  fail: '✗ wrong',
  inconclusive: '? open',
};

/** What the textbook check says of the same gradient. */
export const textbookText = ({ status, relativeError }: { status: 'PASS' | 'FAIL'; relativeError: number }): string =>
  `The textbook check, one relative error for all elements, says ${status} at ${typesetMinus(relativeError.toExponential(2))}.`;
