/** What the live check shows of one run, as plain data: the page is built with one, the reader's browser makes the others. */
import type { Confidence, Verdict } from '@/checker/types.ts';
import type { ShownLine } from '@/examples/programs/program.ts';
import { choiceField } from '@/input/fields.ts';
import type { StateOf } from '@/input/url-state.ts';

export const NO_BUG = 'none';

/** The bugs to choose from, by their names in the zoo's two-layer network. */
export const CHOICES = [
  { value: NO_BUG, label: 'No bug' },
  { value: 'mean-forgotten', label: '1/n forgotten' },
  { value: 'tanh-forgotten', label: 'tanh′ forgotten' },
  { value: 'bias-detached', label: 'Bias detached' },
  { value: 'reshaped', label: 'Transposed' },
] as const;

export type BugChoice = (typeof CHOICES)[number]['value'];

export const fields = {
  bug: choiceField<BugChoice>(
    'tanh-forgotten',
    CHOICES.map(({ value }) => value),
  ),
};

export type State = StateOf<typeof fields>;

export interface ElementOutcome {
  readonly name: string;
  readonly analytic: number;
  readonly numeric: number;
  readonly verdict: Verdict;
}

export interface GroupOutcome {
  readonly name: string;
  readonly start: number;
  readonly size: number;
  readonly verdict: Verdict;
}

/** A finding in words. */
export interface Named {
  readonly title: string;
  /** Its anchor in the list of bugs. */
  readonly slug: string;
  readonly evidence: string;
  readonly next: string;
  readonly confidence: Confidence;
}

export interface Outcome {
  readonly bug: BugChoice;
  readonly verdict: Verdict;
  readonly elements: readonly ElementOutcome[];
  readonly groups: readonly GroupOutcome[];
  /** Wrong elements, worst first. */
  readonly ranking: readonly number[];
  /** The bug by name; where there is none, why the verdict is what it is. */
  readonly named?: Named;
  readonly summary: string;
  readonly evaluations: number;
  readonly textbook: { readonly status: 'PASS' | 'FAIL'; readonly relativeError: number };
  readonly program: readonly ShownLine[];
}
