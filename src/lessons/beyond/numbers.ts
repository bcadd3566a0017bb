/** The numbers of the chapter “Beyond finite differences”, computed while the site is built. */

import { diagnoseGradient, formatReport } from '@/checker/index.ts';
import { meanSquareForgotten } from '@/examples/index.ts';
import tools from '../../../corpus/verdict/five-tools.json' with { type: 'json' };
import { printed } from '../check-runner/numbers.ts';
import { optimum } from '../step-size/numbers.ts';
import { complexCurves, complexStepError } from './complex-step.ts';
import { exact, tableauOf } from './richardson.ts';

export const curves = complexCurves();

/** The complex step at a step that no difference could take, against the best central difference on the notebook's grid. */
export const complexStep = {
  error: complexStepError('plain', 1e-200),
  abs: complexStepError('abs', 1e-200),
  conjugate: complexStepError('conjugate', 1e-200),
  central: optimum.error,
};

const table = tableauOf(0.1);
const tiny = tableauOf(1e-6);
/** Richardson's table from h = 0.1 on: the first entry, the last, and what the table says of it; and from a step too small. */
export const richardson = {
  first: Math.abs(table.rows[0].entries[0].value - exact),
  last: table.error,
  estimate: table.estimate,
  tiny: tiny.error,
};

/** What the tools in use printed of the forgotten 1/n: recorded from runs of the programs that the chapter shows. */
const lines = (text: string) => text.trim().split('\n');
export const recorded = {
  versions: { torch: tools.torch, jax: tools.jax, scipy: tools.scipy, numpy: tools.numpy },
  torch: lines(tools.gradcheck),
  jax: lines(tools.check_grads),
  scipy: tools.check_grad,
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
