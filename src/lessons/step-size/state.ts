/** What the reader sets: a function, a scheme or all of them, a precision, a step, and the element that is worked out. */
import { DEFAULT_STEP } from '@/checker/defaults.ts';
import { stepSizeExamples } from '@/examples/functions/step-size.ts';
import { choiceField, flagField, idField, integerField, numberField } from '@/input/fields.ts';
import type { StateOf } from '@/input/url-state.ts';
import { PRECISIONS, type Precision } from '../differences/precisions.ts';
import { SCHEME_LABELS, type SchemeId } from '../differences/schemes.ts';

export const EXAMPLES = stepSizeExamples;
export const SCHEME_IDS = Object.keys(SCHEME_LABELS) as readonly SchemeId[];
const MOST_ELEMENTS = 3;

export const fields = {
  function: idField(EXAMPLES),
  scheme: choiceField<SchemeId>('central', SCHEME_IDS),
  all: flagField(false),
  precision: choiceField<Precision>('float64', Object.keys(PRECISIONS) as Precision[]),
  h: numberField(DEFAULT_STEP, { min: 1e-16, max: 1e5 }),
  element: integerField(0, { min: 0, max: MOST_ELEMENTS - 1 }),
};

export type State = StateOf<typeof fields>;
