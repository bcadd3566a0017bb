import type { FindingKind } from '@/checker/types.ts';
import { type BugGuess, isRight } from '@/lessons/bug-zoo/shown.ts';

/** The question while it is open, and how the answer was once it is given. */
export function Question({ guess, onAnswer }: { guess: BugGuess; onAnswer: (kind: FindingKind) => void }) {
  const { truth, choices, answer } = guess;
  const rightTitle = choices.find(({ kind }) => kind === truth)?.title;
  return (
    <fieldset
      class="zoo-question"
      data-answered={answer === undefined ? undefined : isRight(guess) ? 'right' : 'wrong'}
    >
      <legend>Which bug is it? Look at the views first.</legend>
      <div class="zoo-choices">
        {choices.map(({ kind, title }) => (
          <button
            key={kind}
            type="button"
            aria-pressed={answer === undefined ? undefined : kind === answer}
            disabled={answer !== undefined && kind !== answer}
            onClick={() => onAnswer(kind)}
          >
            {title}
          </button>
        ))}
      </div>
      <p role="status">
        {answer !== undefined && (isRight(guess) ? 'Right.' : `Not this time: it is “${rightTitle}”.`)}
      </p>
    </fieldset>
  );
}
