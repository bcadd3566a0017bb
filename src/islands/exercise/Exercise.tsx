import { useId, useState } from 'preact/hooks';
import type { Grade } from '@/lessons/exercise/grade.ts';
import { type GradingQuestion, isTyped, type Task, type TypedTask } from '@/lessons/exercise/task.ts';
import { NotLoaded } from '../run/NotLoaded.tsx';
import { useAsked } from '../run/use-asked.ts';
import { ExerciseFrame, type ExerciseTexts } from './ExerciseFrame.tsx';

interface Props extends ExerciseTexts {
  task: Task;
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
  const [answer, setAnswer] = useState('');
  const grading = useAsked<GradingQuestion, Grade>(GRADER);
  const { value: grade, ask, set: setGrade } = grading;
  const check = () => {
    if (isTyped(task)) ask({ task, answer });
    else setGrade(gradeOfChoice(task, answer));
  };
  const change = (text: string) => {
    setAnswer(text);
    setGrade(undefined);
  };
  return (
    <ExerciseFrame
      id={task.id}
      title={title}
      question={question}
      help={help}
      grade={grade}
      ready={answer.trim() !== ''}
      touched={answer !== ''}
      trouble={<NotLoaded {...grading} />}
      onCheck={check}
      onReset={() => change('')}
    >
      <Answer task={task} answer={answer} onChange={change} />
    </ExerciseFrame>
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
  if (task.kind === 'vector')
    return task.length === 1
      ? `${task.name}, as a number`
      : `${task.name}: ${task.length} numbers, with commas between them`;
  return 'The derivatives, with a semicolon between them';
}
