/** The numbers of the chapter “Relative error and thresholds”, from the samples of its figure. */
import { DEFAULT_THRESHOLD, FLOAT32_FLOOR, RELATIVE_FLOOR, SAFETY } from '@/checker/defaults.ts';
import { diagnoseGradient } from '@/checker/elements/diagnose-gradient.ts';
import { hiddenGroup } from '@/examples/functions/hidden-group.ts';
import { initialState } from '@/input/url-state.ts';
import { ATOL, limits as atolLimits, RTOL } from './atol.ts';
import { encode } from './cases.ts';
import { hiddenModel } from './hidden.ts';
import { bestThreshold, thresholdsModel } from './model.ts';
import { population } from './population.ts';
import { LARGE_CONSTANT } from './samples.ts';
import { elementsTowardsZero, slightlyWrong } from './sines.ts';
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
export const slight = { factor, ...slightlyWrong(factor) };

/** The notebook's line, and elements of one right gradient on both sides of it. */
export const line = DEFAULT_THRESHOLD;
export const towardsZero = elementsTowardsZero();

/** Right gradients whose loss has a large constant, under the rule that the figure opens with. */
export const raised = thresholdsModel(population(), initial).labels.find(({ label }) => label === LARGE_CONSTANT)!;

/** The population under the production check, and the kinds of wrong gradients that it accepts. */
const judged = thresholdsModel(population(), { ...initial, rule: 'production' });
export const production = {
  ...judged.counts,
  accepted: [
    ...new Set(judged.judged.filter((one) => !one.right && one.said === 'pass').map(({ label }) => label)),
  ].join(', '),
};

/** The constants of the production check. */
export const limits = { safety: SAFETY, double: RELATIVE_FLOOR, single: FLOAT32_FLOOR };

/** torch's tolerances, and the largest slope for which they accept 0, and the wrong sign. */
export const torch = { atol: ATOL, rtol: RTOL, ...atolLimits };

/** Of each kind of gradient, how many every rule is mistaken about, at the notebook's threshold. */
const byRule = (['global', 'element', 'production'] as const).map((rule) =>
  thresholdsModel(population(), { ...initial, rule }),
);
const kinds = byRule[0].labels.map(({ label, right, count }, i) => ({
  label,
  right,
  count,
  mistaken: byRule.map(({ labels }) => labels[i].mistaken),
}));
export const rightKinds = kinds.filter(({ right }) => right);
export const wrongKinds = kinds.filter(({ right }) => !right);

/** The best line there is for one norm. */
export const best = bestThreshold(population(), 'global')!;

/** The population as a page carries it to a figure. */
export const text = encode(population());
