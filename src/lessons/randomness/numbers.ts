/** The numbers of the chapter “State, randomness, no derivative”. */
import { diagnoseGradient } from '@/checker/elements/diagnose-gradient.ts';
import { initialState } from '@/input/url-state.ts';
import { CORNERS } from '../corners/corners.ts';
import { measuredAt } from '../corners/measured.ts';
import { expectedError, fields, sampledOf } from './samples.ts';

const sampled = sampledOf(initialState(fields));
const nearest = (step: number) =>
  sampled.slopes.reduce((best, each) => (Math.abs(each.step - step) < Math.abs(best.step - step) ? each : best));

/** At a usual step: what is lost to chance, and how many samples would bring that down to a hundredth. */
const STEP = 1e-5;
const GOOD_ENOUGH = 0.01;
export const chance = {
  samples: sampled.count,
  fresh: expectedError(sampled, STEP),
  common: nearest(STEP).common,
  needed: (sampled.spread / (STEP * GOOD_ENOUGH)) ** 2 / 2,
};

/** All of a tie handed to both: along each of the two it could be a slope, along both at once it is not. */
const max = (x: number[]): number => Math.max(x[0], x[1]);
const together = (t: number): number => max([1 + t, 1 + t]);
export const tie = {
  verdict: diagnoseGradient(max, () => [1, 1], [1, 1]).verdict,
  along: diagnoseGradient(together, () => 2, 0).elements[0].numeric,
  given: 2,
};

const difference = CORNERS.find(({ id }) => id === 'difference');
export const cancelled = difference && { returned: difference.returned, measured: measuredAt(difference).right };
