/** The numbers of the chapter “Choosing h”, computed while the site is built. */
import { stepSizeSweep } from '../../checker/index.ts';
import { largeArgument, largeOffset, type StepExample, sineExponential } from '../../examples/index.ts';

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

export const extremes = { smallest: curve[0], largest: curve[curve.length - 1] };

/** The best step of each scheme on this function. */
export const bestOf = {
  forward: best(sweep(sineExponential, 'forward')),
  central: optimum,
  'five-point': best(sweep(sineExponential, 'five-point')),
};

/** What theory predicts: where h²|f‴|/6 and ε|f|/h grow at the same rate, element by element; the smaller of the two. */
const predict = ({ f, third, x }: StepExample): number => {
  const size = Math.abs(f([...x]));
  return Math.min(...third([...x]).map((value) => Math.cbrt((3 * Number.EPSILON * size) / Math.abs(value))));
};
export const predicted = predict(sineExponential);

/** Functions for which the recommended step is a poor one. The sweep for large x needs larger steps. */
const wide = Array.from({ length: 81 }, (_, i) => 10 ** (-12 + i / 5));
const compare = (example: StepExample) => ({
  best: best(sweep(example, 'central', wide).filter(({ error }) => Number.isFinite(error))),
  recommended: sweep(example, 'central', [RECOMMENDED])[0],
  slope: Math.hypot(...example.gradient([...example.x])),
});
export const offset = compare(largeOffset);
export const large = compare(largeArgument);

export const EPSILON = Number.EPSILON;
export const cubeRoot = Math.cbrt(Number.EPSILON);

/** float32 has 24 bits of significand. */
const SINGLE_EPSILON = 2 ** -23;
export const single = { epsilon: SINGLE_EPSILON, cubeRoot: Math.cbrt(SINGLE_EPSILON) };

/** The gap between ten million and the next larger double. */
export const spacingAtTenMillion = 2 ** (Math.floor(Math.log2(1e7)) - 52);
