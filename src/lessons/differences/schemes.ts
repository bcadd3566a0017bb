/** The schemes as every lesson shows them: one name, colour and shape each, and the steps they are tried with. */
import type { Rule } from '@/charts/labels/annotations.ts';
import type { Shape, Tone } from '@/charts/marks/tone.ts';
import { DEFAULT_STEP } from '@/checker/defaults.ts';
import { SCHEMES } from '@/checker/textbook/schemes.ts';
import type { Scheme } from '@/checker/types.ts';
import { decades } from './decades.ts';

/** The differences of the checker, and the complex step, which subtracts nothing. */
export type SchemeId = Scheme | 'complex-step';

/** The differences alone, in the order of their accuracy. */
export const DIFFERENCES = Object.keys(SCHEMES) as readonly Scheme[];

export const SCHEME_LABELS: Readonly<Record<SchemeId, string>> = {
  forward: 'forward',
  central: 'central',
  'five-point': 'five-point',
  'complex-step': 'complex step',
};

export const SCHEME_LOOKS: Readonly<Record<SchemeId, { readonly tone: Tone; readonly shape: Shape }>> = {
  forward: { tone: 'series-1', shape: 'triangle' },
  central: { tone: 'numeric', shape: 'circle' },
  'five-point': { tone: 'series-2', shape: 'square' },
  'complex-step': { tone: 'ink', shape: 'diamond' },
};

/** For a control that chooses one of some schemes. */
export const schemeOptions = <T extends SchemeId>(ids: readonly T[]): { readonly value: T; readonly label: string }[] =>
  ids.map((value) => ({ value, label: SCHEME_LABELS[value] }));

/** Marks the recommended step on a chart whose x axis is the step. */
export const RECOMMENDED_RULE: Rule = {
  axis: 'x',
  value: DEFAULT_STEP,
  label: '*h* = 10^{−5}',
  dash: 'dashed',
  tone: 'ink',
};

/** Steps from 10^exponent up to 1, four a decade: `stepsFrom(-15)`. */
export const stepsFrom = (exponent: number): readonly number[] => decades(exponent, 0, 4, 6).values;
