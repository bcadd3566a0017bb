/** What the reader sets: a rule, its threshold, and the size of the group that a global norm hides. */
import { DEFAULT_THRESHOLD } from '@/checker/defaults.ts';
import { choiceField, numberField } from '@/input/fields.ts';
import type { StateOf } from '@/input/url-state.ts';

export type ThresholdRule = 'global' | 'element' | 'production';

export const fields = {
  rule: choiceField<ThresholdRule>('global', ['global', 'element', 'production']),
  threshold: numberField(DEFAULT_THRESHOLD, { min: 1e-14, max: 1 }),
  share: numberField(1e-6, { min: 1e-9, max: 1 }),
};

export type State = StateOf<typeof fields>;

const { rule, threshold, share } = fields;
/** The same, apart, for the small figures of the chapter. */
export const lineFields = { rule, threshold };
export const hiddenFields = { share };
