/** The numbers of the chapter “Choosing h”, computed while the site is built. */
import { gradientCheck, stepSizeSweep } from '@/checker/index.ts';
import { logspace } from '@/checker/textbook/logspace.ts';
import { pureDerivatives } from '@/examples/functions/arithmetic.ts';
import { largeArgument, largeOffset, type StepExample, sineExponential } from '@/examples/index.ts';

const sweep = (example: StepExample, scheme: 'forward' | 'central' | 'five-point' = 'central', steps?: number[]) =>
  stepSizeSweep(example.f, example.gradient([...example.x]), [...example.x], { scheme, ...(steps && { steps }) });

const best = <T extends { error: number }>(points: readonly T[]): T =>
  points.reduce((least, point) => (point.error < least.error ? point : least));

/** The notebook's own curve: 50 steps from 1e-14 to 1e-1, central difference. */
export const curve = sweep(sineExponential);
export const optimum = best(curve);

/** The step everybody recommends, on the same function. */
export const RECOMMENDED = 1e-5;
export const recommended = sweep(sineExponential, 'central', [RECOMMENDED])[0];

const size = Math.hypot(...sineExponential.gradient([...sineExponential.x]));
export const extremes = {
  smallest: curve[0],
  largest: curve[curve.length - 1],
  /** Correct digits at the smallest step. */
  digitsLeft: Math.floor(-Math.log10(curve[0].error / size)),
};

/** The best step of each scheme on this function. */
export const bestOf = {
  forward: best(sweep(sineExponential, 'forward')),
  central: optimum,
  'five-point': best(sweep(sineExponential, 'five-point')),
};

/** The largest relative error of one rounding: half the gap between 1 and the next larger double. */
export const EPSILON = Number.EPSILON / 2;

/** What theory predicts: where h²|f‴|/6 and ε|f|/h grow at the same rate, as norms over the elements. */
const predict = ({ f, over, x }: StepExample): number =>
  Math.cbrt((3 * EPSILON * Math.abs(f([...x])) * Math.sqrt(x.length)) / Math.hypot(...pureDerivatives(over, x, 3)));
export const predicted = predict(sineExponential);

/** Functions for which the recommended step is a poor one, on the steps of their figure. */
const compare = (example: StepExample) => {
  const { f, gradient, x, steps } = example;
  const own = steps && logspace(Math.log10(steps[0]), Math.log10(steps[1]), curve.length);
  return {
    best: best(sweep(example, 'central', own).filter(({ error }) => Number.isFinite(error))),
    recommended: sweep(example, 'central', [RECOMMENDED])[0],
    check: gradientCheck(f, gradient, [...x]),
  };
};
export const offset = compare(largeOffset);
export const large = compare(largeArgument);

/** The best step where f and f‴ are of one size. */
export const cubeRoot = Math.cbrt(3 * EPSILON);

/** float32 has 24 bits of significand. */
const SINGLE_EPSILON = 2 ** -24;
export const single = { epsilon: SINGLE_EPSILON, cubeRoot: Math.cbrt(3 * SINGLE_EPSILON) };

/** The gap between ten million and the next larger double. */
export const spacingAtTenMillion = 2 ** (Math.floor(Math.log2(1e7)) - 52);
