/** What to do next, and the conclusion in one sentence. */
import type { ComparedFinding } from '../checker/compare/kinds.ts';
import { nextOfCompared } from '../checker/words/compared.ts';
import type { Reading } from './reading.ts';
import { snippetOf } from './snippets/index.ts';
import { type FailureFinding, type FailureReading, MESSAGE_KINDS, type NextStep } from './types.ts';

type Found = Pick<FailureReading, 'comparisons' | 'conclusion' | 'findings' | 'tool'>;

/** The conclusion in words, without its evidence. */
export const OPENINGS: Readonly<Record<FailureReading['conclusion'], string>> = {
  wrong: 'The gradient is wrong',
  right: 'The gradient is right, as far as this message shows',
  undecided: 'This message cannot tell whether the gradient or the check is wrong',
  'not-repeatable': 'The gradient differs from one call to the next',
};

/** The conclusion, with its evidence. */
export function summaryOf({ conclusion, findings }: Found): string {
  const [first] = findings;
  return first?.says ? `${OPENINGS[conclusion]}. ${first.says}` : `${OPENINGS[conclusion]}.`;
}

const isOfMessage = ({ kind }: FailureFinding): boolean => (MESSAGE_KINDS as readonly string[]).includes(kind);

const OF_MESSAGE: Readonly<Partial<Record<FailureFinding['kind'], string>>> = {
  threshold: 'Loosen the tolerance to what the precision can keep, or check in float64.',
  'fast-mode': 'Run the check with fast_mode=False.',
  'taylor-order': 'Print the gradient element by element beside differences to see where it is wrong.',
  'not-repeatable': 'Call the gradient twice and compare; use deterministic algorithms, or allow for it (nondet_tol).',
};

/** Whether the message hides what would decide. */
const hides = ({ comparisons, conclusion }: Found): boolean =>
  conclusion === 'undecided' ||
  comparisons.every(({ visible }) => visible === 0) ||
  comparisons.some(({ visible, total, more }) => more || visible < total);

/** What to do: about what was found, and to see what the message hides. */
export function nextSteps({ snippet: name }: Reading, found: Found): NextStep[] {
  const snippet = snippetOf(name);
  const [first] = found.findings;
  const about =
    first && (OF_MESSAGE[first.kind] ?? (isOfMessage(first) ? undefined : nextOfCompared(first as ComparedFinding)));
  return [
    ...(about ? [{ says: about }] : []),
    ...(hides(found)
      ? [{ says: 'Print both gradients in full, and paste what it prints here.', ...(snippet ? { snippet } : {}) }]
      : []),
  ];
}
