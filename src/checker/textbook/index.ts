/** The textbook check and its error curve: all of the notebook, and nothing else. The whole checker is `../index.ts`. */
export { CheckError, type CheckErrorCode } from '../errors.ts';
export type * from '../point-types.ts';
export type { Scheme } from '../types.ts';
export { type GradientCheck, type GradientCheckOptions, gradientCheck } from './gradient-check.ts';
export { logspace } from './logspace.ts';
export { type DifferenceOptions, numericalGradient } from './numerical-gradient.ts';
export { relativeError } from './relative-error.ts';
export { type DifferenceScheme, SCHEMES } from './schemes.ts';
export { type SweepOptions, type SweepPoint, stepSizeSweep } from './step-size-sweep.ts';
