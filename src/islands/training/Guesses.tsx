import type { Shown } from '@/lessons/training/drawing.ts';
import { answer, type Guess, letterOf } from '@/lessons/training/guess.ts';
import { RUNS, type RunId } from '@/lessons/training/problem.ts';
import { Select } from '../controls/controls.tsx';
import { Sample } from './Sample.tsx';

const OPEN = 'open';
const OPTIONS: readonly { readonly value: RunId | typeof OPEN; readonly label: string }[] = [
  { value: OPEN, label: '…' },
  ...RUNS.map(({ id, label }) => ({ value: id, label })),
];

/** One question a letter. When all are answered, the figure shows the names and the verdicts. */
export function Guesses({
  guess,
  runs,
  onGuess,
}: {
  readonly guess: Guess;
  readonly runs: readonly Shown[];
  readonly onGuess: (guess: Guess) => void;
}) {
  return (
    <div class="training-runs training-guesses">
      {runs.map((run, i) => (
        <div key={run.id} class="training-run">
          <Sample place={i} />
          <Select
            label={`Run ${letterOf(i)} has`}
            options={OPTIONS}
            value={guess.answers[i] ?? OPEN}
            onValue={(value) => onGuess(answer(guess, i, value === OPEN ? undefined : value))}
          />
        </div>
      ))}
    </div>
  );
}
