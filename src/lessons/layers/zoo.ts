/** Layers with a bug in them: what the reader can choose from. */
import { optionField } from '@/input/fields.ts';

/** By layer and by the id of the bug in it; `none` is the right backward pass. */
export const CASES = [
  { value: 'linear/none', label: 'linear: no bug' },
  { value: 'linear/bias-not-summed', label: 'linear: bias not summed' },
  { value: 'linear/sum-of-outputs', label: 'linear: v never used' },
  { value: 'norm/length-unused', label: 'norm: an output forgotten' },
  { value: 'lstm/cell-forgotten', label: 'LSTM cell: an output forgotten' },
  { value: 'lstm/bias-twice', label: 'LSTM cell: bias counted twice' },
  { value: 'attention/queries-and-keys', label: 'attention: queries and keys exchanged' },
  { value: 'layer-norm/deviation-fixed', label: 'layer norm: deviation a constant' },
  { value: 'solve/outer-turned', label: 'solve: outer product turned' },
  { value: 'time-step/not-reversed', label: 'time step: not reversed' },
] as const;

export type Case = (typeof CASES)[number]['value'];

export const fields = {
  bug: optionField<Case>(CASES, 'lstm/cell-forgotten'),
};
