import { useId, useState } from 'preact/hooks';
import { gradeOfRun } from '@/lessons/exercise/program.ts';
import type { ProgramTask } from '@/lessons/exercise/task.ts';
import { useSandboxRun } from '../run/use-sandbox-run.ts';
import { ExerciseFrame, type ExerciseTexts } from './ExerciseFrame.tsx';

interface Props extends ExerciseTexts {
  task: ProgramTask;
}

/** An exercise in which a program is written or repaired; it runs away from the page, and code that follows it says what it lacks. */
export default function ProgramExercise({ task, ...texts }: Props) {
  const [code, setCode] = useState(task.start);
  const { run, start, forget } = useSandboxRun();
  const label = useId();
  const change = (text: string) => {
    setCode(text);
    forget();
  };
  return (
    <ExerciseFrame
      {...texts}
      id={task.id}
      grade={gradeOfRun(run, code)}
      ready={run.phase !== 'running'}
      touched={code !== task.start}
      onCheck={() => start({ code: `${code}\n${task.tail}`, task: 'run' })}
      onReset={() => change(task.start)}
    >
      <div class="exercise-field">
        <label for={label}>Your code, in JavaScript</label>
        <textarea
          id={label}
          class="exercise-program"
          rows={Math.min(28, task.start.split('\n').length + 2)}
          value={code}
          autocomplete="off"
          autocapitalize="off"
          spellcheck={false}
          wrap="off"
          onInput={(event) => change(event.currentTarget.value)}
        />
      </div>
    </ExerciseFrame>
  );
}
