/** Exercises as records: what is asked, what is right, and one slip that the grader must catch. */

interface Common {
  /** Stable: the reader's progress is kept under it. */
  readonly id: string;
  /** Last part of the chapter's address. */
  readonly chapter: string;
  readonly title: string;
  /** Paragraphs; `code` and *emphasis* are the only marks, as in all texts below. */
  readonly question: readonly string[];
  /** Given one at a time. */
  readonly hints: readonly string[];
  readonly solution: readonly string[];
  /** Lines that are shown below the question, as a terminal would print them. */
  readonly shown?: () => readonly string[];
}

/** Write the gradient of a formula; graded at points that the reader does not see. */
export interface GradientExercise extends Common {
  readonly kind: 'gradient';
  readonly formula: string;
  /** Lengths of the vectors in it. */
  readonly lengths?: Readonly<Record<string, number>>;
  /** Every element of a hidden point is drawn from here. */
  readonly range: readonly [from: number, to: number];
  readonly answer: string;
  /** A typical wrong answer. */
  readonly slip: string;
}

/** Choose a step; right if it is as good as the bottom of the error curve, give or take. */
export interface StepExercise extends Common {
  readonly kind: 'step';
  readonly formula: string;
  readonly at: Readonly<Record<string, number>>;
  readonly scheme: 'forward' | 'central' | 'five-point';
  readonly answer: number;
  readonly slip: number;
}

/** Find the line that is wrong. The code is plain JavaScript. */
export interface LineExercise extends Common {
  readonly kind: 'line';
  readonly code: readonly string[];
  /** Not shown. Run after the code, it defines whichever of `loss`, `gradient` and `x` the code does not. */
  readonly tail: string;
  /** Index of the wrong line, and what should stand there. */
  readonly answer: number;
  readonly mended: string;
}

/** Predict what a check says, or read a figure from it. */
export interface ChoiceExercise extends Common {
  readonly kind: 'choice';
  readonly options: readonly string[];
  readonly answer: string;
  /** What the checker really says: one of the options, and the answer. */
  readonly run: () => string;
}

/** Find a vector with a property; graded by what it does. */
export interface VectorExercise extends Common {
  readonly kind: 'vector';
  /** What the vector is called. */
  readonly name: string;
  readonly length: number;
  /** What is still wrong with a vector, in a sentence; undefined where it has the property. */
  readonly lacks: (vector: readonly number[]) => string | undefined;
  readonly answer: readonly number[];
  readonly slip: readonly number[];
}

/** Write or repair a program in JavaScript; graded by what it does. */
export interface ProgramExercise extends Common {
  readonly kind: 'program';
  /** What the reader begins with. */
  readonly start: string;
  /** Runs after the reader's code, in its scope, and throws an Error that says what is still wrong. */
  readonly tail: string;
  readonly answer: string;
  /** Typical attempts that the tail must refuse, besides what the reader begins with. */
  readonly slips: readonly string[];
}

export type Exercise =
  | GradientExercise
  | StepExercise
  | LineExercise
  | ChoiceExercise
  | VectorExercise
  | ProgramExercise;

/** What the textbook check can say, and what the production check can. */
export const TEXTBOOK = ['PASS', 'FAIL'];
export const VERDICTS = ['pass', 'fail', 'inconclusive'];
