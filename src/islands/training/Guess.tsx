import { useMemo, useState } from 'preact/hooks';
import { LineChart } from '@/charts/LineChart.tsx';
import { useAwake } from '@/charts/wake/awake.ts';
import { initialState } from '@/input/url-state.ts';
import type { Check } from '@/lessons/training/checks.ts';
import { type ShownRun, shortDrawing } from '@/lessons/training/drawing.ts';
import {
  answer,
  FIRST_GUESS,
  type RunGuess as Guesses,
  letterOf,
  rightAnswers,
  solved,
  startGuess,
} from '@/lessons/training/guess.ts';
import { fields, trainingModel } from '@/lessons/training/model.ts';
import { RUNS, type RunId } from '@/lessons/training/problem.ts';
import { Select } from '../controls/choice-controls.tsx';
import { Head, ScrollTable } from '../controls/ScrollTable.tsx';
import { Island } from '../frame/Island.tsx';
import { VerdictWord } from '../frame/VerdictBanner.tsx';
import { Sample } from './Sample.tsx';
import './training.css';

const OPEN = 'open';
const OPTIONS: readonly { readonly value: RunId | typeof OPEN; readonly label: string }[] = [
  { value: OPEN, label: '…' },
  ...RUNS.map(({ id, label }) => ({ value: id, label })),
];

const VIEW = { ...initialState(fields), view: 'excess' } as const;
const labelOf = (id: RunId): string => RUNS.find((run) => run.id === id)!.label;

/** Four curves under letters. Names and verdicts come out when all four have been guessed, or when the fold is opened. */
export default function Guess({ checks }: { readonly checks: readonly Pick<Check, 'id' | 'diagnosis'>[] }) {
  const awake = useAwake();
  const [guess, setGuess] = useState<Guesses>(FIRST_GUESS);
  const done = solved(guess);
  const spec = useMemo(() => {
    const runs = trainingModel(VIEW);
    const shown = guess.order.map((id, i): ShownRun => {
      const run = runs.find((one) => one.id === id)!;
      return { ...run, shownAs: done ? `${letterOf(i)}: ${run.label}` : `run ${letterOf(i)}` };
    });
    return shortDrawing(shown, VIEW);
  }, [guess.order, done]);
  const score = `${rightAnswers(guess)} of ${guess.order.length} right.`;
  return (
    <Island
      name="training-guess"
      title="Which of the four has the right gradient?"
      awake={awake}
      says={done ? score : undefined}
    >
      <LineChart
        {...spec}
        compact
        ratio={0.4}
        title="Loss above the minimum against step"
        description="Four runs of gradient descent from one start, under letters. Two fall to the minimum, one of them much sooner; the others level off above it."
        fileName="guess"
      />
      <div class="training-questions needs-script">
        {guess.order.map((id, i) => (
          <div key={id} class="training-question">
            <Sample place={i} />
            <Select
              label={`Run ${letterOf(i)} has`}
              options={OPTIONS}
              value={guess.answers[i] ?? OPEN}
              onValue={(value) => setGuess(answer(guess, i, value === OPEN ? undefined : value))}
            />
          </div>
        ))}
      </div>
      <details class="training-answers" open={done}>
        <summary>{done ? `${score} Names and verdicts` : 'Names and verdicts'}</summary>
        <Answers guess={guess} checks={checks} />
        <p class="needs-script">
          <button type="button" onClick={() => setGuess(startGuess(Math.random))}>
            Shuffle and guess again
          </button>
        </p>
      </details>
    </Island>
  );
}

function Answers({
  guess,
  checks,
}: {
  readonly guess: Guesses;
  readonly checks: Parameters<typeof Guess>[0]['checks'];
}) {
  return (
    <ScrollTable
      label="Names and verdicts of the runs"
      head={
        <>
          <Head>run</Head>
          <Head>gradient</Head>
          <Head>the check, before the first step</Head>
        </>
      }
    >
      {guess.order.map((id, i) => {
        const { verdict, findings } = checks.find((check) => check.id === id)!.diagnosis;
        const taken = guess.answers[i];
        return (
          <tr key={id} data-run={id}>
            <th scope="row">
              <Sample place={i} /> {letterOf(i)}
            </th>
            <td>
              {labelOf(id)}
              {taken && (
                <span class="caption">{taken === id ? ' – you saw it' : ` – you took it for: ${labelOf(taken)}`}</span>
              )}
            </td>
            <td>
              <VerdictWord verdict={verdict} /> {findings[0]?.title}
            </td>
          </tr>
        );
      })}
    </ScrollTable>
  );
}
