/** The numbers of the chapter “The gradient checker”, computed while the site is built. */
import { DEFAULT_STEP } from '@/checker/defaults.ts';
import { diagnoseGradient, relativeError } from '@/checker/index.ts';

const numeric = [0.6, -0.8];
const scaled = (factor: number) => numeric.map((value) => factor * value);

/** What the relative error says of the plainest mistakes. */
export const halves = {
  double: relativeError(scaled(2), numeric),
  zero: relativeError(scaled(0), numeric),
  sign: relativeError(scaled(-1), numeric),
};

/** The same mistakes as the report of the production check writes them: it divides by the larger of the two. */
const reported = (factor: number): number => {
  const plane = ([x, y]: number[]) => numeric[0] * x + numeric[1] * y;
  return diagnoseGradient(plane, () => scaled(factor), [0.3, 0.7]).elements[0].relativeError;
};
export const byLargest = { double: reported(2), sign: reported(-1) };

/** One absolute difference beside two sizes of gradient. */
export const absoluteTrap = { difference: 1e-4, small: 1e-4, large: 1e4 };

/** A wrong sign in a gradient of about the size of the floor. */
const tiny = 1e-9;
export const floorCase = { analytic: tiny, numeric: -tiny, error: relativeError([tiny], [-tiny]) };

/** A step up, two down and one up again: not always the number that was there before. */
export const returned = [0.1, 0.7, 1.5, -2.3].map((x) => {
  const back = x + DEFAULT_STEP - 2 * DEFAULT_STEP + DEFAULT_STEP;
  return { x, back, off: back - x };
});
