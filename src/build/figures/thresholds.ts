/** The numbers of the chapter “Relative error and thresholds”, computed while the site is built. */
import { diagnoseGradient, gradientCheck, relativeError } from '../../checker/index.ts';

/** A large group of weights with a right gradient, beside a small bias whose gradient was forgotten. */
const SHARE = 1e-5;
type Model = { weights: number[]; bias: number[] };
const weights = [1.3, -0.7, 2.1, 0.4, -1.6, 0.9];
const bias = [0.8, -1.1];
const f = ({ weights: w, bias: b }: Model) =>
  w.reduce((sum, value) => sum + 0.5 * value * value, 0) + SHARE * b.reduce((sum, value) => sum + Math.sin(value), 0);
const right = ({ weights: w, bias: b }: Model): Model => ({
  weights: [...w],
  bias: b.map((value) => SHARE * Math.cos(value)),
});
const forgotten = (x: Model): Model => ({ weights: right(x).weights, bias: [0, 0] });
const point: Model = { weights, bias };

const textbook = gradientCheck(f, forgotten, point);
const exact = right(point);
export const hidden = {
  share: Math.hypot(...exact.bias) / Math.hypot(...exact.weights),
  status: textbook.status,
  global: textbook.relativeError,
  bias: relativeError(forgotten(point).bias, exact.bias),
  weights: relativeError(forgotten(point).weights, exact.weights),
  production: diagnoseGradient(f, forgotten, point),
};

/** Slightly wrong: every element too large by this. */
export const slight = { factor: 1e-5, error: relativeError([1 + 1e-5, 1 + 1e-5], [1, 1]) };

/** Right and wrong at once: a relative error of about 1e-5 in three settings. */
const OFFSET = 1e8;
const offsetLoss = (x: number[]) => OFFSET + Math.sin(x[0]) + Math.cos(x[1]);
const offsetGradient = (x: number[]) => [Math.cos(x[0]), -Math.sin(x[1])];
export const rejectedRight = gradientCheck(offsetLoss, offsetGradient, [0.4, 0.7]);
