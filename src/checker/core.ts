/**
 * What the small download holds: the textbook check and the verdicts of the production check, without the names of
 * bugs and their English. The whole is `index.ts`.
 */
export { diagnoseGradient } from './elements/diagnose-gradient.ts';
export { CheckError, type CheckErrorCode } from './errors.ts';
export { type GradientCheck, type GradientCheckOptions, gradientCheck } from './textbook/gradient-check.ts';
export { logspace } from './textbook/logspace.ts';
export { type DifferenceOptions, numericalGradient } from './textbook/numerical-gradient.ts';
export { relativeError } from './textbook/relative-error.ts';
export { type SweepOptions, type SweepPoint, stepSizeSweep } from './textbook/step-size-sweep.ts';
export type * from './types.ts';
