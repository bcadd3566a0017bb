/** What the figure shows of a planted bug: plain data, made at build time for the first and on demand for the others. */
import type { Element as Checked, FindingKind } from '@/checker/types.ts';
import type { ShownLine } from '@/examples/programs/program.ts';
import type { DiagnosisText } from '../report/diagnosis.ts';

/** One element of the gradient, with all that the views show of it. */
export interface ZooElement
  extends Pick<Checked, 'index' | 'name' | 'group' | 'analytic' | 'numeric' | 'tolerance' | 'verdict'> {
  /** The parameter itself. */
  readonly x: number;
  /** analytic / numeric; NaN where both are 0. */
  readonly ratio: number;
  /** analytic - numeric. */
  readonly error: number;
}

export interface ShownBug {
  readonly family: {
    readonly id: string;
    readonly shows: string;
    readonly bugs: readonly { readonly name: string; readonly title: string }[];
  };
  /** None for the right gradient. */
  readonly bug?: { readonly name: string; readonly title: string; readonly explanation: string };
  readonly diagnosis: DiagnosisText;
  /** analytic / numeric of all wrong elements, where the diagnosis is such a factor. */
  readonly factor?: number;
  readonly elements: readonly ZooElement[];
  /** Index of the element that is farthest from right; none where all are. */
  readonly worst?: number;
  readonly program: readonly ShownLine[];
}

/** A bug drawn unseen, and the diagnoses to choose from. */
export interface BugQuestion {
  readonly shown: ShownBug;
  readonly truth: FindingKind;
  readonly choices: readonly { readonly kind: FindingKind; readonly title: string }[];
}

/** A question with what the reader said; no answer while it is open. */
export interface BugGuess extends BugQuestion {
  readonly answer?: FindingKind;
}

export interface Score {
  readonly right: number;
  readonly asked: number;
}

export const NO_SCORE: Score = { right: 0, asked: 0 };

export const isRight = ({ truth, answer }: BugGuess): boolean => answer === truth;

export const scored = (score: Score, guess: BugGuess): Score => ({
  right: score.right + (isRight(guess) ? 1 : 0),
  asked: score.asked + 1,
});

/** The same without what would give the answer away. */
export const unseen = ({ bug: _, factor: __, program, ...rest }: ShownBug): ShownBug => ({
  ...rest,
  program: program.map(({ name, code, mend }) => ({ name, code: mend ?? code })),
});
