/** The numbers of the chapter “Kinks, noise and precision”: what its figure says of each of its tabs. */
import { initialState } from '@/input/url-state.ts';
import { spacingAt } from '../differences/precisions.ts';
import { single as float32 } from '../step-size/numbers.ts';
import { checksOf } from './checks.ts';
import { expectedWithin } from './small.ts';
import { fields, type State } from './state.ts';

const initial = initialState(fields);
const figure = (change: Partial<State> = {}) => checksOf({ ...initial, ...change });

/** What the figure opens with. */
export const first = figure();
export const kinkNear = { distance: initial.distance, ...first };

/** Of 100,000 pre-activations with the standard normal distribution, as many lie within one step of their kink. */
export const withinStep = expectedWithin(initial.h);
export const kinkAt = figure({ side: 'at' });
export const dropout = { noise: initial.noise, ...figure({ tab: 'noise' }) };
export const single = { step: float32.cubeRoot, ...figure({ tab: 'float32' }) };
export const offset = {
  size: initial.offset,
  spacing: spacingAt(initial.offset),
  /** With a step near the cube root of 3ε|f|. */
  better: figure({ tab: 'offset', h: 1e-2 }).textbook,
  ...figure({ tab: 'offset' }),
};
export const domain = { x: initial.gap, ...figure({ tab: 'domain' }) };
