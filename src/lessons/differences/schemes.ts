/** The colour, shape and name that a scheme has all over the site. */
import type { Shape, Tone } from '@/charts/marks/tone.ts';
import type { Scheme } from '@/checker/types.ts';

type AnyScheme = Scheme | 'complex-step';

export const SCHEME_LABELS: Readonly<Record<AnyScheme, string>> = {
  forward: 'forward',
  central: 'central',
  'five-point': 'five-point',
  'complex-step': 'complex step',
};

export const SCHEME_LOOKS: Readonly<Record<AnyScheme, { readonly tone: Tone; readonly shape: Shape }>> = {
  forward: { tone: 'series-4', shape: 'triangle' },
  central: { tone: 'series-1', shape: 'circle' },
  'five-point': { tone: 'series-3', shape: 'square' },
  'complex-step': { tone: 'series-2', shape: 'diamond' },
};

/** The notebook's rule. */
export const RECOMMENDED_STEP = 1e-5;
