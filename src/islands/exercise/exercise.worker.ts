/** Grades typed answers off the page's own thread: they may be anything. */
import { type Grade, gradeGradient, gradeStep } from '@/lessons/exercise/grade.ts';
import type { GradingQuestion } from '@/lessons/exercise/task.ts';
import { gradeVector } from '@/lessons/exercise/vector.ts';
import { answering } from '../run/answering.ts';

function gradeOf({ task, answer }: GradingQuestion): Grade {
  if (task.kind === 'vector') return gradeVector(task.id, answer);
  if (task.kind === 'step') return gradeStep(task, Number(answer.replace(',', '.')));
  return gradeGradient(task, answer, Math.floor(Math.random() * 2 ** 31));
}

answering(gradeOf);
