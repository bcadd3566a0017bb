/** What the reader sets: a tab with a cause of false alarms, how bad it is, the step, and the gradient under test. */
import { DEFAULT_STEP } from '@/checker/defaults.ts';
import { choiceField, idField, numberField } from '@/input/fields.ts';
import type { StateOf } from '@/input/url-state.ts';
import type { Precision } from '../differences/precisions.ts';
import { PIECES } from './pieces.ts';

export type Tab = 'kink' | 'noise' | 'float32' | 'domain' | 'offset';
type Side = 'left' | 'at' | 'right';

export const fields = {
  tab: choiceField<Tab>('kink', ['kink', 'noise', 'float32', 'domain', 'offset']),
  piece: idField(PIECES),
  side: choiceField<Side>('right', ['left', 'at', 'right']),
  distance: numberField(1e-6, { min: 1e-12, max: 1 }),
  noise: numberField(1e-4, { min: 1e-15, max: 1 }),
  precision: choiceField<Precision>('float32', ['float32', 'float64']),
  edge: choiceField<'root' | 'logarithm'>('root', ['root', 'logarithm']),
  gap: numberField(4e-6, { min: 1e-12, max: 1 }),
  offset: {
    ...numberField(1e10, { min: 1, max: 1e17 }),
    write: (value: number) => String(value).replace(/0{5,}$/, (zeros) => `e${zeros.length}`),
  },
  gradient: choiceField<'right' | 'wrong'>('right', ['right', 'wrong']),
  h: numberField(DEFAULT_STEP, { min: 1e-15, max: 1 }),
};

export type State = StateOf<typeof fields>;
