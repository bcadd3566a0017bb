/** The numbers of the chapter “Tests without a threshold”, computed while the site is built. */
import { initialState } from '@/input/url-state.ts';
import { dotProducts } from './dot-product.ts';
import { fields, type State, taylorOf } from './model.ts';
import { fields as pairFields } from './pair.ts';

const initial = initialState(fields);
const slopesWith = (change: Partial<State>) => taylorOf({ ...initial, ...change }).slopes;

export const right = slopesWith({});
export const planted = {
  gradient: slopesWith({ planted: 'gradient', size: 0.01 })[1],
  hessian: slopesWith({ planted: 'hessian', size: 0.1 })[2],
};

const steps = (['none', 'gradient'] as const).map((where) => taylorOf({ planted: where, size: 0.01 }));

/** The factor by which each remainder falls when the step is halved: for a right gradient, and for one that is 1 % off. */
export const ratios = [7, 8, 9, 10].map((k) => {
  const [clean, spoilt] = steps.map(({ remainders }) => remainders.map((rest) => rest[k - 1] / rest[k]));
  return { h: steps[0].steps[k], first: clean[1], second: clean[2], spoilt: spoilt[1] };
});

/** The powers that the programs of the chapter print: of x0² x1 at (1.5, −2), over halvings from 2⁻³ down. */
const powerOf = (second: number): number => {
  const rest = (h: number) => Math.abs((1.5 + h) ** 2 * (-2 - h) + 4.5 - h * (-6 - second));
  return Math.log2(rest(2 ** -11) / rest(2 ** -12));
};
export const halvings = { right: powerOf(1.5 ** 2), wrong: powerOf(2 * 1.5 ** 2) };

/** The largest power of ten, as a relative error of one element, that the Taylor test lets pass here. */
const passed = [1e-4, 1e-5, 1e-6, 1e-7, 1e-8, 1e-9, 1e-10].find(
  (size) => taylorOf({ planted: 'gradient', size }).verdict === 'pass',
);
export const smallest = { passed: passed ?? Number.NaN };

/** Smaller and smaller errors of the gradient, down to one that is not seen. */
export const limits = [1e-2, 1e-4, 1e-6, smallest.passed].map((size) => {
  const { slopes, verdict } = taylorOf({ planted: 'gradient', size });
  return { size, slope: slopes[1], verdict };
});

/** What the figure of the dot products opens with. */
export const first = dotProducts(initialState(pairFields));
export const dots = { right: Math.max(...first.pairs.map(({ forward, backward }) => Math.abs(forward - backward))) };
