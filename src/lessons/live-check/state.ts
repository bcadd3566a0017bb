/** What the reader sets: the bug that is planted. */
import { optionField } from '@/input/fields.ts';
import type { StateOf } from '@/input/url-state.ts';
import { NO_BUG } from '../bug-zoo/state.ts';

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
  bug: optionField<BugChoice>(CHOICES, 'tanh-forgotten'),
};

export type State = StateOf<typeof fields>;
