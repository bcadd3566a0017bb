/** What the reader sets: a curve, a point on it, a scheme and its step. */
import type { Scheme } from '@/checker/types.ts';
import { choiceField, idField, numberField } from '@/input/fields.ts';
import type { StateOf } from '@/input/url-state.ts';
import { DIFFERENCES } from '../differences/schemes.ts';
import { CURVES } from './curves.ts';

export const fields = {
  curve: idField(CURVES),
  scheme: choiceField<Scheme>('forward', DIFFERENCES),
  x: numberField(0.6, { min: -4, max: 4 }),
  h: numberField(0.8, { min: 1e-16, max: 1 }),
};

export type State = StateOf<typeof fields>;
