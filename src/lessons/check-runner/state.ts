/** What the reader sets: an example, a point, a step, a threshold and a scheme. */

import { DEFAULT_STEP, DEFAULT_THRESHOLD } from '@/checker/defaults.ts';
import type { Scheme } from '@/checker/types.ts';
import type { Example } from '@/examples/example.ts';
import { notebookExamples } from '@/examples/functions/notebook.ts';
import {
  choiceField,
  type Field,
  idField,
  type NumberField,
  numberField,
  readNumber,
  writeNumber,
} from '@/input/fields.ts';
import type { StateOf } from '@/input/url-state.ts';
import { DIFFERENCES } from '../differences/schemes.ts';

/** More than this is no longer a table one reads. */
const MOST_ELEMENTS = 24;

/** Text that is no number becomes NaN, so that the checker itself says what is wrong. */
function numberOrNaN(text: string): number {
  const reading = readNumber(text);
  return reading.ok ? reading.value : Number.NaN;
}

const anyNumber = (initial: number): NumberField => ({
  ...numberField(initial),
  read: (text) => ({ ok: true, value: numberOrNaN(text) }),
});

const anyVector = (initial: readonly number[]): Field<readonly number[]> => ({
  initial,
  read: (text) => {
    const words = text.split(/[\s,;[\]]+/).filter((word) => word !== '');
    if (words.length > MOST_ELEMENTS) {
      return { ok: false, problem: `${words.length} numbers found; at most ${MOST_ELEMENTS} are taken here.` };
    }
    return { ok: true, value: words.map(numberOrNaN) };
  },
  write: (values) => values.map(writeNumber).join(', '),
});

export const EXAMPLES: readonly Example[] = notebookExamples;

const fieldsFor = (example: Example) => ({
  example: idField(EXAMPLES, example.id),
  x: anyVector(example.x),
  step: anyNumber(DEFAULT_STEP),
  threshold: numberField(DEFAULT_THRESHOLD, { min: 0, minIncluded: false }),
  scheme: choiceField<Scheme>('central', DIFFERENCES),
});

export type RunnerFields = ReturnType<typeof fieldsFor>;
export type RunnerState = StateOf<RunnerFields>;

/** The fields of a runner, by the example that it starts with. */
export const FIELDS: Readonly<Record<string, RunnerFields>> = Object.fromEntries(
  EXAMPLES.map((example) => [example.id, fieldsFor(example)]),
);

export const exampleOf = (id: string): Example => EXAMPLES.find((example) => example.id === id) ?? EXAMPLES[0];
