/** The guessing game: the runs under letters in a random order, and the reader's guess for each letter. */
import { seededRandom } from '@/checker/random.ts';
import { RUNS, type RunId } from './problem.ts';

export interface RunGuess {
  /** Which run stands under which letter. */
  readonly order: readonly RunId[];
  /** The reader's guess for each letter; undefined where there is none yet. */
  readonly answers: readonly (RunId | undefined)[];
}

export const letterOf = (index: number): string => String.fromCharCode(65 + index);

/** Fisher and Yates: every order with the same chance. `random` gives numbers in [0, 1). */
export function startGuess(random: () => number): RunGuess {
  const order = RUNS.map(({ id }) => id);
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [order[i], order[j]] = [order[j], order[i]];
  }
  return { order, answers: order.map(() => undefined) };
}

/** The order on the page as built: the same for every reader, and another one than in the list of names. */
export const FIRST_GUESS: RunGuess = startGuess(seededRandom(5));

export const answer = ({ order, answers }: RunGuess, index: number, id: RunId | undefined): RunGuess => ({
  order,
  answers: answers.map((old, i) => (i === index ? id : old)),
});

/** Every letter has an answer: the names may come out. */
export const solved = ({ answers }: RunGuess): boolean => answers.every((id) => id !== undefined);

export const rightAnswers = ({ order, answers }: RunGuess): number => order.filter((id, i) => answers[i] === id).length;
