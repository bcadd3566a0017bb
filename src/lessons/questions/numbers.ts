/** The numbers of the page of questions, from the lessons whose chapters give the full answers. */
import { withinStep } from '../kinks/numbers.ts';
import { cubeRoot, EPSILON, single } from '../step-size/numbers.ts';

/** The best step of a central difference where f and f‴ are of one size. */
export const best = { float64: cubeRoot, float32: single.cubeRoot };
/** The largest relative error of one rounding, and the gap from 1 to the next double, which NumPy calls `eps`. */
export const epsilon = EPSILON;
export const numpyEps = Number.EPSILON;
/** Of 100,000 units, as many have their kink within a step of 1e-5. */
export const kinks = withinStep;
