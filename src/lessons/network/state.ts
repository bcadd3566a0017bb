/** What the reader sets: a bug in each line or none, where the check is made, and the element looked at. */
import { choiceField, integerField } from '@/input/fields.ts';
import type { StateOf } from '@/input/url-state.ts';
import { bugsOf, lines, type PlantedLines } from './backprop.ts';
import { edges, nodes } from './diagram.ts';
import { MOST_STEPS } from './plane-state.ts';

export const NO_BUG = 'right';
export const WORST = 'worst';

const elements = [...edges, ...nodes].flatMap(({ element }) => (element === undefined ? [] : [element]));

const lineField = (line: string, initial: string = NO_BUG) =>
  choiceField(initial, [NO_BUG, ...bugsOf(line).map(({ id }) => id)]);

export const fields = {
  dS: lineField('dS'),
  dW2: lineField('dW2'),
  db2: lineField('db2'),
  dA: lineField('dA'),
  dZ: lineField('dZ', 'no-slope'),
  dW1: lineField('dW1'),
  db1: lineField('db1'),
  steps: integerField(10, { min: 0, max: MOST_STEPS }),
  element: choiceField(WORST, [WORST, ...elements]),
};

export type State = StateOf<typeof fields>;

/** What the check depends on. The element looked at changes nothing of it. */
export type CheckedState = Omit<State, 'element'>;

export const lineStates = ({ steps: _, ...planted }: CheckedState): PlantedLines => planted;

/** Every line as it should be; the rest stays. */
export const allRight: Partial<State> = Object.fromEntries(lines.map((line) => [line, NO_BUG]));
