/** The numbers of the chapter “Numerical differentiation”: what its figure shows of the curve it opens with. */
import { numericalGradient } from '@/checker/textbook/numerical-gradient.ts';
import type { Scheme } from '@/checker/types.ts';
import { initialState } from '@/input/url-state.ts';
import { spacingAt } from '../differences/precisions.ts';
import { DIFFERENCES } from '../differences/schemes.ts';
import { secantModel } from './model.ts';
import { fields } from './state.ts';

const figure = (h: number) => secantModel({ ...initialState(fields), h });

export const { x, exact, slopes } = figure(fields.h.initial);

const perScheme = <T>(of: (scheme: Scheme, i: number) => T): Readonly<Record<Scheme, T>> =>
  Object.fromEntries(DIFFERENCES.map((scheme, i) => [scheme, of(scheme, i)])) as Record<Scheme, T>;

/** One row a step: the slope that the forward difference finds, and the error of each scheme. */
export const errors = [1e-1, 1e-2, 1e-3].map((step) => {
  const { slopes: found } = figure(step);
  return { step, slope: found[0].slope, ...perScheme((_, i) => found[i].error) };
});

/** How much smaller the error gets when h shrinks tenfold, from 0.1 to 0.01. */
export const gain = perScheme((scheme) => errors[0][scheme] / errors[1][scheme]);

/** The order of each scheme as the figure measures it. */
export const order = perScheme((_, i) => slopes[i].fit!.slope);

/** The slope by central difference, and its error, when h gets as small as the spacing of doubles. */
export const tiny = [1e-8, 1e-12, 1e-15].map((step) => {
  const { slope, error } = figure(step).slopes[DIFFERENCES.indexOf('central')];
  return { step, slope, error };
});

/** Between 1 and the next larger double. */
export const spacing = spacingAt(1);

/** How often each scheme evaluates a function of n parameters: counted. */
export const evaluations = [1, 10, 1000].map((n) => ({
  n,
  ...perScheme((scheme) => {
    let calls = 0;
    const f = (w: readonly number[]) => {
      calls += 1;
      return w.reduce((sum, value) => sum + value * value, 0);
    };
    numericalGradient(f, new Array<number>(n).fill(1), { scheme });
    return calls;
  }),
}));
