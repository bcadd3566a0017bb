/** Programs to start from. Each passes the check as it stands, and says in a comment how to break it. */
import { NOTEBOOK } from './notebook-template.ts';
import empty from './templates/empty.ts?raw';
import hessian from './templates/hessian.ts?raw';
import jacobian from './templates/jacobian.ts?raw';
import layer from './templates/layer.ts?raw';
import layerNorm from './templates/layer-norm.ts?raw';
import linear from './templates/linear-regression.ts?raw';
import logistic from './templates/logistic-regression.ts?raw';
import batchNormPython from './templates/python/batch_norm.py?raw';
import layerPython from './templates/python/layer.py?raw';
import linearPython from './templates/python/linear_regression.py?raw';
import softmaxPython from './templates/python/softmax.py?raw';
import networkPython from './templates/python/two_layer_network.py?raw';
import softmax from './templates/softmax.ts?raw';
import network from './templates/two-layer-network.ts?raw';

export interface Template {
  readonly id: string;
  readonly title: string;
  readonly code: string;
}

export const TEMPLATES: readonly Template[] = [
  { id: 'linear-regression', title: 'linear regression', code: linear },
  { id: 'logistic-regression', title: 'logistic regression', code: logistic },
  { id: 'softmax', title: 'softmax', code: softmax },
  { id: 'two-layer-network', title: 'two-layer network', code: network },
  { id: 'layer-norm', title: 'layer norm', code: layerNorm },
  { id: 'layer', title: 'a layer, with its backward pass', code: layer },
  { id: 'jacobian', title: 'a Jacobian', code: jacobian },
  { id: 'hessian', title: 'a Hessian', code: hessian },
  { id: 'empty', title: 'empty', code: empty },
];

export const PYTHON_TEMPLATES: readonly Template[] = [
  { id: 'linear-regression', title: 'linear regression', code: linearPython },
  { id: 'softmax', title: 'softmax', code: softmaxPython },
  { id: 'two-layer-network', title: 'two-layer network', code: networkPython },
  { id: 'batch-norm', title: 'batch norm', code: batchNormPython },
  { id: 'layer', title: 'a layer: forward and vjp', code: layerPython },
  { id: 'notebook', title: 'the notebook', code: NOTEBOOK },
];
