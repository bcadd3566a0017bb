/** The numbers of the chapter “Relative error and thresholds”, from the samples of its figure. */
import { FLOAT32_FLOOR, RELATIVE_FLOOR, SAFETY } from '@/checker/defaults.ts';
import { diagnoseGradient } from '@/checker/elements/diagnose-gradient.ts';
import { relativeError } from '@/checker/textbook/relative-error.ts';
import { hiddenGroup } from '@/examples/functions/hidden-group.ts';
import { initialState } from '@/input/url-state.ts';
import { hiddenModel } from './hidden.ts';
import { thresholdsModel } from './model.ts';
import { population } from './population.ts';
import { LARGE_CONSTANT } from './samples.ts';
import { fields } from './state.ts';

const initial = initialState(fields);

/** A large group of weights with a right gradient, beside a small bias whose gradient was forgotten. */
const { f, gradient, x } = hiddenGroup(initial.share);
const { groups, global } = hiddenModel(initial.share, initial.threshold);
export const hidden = {
  share: initial.share,
  global,
  weights: groups[0],
  bias: groups[1],
  production: diagnoseGradient(f, gradient, x),
};

/** Slightly wrong: every element too large by this. */
const factor = 1e-5;
export const slight = { factor, error: relativeError([1 + factor, 1 + factor], [1, 1]) };

/** Right gradients whose loss has a large constant, under the rule that the figure opens with. */
export const raised = thresholdsModel(population(), initial).labels.find(({ label }) => label === LARGE_CONSTANT)!;

/** The population under the production check, and what the wrong gradients are that it accepts. */
const judged = thresholdsModel(population(), { ...initial, rule: 'production' });
export const production = {
  ...judged.counts,
  accepted: [
    ...new Set(judged.judged.filter((one) => !one.right && one.said === 'pass').map(({ label }) => label)),
  ].join(', '),
};

/** The constants of the production check. */
export const limits = { safety: SAFETY, double: RELATIVE_FLOOR, single: FLOAT32_FLOOR };

/** torch's defaults: it accepts |a - n| up to atol + rtol |n|. The largest |n| for which it accepts a = 0 and a = -n. */
const [atol, rtol] = [1e-5, 1e-3];
export const torch = { atol, rtol, zero: atol / (1 - rtol), sign: atol / (2 - rtol) };
