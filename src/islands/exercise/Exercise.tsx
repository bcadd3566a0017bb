import type { ComponentChildren } from 'preact';
import { useEffect, useId, useState } from 'preact/hooks';
import { NumberText } from '@/charts/figure/NumberText.tsx';
import { typesetMinus } from '@/charts/format.ts';
import type { Disproof, Grade } from '@/lessons/exercise/grade.ts';
import { isTyped, type Question, type Task, type TypedTask } from '@/lessons/exercise/task.ts';
import { Island } from '../frame/Island.tsx';
import { VerdictBanner } from '../frame/VerdictBanner.tsx';
import { NotLoaded } from '../run/NotLoaded.tsx';
import { useAsked } from '../run/use-asked.ts';
import { onProgress, setSolved, solved } from './progress.ts';
import './sidebar.ts';
import './exercise.css';

interface Props {
  task: Task;
  title: string;
  question?: ComponentChildren;
  /** Hints and solution: to be opened with or without a script. */
  help?: ComponentChildren;
}

const NOT_YET: Grade = { right: false, message: 'Open a hint, or try again.' };

/** Grades what was chosen. */
const gradeOfChoice = (task: Exclude<Task, TypedTask>, answer: string): Grade =>
  answer === String(task.answer) ? { right: true } : NOT_YET;

const GRADER = {
  open: () => new Worker(new URL('./exercise.worker.ts', import.meta.url), { type: 'module' }),
  // several readings, each bounded in its work, with room for a slow machine
  patience: 8000,
  late: 'it took too long; a shorter answer will do',
};

/** One exercise: a question, an answer that the checker grades, hints and a solution. */
export default function Exercise({ task, title, question, help }: Props) {
  const [awake, setAwake] = useState(false);
  const [done, setDone] = useState(false);
  const [answer, setAnswer] = useState('');
  const grading = useAsked<Question, Grade>(GRADER);
  const { value: grade, ask, set: setGrade } = grading;
  useEffect(() => {
    const read = () => setDone(solved().has(task.id));
    read();
    setAwake(true);
    return onProgress(read);
  }, [task.id]);

  useEffect(() => {
    if (grade?.right) setSolved(task.id, true);
  }, [grade]);

  const check = (event: Event) => {
    event.preventDefault();
    if (isTyped(task)) ask({ task, answer });
    else setGrade(gradeOfChoice(task, answer));
  };
  const change = (text: string) => {
    setAnswer(text);
    setGrade(undefined);
  };
  const reset = () => {
    change('');
    setSolved(task.id, false);
  };
  return (
    <Island name="exercise" title={title} awake={awake} says={spoken(grade)}>
      <p class="exercise-done" data-done={done ? '' : undefined}>
        {done ? 'Solved' : 'Not solved yet'}
      </p>
      <div class="exercise-text">{question}</div>
      <form onSubmit={check}>
        <fieldset disabled={!awake}>
          <Answer task={task} answer={answer} onChange={change} />
          <p class="exercise-buttons">
            <button type="submit" class="primary" disabled={answer.trim() === ''}>
              Check
            </button>
            <button type="button" onClick={reset} disabled={answer === '' && !done}>
              Reset
            </button>
          </p>
        </fieldset>
      </form>
      <NotLoaded {...grading} />
      <Feedback grade={grade} />
      <div class="exercise-text">{help}</div>
    </Island>
  );
}

interface AnswerProps {
  task: Task;
  answer: string;
  onChange: (text: string) => void;
}

function Answer({ task, answer, onChange }: AnswerProps) {
  const id = useId();
  if (isTyped(task)) {
    const label = labelOf(task);
    return (
      <div class="exercise-field">
        <label for={id}>{label}</label>
        <input
          id={id}
          type="text"
          value={answer}
          autocomplete="off"
          autocapitalize="off"
          spellcheck={false}
          onInput={(event) => onChange(event.currentTarget.value)}
        />
      </div>
    );
  }
  const lines = task.kind === 'line';
  const options = task.kind === 'line' ? task.code : task.options;
  return (
    <div
      class={lines ? 'exercise-code' : 'exercise-options'}
      role="radiogroup"
      aria-label={lines ? 'The line that has to change' : 'Your answer'}
    >
      {options.map((text, i) => {
        const value = lines ? String(i) : text;
        return (
          <label key={value}>
            <input
              type="radio"
              name={id}
              value={value}
              checked={answer === value}
              onChange={() => onChange(value)}
              aria-label={lines ? `Line ${i + 1}: ${text.trim()}` : undefined}
            />
            {lines ? <code>{text}</code> : <span>{text}</span>}
          </label>
        );
      })}
    </div>
  );
}

function labelOf(task: TypedTask): string {
  if (task.kind === 'step') return 'The step h';
  if (task.kind === 'vector') return `${task.name}: ${task.length} numbers, with commas between them`;
  return 'The derivatives, with a semicolon between them';
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
