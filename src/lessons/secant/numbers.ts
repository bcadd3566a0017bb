/** The numbers of the chapter “Numerical differentiation”, computed while the site is built. */
import { numericalGradient } from '@/checker/index.ts';
import type { Scheme } from '@/checker/types.ts';

/** The chapter's function, point and exact slope. */
const f = (x: number): number => Math.exp(Math.sin(x));
export const x = 1;
export const exact = Math.cos(x) * f(x);

const SCHEMES = ['forward', 'central', 'five-point'] as const satisfies readonly Scheme[];

const slope = (scheme: Scheme, step: number) => numericalGradient(f, x, { scheme, step });
const error = (scheme: Scheme, step: number) => Math.abs(slope(scheme, step) - exact);

/** One row a step: the error of each scheme. */
export const errors = [1e-1, 1e-2, 1e-3].map((step) => ({
  step,
  ...(Object.fromEntries(SCHEMES.map((scheme) => [scheme, error(scheme, step)])) as Record<Scheme, number>),
}));

/** How much smaller the error gets when h shrinks tenfold, from 0.1 to 0.01. */
export const gain = Object.fromEntries(
  SCHEMES.map((scheme) => [scheme, errors[0][scheme] / errors[1][scheme]]),
) as Record<Scheme, number>;

/** The order of each scheme: the slope between h = 0.1 and 0.01 on a log-log plot. */
export const order = Object.fromEntries(SCHEMES.map((scheme) => [scheme, Math.log10(gain[scheme])])) as Record<
  Scheme,
  number
>;

/** What is left of the slope when h gets as small as the spacing of doubles. */
export const tiny = [1e-8, 1e-12, 1e-15].map((step) => ({
  step,
  slope: slope('central', step),
  error: error('central', step),
}));

export const spacing = Number.EPSILON;
