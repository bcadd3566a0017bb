/** The numbers of the chapter “Kinks, noise and precision”, computed while the site is built. */
import { diagnoseGradient, gradientCheck, numericalGradient } from '@/checker/index.ts';
import { seededRandom } from '@/checker/random.ts';
import { single as float32 } from '../step-size/numbers.ts';

type Vector = number[];
const both = (f: (x: Vector) => number, gradient: (x: Vector) => Vector, x: Vector) => ({
  textbook: gradientCheck(f, gradient, x),
  production: diagnoseGradient(f, gradient, x),
});

const relu = ([x]: Vector) => Math.max(x, 0);
const reluGradient = ([x]: Vector) => [x > 0 ? 1 : 0];
const DISTANCE = 1e-6;
export const kinkNear = {
  distance: DISTANCE,
  central: numericalGradient(relu, [DISTANCE])[0],
  ...both(relu, reluGradient, [DISTANCE]),
};
export const kinkAt = both(relu, reluGradient, [0]);

const AMPLITUDE = 1e-3;
const random = seededRandom(7);
const noisy = ([x]: Vector) => Math.sin(x) + AMPLITUDE * (2 * random() - 1);
export const dropout = {
  amplitude: AMPLITUDE,
  worst: (2 * AMPLITUDE) / (2 * 1e-5),
  ...both(noisy, ([x]) => [Math.cos(x)], [0.7]),
};

const r = Math.fround;
const rounded = (x: Vector) => r(x.reduce((sum, value) => r(sum + r(r(Math.sin(r(value))) * r(value))), 0));
const roundedGradient = (x: Vector) => x.map((value) => Math.sin(value) + value * Math.cos(value));
export const single = { step: float32.cubeRoot, ...both(rounded, roundedGradient, [0.7, -1.3, 2.1]) };

const SIZE = 1e8;
const raised = ([x, y]: Vector) => SIZE + Math.sin(x) + Math.cos(y);
const raisedGradient = ([x, y]: Vector) => [Math.cos(x), -Math.sin(y)];
const RAISED_AT = [0.4, 0.7];
/** Near the cube root of 3ε|f|. */
const BETTER_STEP = 2e-3;
export const offset = {
  size: SIZE,
  spacing: 2 ** (Math.floor(Math.log2(SIZE)) - 52),
  better: { step: BETTER_STEP, ...gradientCheck(raised, raisedGradient, RAISED_AT, { step: BETTER_STEP }) },
  ...both(raised, raisedGradient, RAISED_AT),
};

const EDGE = 2e-6;
export const domain = {
  x: EDGE,
  ...both(
    ([x]) => Math.sqrt(x),
    ([x]) => [0.5 / Math.sqrt(x)],
    [EDGE],
  ),
};
