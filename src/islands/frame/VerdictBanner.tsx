import type { ComponentChildren } from 'preact';
import type { Verdict } from '@/checker/types.ts';

const WORDS: Record<Verdict, string> = { pass: 'Pass', fail: 'Fail', inconclusive: 'Inconclusive' };

/** A verdict in a word, where the verdict itself stands elsewhere. */
export const VerdictWord = ({ verdict }: { verdict: Verdict }) => (
  <b class="verdict-word" data-verdict={verdict}>
    {WORDS[verdict]}
  </b>
);

/** A verdict: a word and a shape before any colour, then what it means and what to do next. */
export function VerdictBanner({
  verdict,
  word = WORDS[verdict],
  children,
}: {
  verdict: Verdict;
  /** The textbook check prints PASS and FAIL. */
  word?: string;
  children?: ComponentChildren;
}) {
  return (
    <div class="verdict" data-verdict={verdict}>
      <span class="verdict-word">{word}</span> {children}
    </div>
  );
}
