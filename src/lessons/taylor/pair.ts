/** What the reader sets in the dot-product test: the pair, what it is compared with, and the random vectors. */
import { integerField, optionField } from '@/input/fields.ts';
import type { StateOf } from '@/input/url-state.ts';

export const PAIRS = [
  { value: 'right', label: 'Both right' },
  { value: 'vjp', label: 'vjp not reversed' },
  { value: 'both', label: 'Δt forgotten in both' },
] as const;

export const HELD = [
  { value: 'no', label: 'to each other' },
  { value: 'yes', label: 'to F as well' },
] as const;

export const fields = {
  pair: optionField(PAIRS),
  held: optionField(HELD),
  draw: integerField(1, { min: 1, max: 999 }),
};

export type State = StateOf<typeof fields>;
