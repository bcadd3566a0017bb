import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { NumberText } from '@/charts/figure/NumberText.tsx';
import { typesetMinus } from '@/charts/format.ts';
import type { Disproof, Grade } from '@/lessons/exercise/grade.ts';
import { Island } from '../frame/Island.tsx';
import { VerdictBanner } from '../frame/VerdictBanner.tsx';
import { onProgress, setSolved, solved } from './progress.ts';
import './sidebar.ts';
import './exercise.css';

export interface ExerciseTexts {
  title: string;
  question?: ComponentChildren;
  /** Hints and solution: to be opened with or without a script. */
  help?: ComponentChildren;
}

interface Props extends ExerciseTexts {
  /** Of the exercise; the reader's progress is kept under it. */
  id: string;
  grade: Grade | undefined;
  /** There is something to be graded; something was changed that can be put back. */
  ready: boolean;
  touched: boolean;
  /** Why there is no grade, where something failed. */
  trouble?: ComponentChildren;
  onCheck: () => void;
  onReset: () => void;
  /** Where the answer is given. */
  children: ComponentChildren;
}

/** What all exercises share: a question, the answer, its grade, hints and a solution, and whether it has been solved. */
export function ExerciseFrame({ id, title, question, help, grade, ready, touched, trouble, ...props }: Props) {
  const { onCheck, onReset, children } = props;
  const [awake, setAwake] = useState(false);
  const [done, setDone] = useState(false);
  useEffect(() => {
    const read = () => setDone(solved().has(id));
    read();
    setAwake(true);
    return onProgress(read);
  }, [id]);
  useEffect(() => {
    if (grade?.right) setSolved(id, true);
  }, [grade]);

  const check = (event: Event) => {
    event.preventDefault();
    onCheck();
  };
  const reset = () => {
    onReset();
    setSolved(id, false);
  };
  return (
    <Island name="exercise" title={title} awake={awake} says={spoken(grade)}>
      <p class="exercise-done" data-done={done ? '' : undefined}>
        {done ? 'Solved' : 'Not solved yet'}
      </p>
      <div class="exercise-text">{question}</div>
      <form onSubmit={check}>
        <fieldset disabled={!awake}>
          {children}
          <p class="exercise-buttons">
            <button type="submit" class="primary" disabled={!ready}>
              Check
            </button>
            <button type="button" onClick={reset} disabled={!touched && !done}>
              Reset
            </button>
          </p>
        </fieldset>
      </form>
      {trouble}
      <Feedback grade={grade} />
      <div class="exercise-text">{help}</div>
    </Island>
  );
}

function Feedback({ grade }: { grade: Grade | undefined }) {
  return (
    <div class="exercise-feedback">
      {grade?.right && (
        <VerdictBanner verdict="pass" word="Right">
          The solution says why, if you want to compare.
        </VerdictBanner>
      )}
      {grade?.right === false && (
        <VerdictBanner verdict="fail" word="Not yet">
          {grade.disproof ? <Disproved {...grade.disproof} /> : grade.message}
        </VerdictBanner>
      )}
      {grade && grade.right === undefined && (
        <VerdictBanner verdict="inconclusive" word="Cannot tell">
          {grade.message}
        </VerdictBanner>
      )}
    </div>
  );
}

function spoken(grade: Grade | undefined): string {
  if (grade === undefined) return '';
  if (grade.right) return 'Right.';
  if (grade.right === undefined) return `Cannot tell. ${grade.message}`;
  return `Not yet. ${grade.disproof ? disproved(grade.disproof) : grade.message}`;
}

const disproved = ({ element, analytic, numeric }: Disproof): string =>
  `The derivative by ${element} is ${typesetMinus(numeric.toPrecision(4))} at a point where yours is ${typesetMinus(analytic.toPrecision(4))}.`;

function Disproved({ point, element, analytic, numeric }: Disproof) {
  return (
    <>
      At{' '}
      {point.map(({ name, value }, i) => (
        <span key={name}>
          {i > 0 && ', '}
          <code>{name}</code> = <NumberText value={value} digits={4} />
        </span>
      ))}{' '}
      the derivative by <code>{element}</code> is <NumberText value={numeric} digits={6} />, and yours gives{' '}
      <NumberText value={analytic} digits={6} />.
    </>
  );
}
