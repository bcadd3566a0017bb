/** The numbers of the chapter “Relative error and thresholds”, computed while the site is built. */
import { diagnoseGradient, gradientCheck, relativeError } from '@/checker/index.ts';
import { hiddenGroup } from '@/examples/functions/hidden-group.ts';

/** A large group of weights with a right gradient, beside a small bias whose gradient was forgotten. */
const SHARE = 1e-6;
const { f, gradient, x } = hiddenGroup(SHARE);
const { status, relativeError: global, analytic, numeric } = gradientCheck(f, gradient, x);
export const hidden = {
  share: SHARE,
  status,
  global,
  bias: relativeError(analytic.b, numeric.b),
  weights: relativeError(analytic.W, numeric.W),
  production: diagnoseGradient(f, gradient, x),
};

/** Slightly wrong: every element too large by this. */
export const slight = { factor: 1e-5, error: relativeError([1 + 1e-5, 1 + 1e-5], [1, 1]) };

/** Right and wrong at once: a relative error of about 1e-5 in three settings. */
const OFFSET = 1e8;
const offsetLoss = (x: number[]) => OFFSET + Math.sin(x[0]) + Math.cos(x[1]);
const offsetGradient = (x: number[]) => [Math.cos(x[0]), -Math.sin(x[1])];
export const rejectedRight = gradientCheck(offsetLoss, offsetGradient, [0.4, 0.7]);
