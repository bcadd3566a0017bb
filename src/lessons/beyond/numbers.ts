/** The numbers of the chapter “Beyond finite differences”, computed while the site is built. */

import { diagnoseGradient, formatReport, numericalGradient } from '@/checker/index.ts';
import { meanSquareForgotten, sineExponential } from '@/examples/index.ts';
import peers from '../../../corpus/verdict/peers-open.json' with { type: 'json' };
import { printed } from '../check-runner/numbers.ts';
import { optimum } from '../step-size/numbers.ts';
import { sweep } from '../step-size/sweep.ts';

const { f, gradient, x } = sineExponential;
const exact = gradient([...x]);
const distance = (slopes: readonly number[]) => Math.hypot(...slopes.map((slope, i) => slope - exact[i]));

/** The complex step against the best of the central differences on the notebook's grid. */
export const complexStep = {
  error: sweep(sineExponential, 'complex-step', 'float64', [1e-200])[0].error,
  central: optimum.error,
};

/** Richardson's table: each column removes one more power of h². */
function extrapolate(step: number, halvings: number): number[] {
  let column = Array.from({ length: halvings + 1 }, (_, i) => numericalGradient(f, [...x], { step: step / 2 ** i }));
  for (let power = 1; column.length > 1; power++) {
    const weight = 4 ** power;
    column = column.slice(1).map((finer, i) => finer.map((value, k) => (weight * value - column[i][k]) / (weight - 1)));
  }
  return column[0];
}
export const richardson = { first: distance(extrapolate(0.1, 0)), last: distance(extrapolate(0.1, 3)) };

/** What the tools in use said of the forgotten 1/n, recorded from real runs. */
const CASE = 'o-bad-seed';
const row = (peer: string) => peers.rows.find((each) => each.peer === peer && each.id === CASE);
const message = (peer: string) => (row(peer)?.message ?? '').split('\n');
export const recorded = {
  versions: { torch: peers.torch, scipy: peers.scipy, numpy: peers.numpy },
  torch: message('gradcheck'),
  // what was re-computed is the rule of reverse mode; check_grads puts the mode before its message
  jax: message('jax-rev').map((line) => (line === 'cotangent projection' ? `VJP ${line}` : line)),
  scipy: String(row('check_grad')?.stat),
};

/** What the notebook prints of it, in NumPy as here: the figures agree to the last bit. */
export const notebook = printed[1];

const report = diagnoseGradient(meanSquareForgotten.f, meanSquareForgotten.gradient, [...meanSquareForgotten.x]);
export const ours = formatReport(report).trimEnd().split('\n');

/** Defaults as documented by each project. */
export const defaults = [
  {
    checker: 'the notebook',
    scheme: 'central',
    step: '1e-5',
    tolerance: 'global relative error below 1e-5',
    failure: 'FAIL and the relative error',
  },
  {
    checker: 'torch.autograd.gradcheck',
    scheme: 'central',
    step: 'eps = 1e-6',
    tolerance: 'each element: atol 1e-5 + rtol 1e-3',
    failure: 'both Jacobians, printed',
  },
  {
    checker: 'jax.test_util.check_grads',
    scheme: 'central, one random direction (the same each time)',
    step: 'eps = 1e-4',
    tolerance: 'atol and rtol by dtype; 1e-5 in float64',
    failure: 'the two directional derivatives',
  },
  {
    checker: 'scipy.optimize.check_grad',
    scheme: 'forward',
    step: 'epsilon = 1.49e-8',
    tolerance: 'none: returns the 2-norm of the difference',
    failure: 'one number',
  },
  {
    checker: 'CS231n',
    scheme: 'central',
    step: '1e-5',
    tolerance: 'the worst element’s relative error, by judgement',
    failure: 'that number',
  },
  {
    checker: 'this site',
    scheme: 'several, per element',
    step: 'measured',
    tolerance: 'each element’s own error bar',
    failure: 'the elements, the group and the name of the bug',
  },
];
